import type { Clause, Participant } from '../../grammar/types.ts'
import type { Span } from '../../model/span.ts'
import type { Draft } from '../draft.ts'
import { type Entity, entityOf } from '../entity.ts'
import { phraseEndingAt } from '../linear.ts'
import { type NumberHit, numbersIn } from '../number.ts'
import { statesInside } from '../resolve.ts'
import { low } from '../slip.ts'
import { wordsOf } from '../words.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

const LIVING = new Set([
  'live',
  'reside',
  'settle',
  'dwell',
  'work',
  'flee',
  'cross',
  'arrive',
  'shelter',
  'stay',
  'study',
  'enroll',
])

/** People counted by where they are from; only large numbers tell of a community. */
export const COUNTED = new Set(['refugee', 'immigrant', 'migrant', 'expatriate', 'national', 'citizen'])

export const HOSTING = new Set([
  'have',
  'host',
  'include',
  'shelter',
  'accept',
  'receive',
  'welcome',
  'resettle',
  'admit',
  'take in',
  'house',
  'harbor',
  'harbour',
])

/** Peoples whose name is no state's, by the name of one of them, with the adjective by which their communities are called. */
const PEOPLES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'jew:jewish muslim christian catholic protestant hindu buddhist sikh druze kurd:kurdish tamil tibetan uighur:uyghur uyghur ' +
    'basque catalan copt:coptic maronite yazidi armenian arab scot:scottish mennonite berber hmong tuareg rohingya roma pashtun ' +
    'inuit sami'
  )
    .split(' ')
    .map((word) => word.split(':'))
    .map(([one, adjective]) => [one!, adjective ?? one!]),
)

/** Peoples told by their own name in the plural: "5,000 *Armenians* live in Cyprus", "is home to 600 *Jews*". */
export function peoples(scene: Scene, told: readonly Draft[]): Draft[] {
  return scene.line.clauses.flatMap((c) =>
    (c.form === 'verb' && LIVING.has(c.lemma)) || isThere(scene, c) ? dwellers(scene, c) : guests(scene, c, told),
  )
}

/** "*There are* 600 Jews in Ecuador." */
const isThere = ({ line }: Scene, c: Clause): boolean =>
  c.lemma === 'be' &&
  line.tokens.some((t) => t.head === c.predicate && t.deprel.startsWith('expl') && low(t) === 'there')

/** "Studied at *U.S.* universities": the state of the schools. */
const schools = ({ line }: Scene, obliques: readonly { prep: string; np: Participant }[]): Entity[] =>
  obliques
    .filter((o) => o.prep === 'at' && SCHOOLS.test(line.tokens[o.np.head]!.form))
    .flatMap((o) => o.np.tokens.flatMap((k) => line.mentionAt[k] ?? []))
    .flatMap((m) => (m.type === 'state' ? [entityOf(m)] : []))
const SCHOOLS = /^(?:universit(?:y|ies)|colleges?|schools?|institutions?)$/i

/** "Chile hosts more than 5,000 *Armenians*", "is home to 9,000 *refugees from Mali*": those for whom no noun of a community stands. */
function guests(scene: Scene, c: Clause, told: readonly Draft[]): Draft[] {
  const { line, refs } = scene
  const home = c.form === 'copula' && c.lemma === 'home'
  const hosting = c.form === 'verb' && (HOSTING.has(c.lemma) || takenIn(scene, c) !== undefined)
  if (!home && (!hosting || c.lemma === 'include')) return []
  const host = c.subjects.flatMap((np) => refs.resolve(line, np)).find((e) => e.type === 'state')
  const taken = takenIn(scene, c)
  const all = home ? c.obliques.filter((o) => o.prep === 'to').map((o) => o.np) : c.objects
  return (taken ? [taken] : all).flatMap((np) => {
    const group =
      demonymAt(scene, np.head) ?? peopleAt(scene, np.head) ?? cameFrom(scene, np.head) ?? fled(scene, np.head)
    const n = group && host && numberOf(scene, np, group.own && (home || c.lemma === 'have') ? 100 : 1000)
    const t = line.tokens[np.head]!
    if (!group || !host || !n || told.some((d) => d.span.start <= t.start && t.end <= d.span.end)) return []
    const span = { start: Math.min(host.span.start, n.start), end: group.entity.span.end }
    return [sized(scene, 'community/hosts', np, span, group.entity, host, n.amount)]
  })
}

/** The count that stands before the noun. */
function numberOf({ line, article }: Scene, np: Participant, least: number): NumberHit | undefined {
  const first = line.tokens[Math.max(0, np.tokens[0]! - 2)]!
  return numbersIn(wordsOf(article.text, { start: first.start, end: line.tokens[np.head]!.start })).find(
    (x) => !x.ordinal && x.value >= least,
  )
}

function sized(
  scene: Scene,
  rule: string,
  np: Participant,
  span: Span,
  group: Entity,
  host: Entity,
  count: NumberHit['amount'],
): Draft {
  const draft = make(scene, rule, 'community', np.head, span, { people: [group], host: [host] }, 'holds')
  return { ...draft, is: 'size', count }
}

/** "Has taken in 300,000 *refugees*": the tree may take the particle for a preposition. */
const takenIn = ({ line }: Scene, c: Clause): Participant | undefined =>
  c.lemma === 'take' && low(line.tokens[c.predicate + 1]) === 'in'
    ? [...c.obliques, ...c.nearby].find((o) => COUNTED.has(line.tokens[o.np.head]!.lemma.toLowerCase()))?.np
    : undefined

/** People of whom a text counts some; `own` when they are called by their own name. */
interface Group {
  entity: Entity
  own: boolean
}
/** "1.5 million *refugees*", wherever they come from. */
function fled({ line }: Scene, k: number): Group | undefined {
  const t = line.tokens[k]!
  return /^(?:refugee|migrant)$/i.test(t.lemma) ? group(t.form, t.form, { start: t.start, end: t.end }) : undefined
}

const group = (text: string, label: string, span: Span, own = false): Group => ({
  ...{ entity: { type: 'people', id: `people:${text.toLowerCase()}`, label, span }, own },
})
/** "450,000 *Armenians*". */
function demonymAt({ line }: Scene, k: number): Group | undefined {
  const m = line.mentionAt[k]
  if (m?.type !== 'state' || m.form === 'name' || !m.word) return undefined
  return group(m.word.replace(/s$/, ''), m.word, { start: m.start, end: m.end }, true)
}
/** "600 *Jews*". */
function peopleAt({ line }: Scene, k: number): Group | undefined {
  const t = line.tokens[k]!
  const id = /^\p{Lu}/u.test(t.form) ? PEOPLES[low(t).replace(/s$/, '')] : undefined
  if (id === undefined) return undefined
  return group(id, t.form, { start: t.start, end: t.end }, true)
}
/** "9,000 *refugees from Mali*". */
function cameFrom({ line, article }: Scene, k: number): Group | undefined {
  const t = line.tokens[k]!
  const at = low(line.tokens[k + 2]) === 'the' ? k + 3 : k + 2
  const from = low(line.tokens[k + 1]) === 'from' ? line.mentionAt[at] : undefined
  if (!COUNTED.has(t.lemma.toLowerCase()) || from?.type !== 'state') return undefined
  const label = article.text.slice(t.start, from.end)
  return group(label, label, { start: t.start, end: from.end })
}

/** "8,000 U.S. *students*": told by what they are. */
const PERSONS = /^(?:students|refugees|migrants|citizens|nationals|workers|immigrants|expatriates)$/i

/** "About 5,000 Armenians live in Cyprus", "there are 600 Jews in Ecuador". */
function dwellers(scene: Scene, c: Clause): Draft[] {
  const { line, refs } = scene
  const near = [...c.obliques, ...c.nearby]
  const host = near
    .filter((o) => ['in', 'into', 'to'].includes(o.prep))
    .flatMap((o) => refs.resolve(line, o.np))
    .concat(schools(scene, near))
    .find((e) => e.type === 'state')
  if (!host) return []
  return c.subjects.flatMap((np) => {
    const group = isThere(scene, c) ? countedAt(scene, np) : (counted(scene, np) ?? peopleAt(scene, np.head)?.entity)
    const n = group && numberOf(scene, np, isThere(scene, c) ? 100 : 10)
    return n ? [sized(scene, 'community/live', np, { start: n.start, end: host.span.end }, group, host, n.amount)] : []
  })
}

/** A people by its own name, or persons told by what they are, at the head of the phrase. */
const countedAt = (scene: Scene, np: Participant): Entity | undefined =>
  (demonymAt(scene, np.head) ?? peopleAt(scene, np.head))?.entity ??
  (PERSONS.test(scene.line.tokens[np.head]!.form) ? counted(scene, np) : undefined)

/** A people named anywhere in the phrase, when it names one state only. */
function counted({ line, refs, article }: Scene, np: Participant): Entity | undefined {
  const name = np.tokens.map((k) => line.mentionAt[k]).find((m) => m?.type === 'state' && m.form !== 'name')
  const phrase = phraseEndingAt(line, np.head)
  if (!name || (phrase && statesInside(refs, line, phrase).length > 1)) return undefined
  const head = line.tokens[np.head]!
  const span = { start: name.start, end: Math.max(name.end, PERSONS.test(head.form) ? head.end : 0) }
  const word = article.text.slice(name.start, name.end)
  return group(word.replace(/s$/, ''), article.text.slice(span.start, span.end), span).entity
}
