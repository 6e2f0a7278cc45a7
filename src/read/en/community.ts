import { within } from '../../model/span.ts'
import type { Draft } from '../draft.ts'
import { type Entity, entityOf } from '../entity.ts'
import { type NumberHit, numbersIn } from '../number.ts'
import { low } from '../slip.ts'
import { wordsOf } from '../words.ts'
import { make } from './make.ts'
import { COUNTED, HOSTING, peoples } from './peoples.ts'
import type { Scene } from './specials.ts'

const GROUPS = new Set(['population', 'community', 'minority', 'diaspora'])
/** Verbs by which people come to where they then are. */
const COMING = new Set([
  'flee',
  'cross',
  'arrive',
  'settle',
  'move',
  'come',
  'live',
  'reside',
  'shelter',
  'stay',
  'remain',
])

/** How many of a people live in a state: "a Lebanese population of more than 9,000", "some 300 Greeks live in Malawi". */
export function communities(scene: Scene): Draft[] {
  const { line, memory } = scene
  memory.hosts ??= new Map()
  const out: Draft[] = []
  line.tokens.forEach((t, k) => {
    const counted = COUNTED.has(t.lemma.toLowerCase())
    if (!counted && !GROUPS.has(t.lemma.toLowerCase())) return
    const people = peopleBefore(scene, k)
    if (!people) return
    const host = hostFor(scene, k, people)
    if (!host) return
    memory.hosts!.set(people.label, host)
    const n = numberNear(scene, k)
    if (n && (!counted || (n.value >= 1000 && n.end <= people.span.start))) out.push(sized(scene, k, people, host, n))
  })
  return [...out, ...peoples(scene, out)]
}

function sized(scene: Scene, k: number, people: Entity, host: Entity, n: NumberHit): Draft {
  const t = scene.line.tokens[k]!
  const span = { start: Math.min(people.span.start, n.start), end: Math.max(t.end, n.end) }
  const draft = make(scene, 'community/size', 'community', k, span, { people: [people], host: [host] }, 'holds')
  const aside = scene.article.text.slice(t.end, n.start).includes('(')
  return { ...draft, is: 'size', count: n.amount, ...(aside && { attribution: { voice: 'narrator' as const } }) }
}

/** The capitalised adjective before the noun. */
function peopleBefore({ line, article }: Scene, k: number): Entity | undefined {
  for (let i = k - 1; i >= Math.max(0, k - 3); i--) {
    const t = line.tokens[i]!
    if (t.upos === 'ADP' || t.upos === 'VERB' || t.form === ',') return undefined
    const m = line.mentionAt[i]
    if (m?.type === 'state' && m.form === 'name') return undefined
    if (/^\p{Lu}/u.test(t.form) && (t.upos === 'ADJ' || t.upos === 'PROPN' || line.mentionAt[i]?.type === 'state')) {
      // "A Palestinian community" is of Palestinians; "Syrian refugees" are told by what they are.
      const counted = COUNTED.has(line.tokens[k]!.lemma.toLowerCase())
      const span = { start: t.start, end: counted ? line.tokens[k]!.end : t.end }
      const label = counted ? article.text.slice(span.start, span.end) : t.form
      return { type: 'people', id: `people:${t.form.toLowerCase()}`, label, span }
    }
  }
  return undefined
}

/** "of Ecuador", "in Ecuador", "Ecuador's", the subject of "is a country with …", or where that people was said to live. */
function hostFor(scene: Scene, k: number, people: Entity): Entity | undefined {
  const { line, refs, memory } = scene
  const noun = line.clauses.find((c) => c.form === 'noun' && c.predicate === k)
  const near = [
    ...(noun?.possessors ?? []),
    ...(noun?.obliques ?? []).filter((o) => o.prep === 'of' || o.prep === 'in').map((o) => o.np),
  ]
  const states = near.flatMap((np) => refs.resolve(line, np)).filter((e) => e.type === 'state')
  if (states.length) return states[0]
  const coming = line.clauses
    .filter((c) => c.form === 'verb' && COMING.has(c.lemma) && c.subjects.some((s) => s.tokens.includes(k)))
    .flatMap((c) => c.obliques.filter((o) => ['in', 'into', 'to'].includes(o.prep)))
    .flatMap((o) => refs.resolve(line, o.np))
    .find((e) => e.type === 'state')
  if (coming) return coming
  const after = ['in', 'of'].includes(low(line.tokens[k + 1])) ? line.mentionAt[k + 2] : undefined
  if (after?.type === 'state' && after.form === 'name') return entityOf(after)
  const known = memory.hosts?.get(people.label)
  if (known) return known
  const t = line.tokens[k]!
  const has = line.clauses.find(
    (c) =>
      c.form !== 'noun' &&
      (c.form === 'copula' || HOSTING.has(c.lemma)) &&
      c.subjects.length > 0 &&
      c.span.start < t.start &&
      t.end <= c.span.end,
  )
  const subject = has && refs.resolve(line, has.subjects.at(-1)!)[0]
  return subject?.type === 'state' ? subject : undefined
}

/** The number of the community: before it ("a 300-strong community") or soon after it. */
function numberNear(scene: Scene, k: number): NumberHit | undefined {
  const { line, article } = scene
  const t = line.tokens[k]!
  const before = line.tokens[Math.max(0, k - 5)]!
  const words = wordsOf(article.text, { start: before.start, end: Math.min(line.sentence.end, t.end + 80) })
  const next = line.tokens.find((x) => x.i > k && GROUPS.has(x.lemma.toLowerCase()))?.start ?? line.sentence.end
  return numbersIn(words.filter((w) => !article.datelines.some((d) => within(w, d)))).find(
    (n) =>
      n.start < next &&
      !n.ordinal &&
      n.value >= 10 &&
      !isYear(article.text.slice(n.start, n.end)) &&
      !isMoney(article.text, n),
  )
}
const isMoney = (text: string, n: NumberHit): boolean =>
  /[$€£¥]\s?\S{0,8}$/u.test(text.slice(Math.max(0, n.start - 10), n.end).replace(/[\d.,].{0,200}$/u, '')) ||
  /^ (?:dollars|euros|pounds)/.test(text.slice(n.end, n.end + 10))
const isYear = (text: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(text)
