import type { Clause } from '../../grammar/types.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { numberAt } from '../number.ts'
import { phraseText } from '../resolve.ts'
import { phrasesIn } from '../slots.ts'
import { type Word, wordsOf } from '../words.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

const PASSING = new Set(['adopt', 'approve', 'pass', 'reject', 'carry', 'defeat'])
const VOTED_ON = ['in_favour_of', 'for', 'against', 'on']
const CHOICES: readonly (readonly [string, RegExp])[] = [
  ['yes', /^(?:in favou?r|for|yes)/],
  ['no', /^(?:against|opposed|no)\b/],
  ['abstain', /^(?:abstentions?|abstaining|abstained)/],
  ['absent', /^(?:absent|absences?)/],
]

/** "was adopted by 33 votes to 13, with 10 abstentions"; "187 in favour, 2 against and 1 abstention". */
export function tallies(scene: Scene): Draft[] {
  const { line, article } = scene
  const clause = line.clauses.find((c) => c.form === 'verb' && (PASSING.has(c.lemma) || c.lemma === 'vote'))
  const voted = clause?.lemma === 'vote' ? VOTED_ON.flatMap((slot) => phrasesIn(line, clause, slot))[0] : undefined
  const np = voted ?? clause?.objects[0] ?? (clause?.voice === 'passive' ? clause.subjects[0] : undefined)
  if (!clause || !np || ownChamber(scene, clause)) return []
  const words = wordsOf(article.text, line.sentence)
  const counts = countsIn(words)
  if (counts.length < 2) return []
  const label = phraseText(article, line, np)
  const roll: Entity = { type: 'group', label, span: np.span }
  return counts.map(({ choice, n }) => {
    const span = { start: Math.min(np.span.start, n.start), end: n.end }
    const voter: Entity = { type: 'group', label: 'states', span: n }
    const draft = make(
      scene,
      'vote/tally',
      'vote',
      clause.predicate,
      span,
      { voter: [voter], roll: [roll] },
      'happened',
    )
    const when = line.times.map((t) => t.at('past')).find((t) => t !== undefined)
    return { ...draft, is: 'count' as const, count: n.amount, fixed: { choice }, ...(when && { when }) }
  })
}

/** "The Senate passed the bill by 95 votes to 1": those who vote there are no states. */
const ownChamber = ({ line, refs }: Scene, clause: Clause): boolean =>
  [...clause.subjects, ...clause.obliques.filter((o) => o.prep === 'by' || o.prep === 'in').map((o) => o.np)].some(
    (s) =>
      CHAMBERS.test(line.tokens[s.head]!.form) ||
      refs.resolve(line, s).some((e) => e.type === 'state' || e.of?.startsWith('state:')),
  )
const CHAMBERS =
  /^(?:parliament|senate|house|representatives|congress|chamber|lawmakers|mps|senators|legislators|deputies|cabinet|party|committee)$/i

function countsIn(words: readonly Word[]) {
  const out: { choice: string; n: NonNullable<ReturnType<typeof numberAt>> }[] = []
  const put = (choice: string, n: ReturnType<typeof numberAt>) => {
    if (n && !n.ordinal && !out.some((o) => o.choice === choice)) out.push({ choice, n })
  }
  words.forEach((w, i) => {
    const n = numberAt(words, i)
    if (!n || n.from !== i || /^(?:1[5-9]|20)\d\d$/.test(w.low)) return
    const rest = words.slice(n.to, n.to + 3).map((x) => x.low)
    const text = (
      /^(?:votes?|voted|voting|states?|countries|members)$/.test(rest[0] ?? '') ? rest.slice(1) : rest
    ).join(' ')
    const choice = CHOICES.find(([, pattern]) => pattern.test(text))?.[0]
    if (choice) put(choice, n)
    else if (/^votes?$/.test(rest[0] ?? '') && rest[1] === 'to') {
      put('yes', n)
      put('no', numberAt(words, n.to + 2))
    } else if (
      (rest[0] === '-' || rest[0] === '–') &&
      words[i - 1]?.low !== '-' &&
      /^(?:vote|of|a|by)$/.test(words[i - 1]?.low ?? '')
    ) {
      put('yes', n)
      put('no', numberAt(words, n.to + 1))
    }
  })
  return out
}
