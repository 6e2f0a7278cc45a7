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

const GROUPS = new Set(['population', 'community', 'minority', 'diaspora'])
/** People counted by where they are from; only large numbers tell of a community. */
const COUNTED = new Set(['refugee', 'immigrant', 'migrant', 'expatriate', 'national', 'citizen'])
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
  for (const c of line.clauses)
    if (c.form === 'verb' && LIVING.has(c.lemma)) out.push(...dwellers(scene, c.subjects, c.obliques))
    else out.push(...guests(scene, c, out))
  return out
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
  return numbersIn(words).find(
    (n) =>
      n.start < next &&
      !n.ordinal &&
      n.value >= 10 &&
      !isYear(article.text.slice(n.start, n.end)) &&
      !isMoney(article.text, n),
  )
}
const HOSTING = new Set([
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
const isMoney = (text: string, n: NumberHit): boolean =>
  /[$€£¥]\s?\S{0,8}$/u.test(text.slice(Math.max(0, n.start - 10), n.end).replace(/[\d.,].{0,200}$/u, '')) ||
  /^ (?:dollars|euros|pounds)/.test(text.slice(n.end, n.end + 10))
const isYear = (text: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(text)

/** "Studied at *U.S.* universities": the state of the schools. */
const schools = ({ line }: Scene, obliques: readonly { prep: string; np: Participant }[]): Entity[] =>
  obliques
    .filter((o) => o.prep === 'at' && SCHOOLS.test(line.tokens[o.np.head]!.form))
    .flatMap((o) => o.np.tokens.flatMap((k) => line.mentionAt[k] ?? []))
    .flatMap((m) => (m.type === 'state' ? [entityOf(m)] : []))
const SCHOOLS = /^(?:universit(?:y|ies)|colleges?|schools?|institutions?)$/i

/** "Chile hosts more than 5,000 *Armenians*", "is home to 9,000 *refugees from Mali*": those for whom no noun of a community stands. */
function guests(scene: Scene, c: Clause, told: readonly Draft[]): Draft[] {
  const { line, refs, article } = scene
  const home = c.form === 'copula' && c.lemma === 'home'
  const hosting = c.form === 'verb' && (HOSTING.has(c.lemma) || takenIn(scene, c) !== undefined)
  if (!home && (!hosting || c.lemma === 'include')) return []
  const host = c.subjects.flatMap((np) => refs.resolve(line, np)).find((e) => e.type === 'state')
  const np = home ? c.obliques.find((o) => o.prep === 'to')?.np : (c.objects[0] ?? takenIn(scene, c))
  if (!host || !np) return []
  const people = demonymAt(scene, np.head) ?? cameFrom(scene, np.head) ?? fled(scene, np.head)
  const first = line.tokens[Math.max(0, np.tokens[0]! - 2)]!
  const n = numbersIn(wordsOf(article.text, { start: first.start, end: line.tokens[np.head]!.start })).find(
    (x) => !x.ordinal && x.value >= 1000,
  )
  const again = told.some((d) => d.span.start <= line.tokens[np.head]!.start && line.tokens[np.head]!.end <= d.span.end)
  if (!people || !n || again) return []
  const span = { start: host.span.start < n.start ? host.span.start : n.start, end: people.span.end }
  const draft = make(scene, 'community/hosts', 'community', np.head, span, { people: [people], host: [host] }, 'holds')
  return [{ ...draft, is: 'size', count: n.amount }]
}

/** "Has taken in 300,000 *refugees*": the tree may take the particle for a preposition. */
const takenIn = ({ line }: Scene, c: Clause): Participant | undefined =>
  c.lemma === 'take' && low(line.tokens[c.predicate + 1]) === 'in'
    ? [...c.obliques, ...c.nearby].find((o) => COUNTED.has(line.tokens[o.np.head]!.lemma.toLowerCase()))?.np
    : undefined

/** "1.5 million *refugees*", wherever they come from. */
function fled({ line }: Scene, k: number): Entity | undefined {
  const t = line.tokens[k]!
  return /^(?:refugee|migrant)$/i.test(t.lemma) ? people(t.form, t.form, { start: t.start, end: t.end }) : undefined
}

const people = (text: string, label: string, span: Span): Entity => ({
  ...{ type: 'people', id: `people:${text.toLowerCase()}`, label, span },
})
/** "450,000 *Armenians*". */
function demonymAt({ line }: Scene, k: number): Entity | undefined {
  const m = line.mentionAt[k]
  if (m?.type !== 'state' || m.form === 'name' || !m.word) return undefined
  const word = m.word.replace(/s$/, '')
  return people(word, m.word, { start: m.start, end: m.end })
}
/** "9,000 *refugees from Mali*". */
function cameFrom({ line, article }: Scene, k: number): Entity | undefined {
  const t = line.tokens[k]!
  const at = low(line.tokens[k + 2]) === 'the' ? k + 3 : k + 2
  const from = low(line.tokens[k + 1]) === 'from' ? line.mentionAt[at] : undefined
  if (!COUNTED.has(t.lemma.toLowerCase()) || from?.type !== 'state') return undefined
  const label = article.text.slice(t.start, from.end)
  return people(label, label, { start: t.start, end: from.end })
}

/** "8,000 U.S. *students*": told by what they are. */
const STUDYING = /^(?:students|refugees|migrants|citizens|nationals|workers|immigrants)$/i

/** "About 5,000 Armenians live in Cyprus." */
function dwellers(
  scene: Scene,
  subjects: readonly Participant[],
  obliques: readonly { prep: string; np: Participant }[],
): Draft[] {
  const { line, refs, article } = scene
  const host = obliques
    .filter((o) => ['in', 'into', 'to'].includes(o.prep))
    .flatMap((o) => refs.resolve(line, o.np))
    .concat(schools(scene, obliques))
    .find((e) => e.type === 'state')
  const np = subjects.find((x) => x.tokens.some((k) => line.mentionAt[k]?.type === 'state'))
  if (!host || !np) return []
  const first = line.tokens[Math.max(0, np.tokens[0]! - 2)]!
  const n = numbersIn(wordsOf(article.text, { start: first.start, end: np.span.end })).find(
    (x) => !x.ordinal && x.value >= 10,
  )
  const name = np.tokens.map((k) => line.mentionAt[k]).find((m) => m?.type === 'state' && m.form !== 'name')
  const phrase = phraseEndingAt(line, np.head)
  if (!n || !name || (phrase && statesInside(refs, line, phrase).length > 1)) return []
  const word = article.text.slice(name.start, name.end)
  const head = line.tokens[np.head]!
  const span = { start: name.start, end: Math.max(name.end, STUDYING.test(head.form) ? head.end : 0) }
  const group = people(word.replace(/s$/, ''), article.text.slice(span.start, span.end), span)
  const draft = make(
    scene,
    'community/live',
    'community',
    np.head,
    { start: n.start, end: host.span.end },
    { people: [group], host: [host] },
    'holds',
  )
  return [{ ...draft, is: 'size', count: n.amount }]
}
