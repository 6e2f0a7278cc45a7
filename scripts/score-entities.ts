/**
 * `node scripts/score-entities.ts [--compromise] [SET …]`: names found in the treebanks' entity layer, document by document, from gold words by own tags and
 * trees; with `--compromise` those that the compromise package finds.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NamedEntity } from '../src/grammar/entities/index.ts'
import { ENTITY_TYPES, entities } from '../src/grammar/entities/index.ts'
import { type Layered, type Mention, readLayer } from '../src/grammar/entities/train/layer.ts'
import { analyseTokens } from '../src/grammar/index.ts'
import { treebankFolder } from '../src/grammar/train/corpus.ts'

type Match = (gold: Mention, own: NamedEntity) => boolean
const MATCHES: Record<string, Match> = {
  'span and type': (g, e) => g.first === e.first && g.last === e.last && g.type === e.type,
  'head and type': (g, e) => g.head === e.head && g.type === e.type,
  'span, any type': (g, e) => g.first === e.first && g.last === e.last,
}

const other = process.argv.includes('--compromise')
const given = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const sets = given.length > 0 ? given : ['en_gum-test']
for (const set of sets) {
  const file = join(treebankFolder(), `${set}.conllu`)
  if (!existsSync(file)) console.log(`${set}: skipped, ${file} is not there`)
  else if (other) await scoreOther(set, file)
  else scoreSet(set, file)
}

function scoreSet(set: string, file: string): void {
  const layer = readLayer(readFileSync(file, 'utf8'))
  const documents = [...Map.groupBy(layer, (s) => s.document).values()].map((d) => d.map((s) => analyseTokens(s.forms)))
  const read = () => documents.map((d) => entities(d))
  const loading = performance.now()
  entities([])
  const loaded = performance.now()
  for (let round = 0; round < 2; round++) read()
  const started = performance.now()
  const own = read()
  const seconds = (performance.now() - started) / 1000
  const words = layer.reduce((n, s) => n + s.forms.length, 0)
  console.log(`${set}: load ${(loaded - loading).toFixed(0)} ms, ${Math.round(words / seconds)} tokens/s on trees`)
  report(layer, own.flatMap(renumbered(documents.map((d) => d.length))))
}

/** Names of a document with the numbers of its sentences counted over all documents. */
function renumbered(lengths: readonly number[]): (names: readonly NamedEntity[], document: number) => NamedEntity[] {
  const firsts = lengths.map((_, i) => lengths.slice(0, i).reduce((a, b) => a + b, 0))
  return (names, document) => names.map((e) => ({ ...e, sentence: e.sentence + firsts[document]! }))
}

function report(layer: readonly Layered[], own: readonly NamedEntity[]): void {
  const bySentence = Map.groupBy(own, (e) => e.sentence)
  const gold = layer.map((s) => s.mentions.filter((m) => m.proper))
  for (const [how, match] of Object.entries(MATCHES))
    console.log(`  ${how.padEnd(15)}${ENTITY_TYPES.map((type) => line(type, gold, bySentence, match)).join('  ')}`)
}

function line(type: string, gold: Mention[][], own: Map<number, NamedEntity[]>, match: Match): string {
  let [found, right, theirs, recalled] = [0, 0, 0, 0]
  gold.forEach((mentions, i) => {
    const ours = own.get(i) ?? []
    const wanted = mentions.filter((m) => m.type === type)
    theirs += wanted.length
    recalled += wanted.filter((m) => ours.some((e) => match(m, e))).length
    found += ours.filter((e) => e.type === type).length
    right += ours.filter((e) => e.type === type && mentions.some((m) => match(m, e))).length
  })
  const [p, r] = [(100 * right) / Math.max(1, found), (100 * recalled) / Math.max(1, theirs)]
  return `${type} ${((2 * p * r) / Math.max(1e-9, p + r)).toFixed(1)} (P ${p.toFixed(1)} R ${r.toFixed(1)} of ${theirs})`
}

/** What the compromise package takes for names, as runs of the same words; it gives no heads. */
async function scoreOther(set: string, file: string): Promise<void> {
  const { default: nlp } = await import('compromise')
  const layer = readLayer(readFileSync(file, 'utf8'))
  const own = layer.flatMap((s, sentence) => {
    const doc = nlp(s.forms.join(' '))
    const found = { person: doc.people(), organization: doc.organizations(), place: doc.places() }
    return Object.entries(found).flatMap(([type, list]) =>
      (list.json({ offset: true }) as { offset: { start: number; length: number } }[]).map(({ offset }) => ({
        type: type as NamedEntity['type'],
        sentence,
        ...runOf(s.forms, offset.start, offset.start + offset.length),
      })),
    )
  })
  console.log(`${set}: compromise`)
  report(layer, own)
}

function runOf(forms: readonly string[], start: number, end: number): Omit<NamedEntity, 'type' | 'sentence'> {
  const inside: number[] = []
  let at = 0
  forms.forEach((form, i) => {
    if (at < end && at + form.length > start && /[\p{L}\p{N}]/u.test(form)) inside.push(i)
    at += form.length + 1
  })
  return { first: inside[0] ?? -1, last: inside.at(-1) ?? -1, head: -1, start, end, score: 1 }
}
