import type { Clause, Participant } from '../grammar/types.ts'
import type { Article, Line } from './article.ts'
import { distinct, type Entity } from './entity.ts'
import { nounClause } from './slots.ts'
import { lookBackMany, low, type Trace } from './trace.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const TALKING = set('meet speak talk confer consult chat converse phone telephone call host welcome receive greet')
const FACING = set('meet phone telephone call host welcome receive greet')
const TALKS = set('meeting call talk talks conversation discussion discussions consultation consultations dinner lunch')

/** "A spoke with B", "A held talks with B": the persons whom a clause brings together, whom "they" and "both" mean later. */
export function broughtTogether(line: Line, c: Clause, resolve: (np: Participant) => Entity[]): Entity[] {
  if (c.form !== 'verb' || c.voice === 'passive' || c.modifies || c.negated || c.subjects.length !== 1) return []
  const others = [...facing(line, c), ...across(line, c)]
  if (!others.length) return []
  const first = resolve(c.subjects[0]!)
  const rest = distinct(others.flatMap(resolve)).filter((e) => e.type === 'person')
  const all = distinct([...first, ...rest])
  return first.length === 1 && first[0]!.type === 'person' && all.length > 1 ? all : []
}

function facing(_line: Line, c: Clause): Participant[] {
  if (!TALKING.has(c.lemma)) return []
  const met = FACING.has(c.lemma) ? c.objects : []
  return [...met, ...c.obliques.filter((o) => o.prep === 'with' || o.prep === 'to').map((o) => o.np)]
}

/** Who stands after "with" where one holds or has talks. */
function across(line: Line, c: Clause): Participant[] {
  const talks = ['hold', 'have', 'host', 'conduct'].includes(c.lemma)
    ? c.objects.filter((o) => TALKS.has(line.tokens[o.head]!.lemma.toLowerCase()))
    : []
  if (!talks.length) return []
  const nouns = talks.flatMap((o) => nounClause(line, o.head)?.obliques ?? [])
  return [...c.obliques, ...nouns].filter((o) => o.prep === 'with').map((o) => o.np)
}

/** "Both reaffirmed", "the two discussed": a number that stands for persons named before. */
export function standsForMany(line: Line, i: number): boolean {
  const t = line.tokens[i]!
  const word = t.form.toLowerCase()
  if (!/^(?:nsubj|obj|obl)/.test(t.deprel)) return false
  const next = line.tokens[i + 1]?.upos ?? ''
  if (!['VERB', 'AUX', 'ADV'].includes(next)) return false
  return word === 'both' || (word === 'two' && line.tokens[i - 1]?.form.toLowerCase() === 'the')
}

const NUMBERS: Readonly<Record<string, number>> = { both: 2, two: 2, three: 3, four: 4 }
/** How many "the two leaders", "both ministers" are; nothing where the words point to nobody. */
function countedBack(words: readonly string[]): number | undefined {
  const k = words.findIndex((w) => w in NUMBERS)
  if (k < 0 || k > 1 || (words[k] !== 'both' && !['the', 'these', 'those'].includes(words[k - 1] ?? '')))
    return undefined
  return words.length - k <= 4 ? NUMBERS[words[k]!] : undefined
}

/** "The two leaders", "both ministers": as many persons, where the latest group named has them. */
export function personsCounted(traces: Trace[], line: Line, np: Participant): Entity[] {
  const count = countedBack(np.tokens.map((k) => low(line.tokens[k])))
  const many = count ? lookBackMany(traces, line, 'person') : []
  return many.length === count ? many : []
}

/** Nouns for persons that a number may point back to. */
export const PERSONS = set('leaders officials ministers diplomats secretaries envoys men women politicians statesmen')

/** "The delegation": the state of the delegation named before it. */
export function delegationBefore(article: Article, line: Line, at: number): Entity['id'] {
  for (let k = line.index; k >= Math.max(0, line.index - 6); k--) {
    const { tokens, mentionAt } = article.lines[k]!
    const named = tokens.findLast(
      (t) => t.start < at && t.form === 'delegation' && mentionAt[t.i - 1]?.type === 'state',
    )
    const m = named && mentionAt[named.i - 1]
    if (m?.type === 'state') return m.id
  }
  return undefined
}
