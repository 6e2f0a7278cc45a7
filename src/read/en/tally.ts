import type { Clause, Participant } from '../../grammar/types.ts'
import { overlaps, type Span } from '../../model/span.ts'
import type { Draft } from '../draft.ts'
import { type Entity, entityOf } from '../entity.ts'
import { numberAt } from '../number.ts'
import { phraseText } from '../resolve.ts'
import { phrasesIn } from '../slots.ts'
import { type Word, wordsOf } from '../words.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

/** What passes by itself: "the plan carried by 33 votes to 13". */
const PASSES = new Set(['pass', 'carry', 'fail'])
const PASSING = new Set(['adopt', 'approve', 'pass', 'reject', 'carry', 'defeat', 'fail'])
/** "For *example*", "for the first *time*": not what was voted on. */
const NO_MATTER = /^(?:examples?|instance|times?|years?|months?|weeks?|days?|decades?|now|reasons?)$/i
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
  const voted =
    clause?.lemma === 'vote'
      ? VOTED_ON.flatMap((slot) => phrasesIn(line, clause, slot)).find(
          ({ head, span }) =>
            !NO_MATTER.test(line.tokens[head]!.form) && !line.times.some((time) => overlaps(time, span)),
        )
      : undefined
  const itself = clause?.voice === 'passive' || (clause !== undefined && PASSES.has(clause.lemma))
  const np = clause?.lemma === 'vote' ? voted : (clause?.objects[0] ?? (itself ? clause?.subjects[0] : undefined))
  if (!clause || !np || ownChamber(scene, clause)) return []
  const words = wordsOf(article.text, line.sentence)
  const counts = countsIn(words)
  if (counts.length < 2) return []
  const span = wholeSubject(scene, clause, np) ?? np.span
  const counted = wordsOfCount(article.text, counts)
  const label = span === np.span ? phraseText(article, line, np) : article.text.slice(span.start, span.end)
  const roll: Entity = { type: 'group', label, span }
  return counts.flatMap(({ choice, n }) => {
    const told = { start: Math.min(span.start, n.start), end: n.end }
    const voter: Entity = { type: 'group', label: 'states', span: n }
    const draft = make(
      scene,
      'vote/tally',
      'vote',
      clause.predicate,
      told,
      { voter: [voter], roll: [roll] },
      'happened',
    )
    const when = line.times.map((t) => t.at('past')).find((t) => t !== undefined)
    const dated = { ...draft, fixed: { choice }, counted, ...(when && { when }) }
    const voters = namedBehind(scene, n)
    const named = {
      ...dated,
      roles: { ...draft.roles, voter: voters },
      span: { start: told.start, end: voters.at(-1)?.span.end ?? told.end },
    }
    return [{ ...dated, is: 'count' as const, count: n.amount }, ...(voters.length ? [named] : [])]
  })
}

/** "6 against (*Israel, Nauru, …*)": who they were, where as many are named as are counted. */
function namedBehind({ line, article }: Scene, n: Counted): Entity[] {
  const rest = article.text.slice(n.end, Math.min(line.sentence.end, n.end + 600))
  const list = /^[^,;.()]{0,30}\(([^()]{4,})\)/.exec(rest)
  if (!list) return []
  const end = n.end + list[0].length
  const found = line.mentions.filter((m) => m.type === 'state' && m.form === 'name' && m.start > n.end && m.end < end)
  return found.length === n.amount.least && n.amount.least === n.amount.most ? found.map(entityOf) : []
}
type Counted = NonNullable<ReturnType<typeof numberAt>>

/** "*By a vote of 33 to 13*": from the first number, with the words that lead to it, to the last. */
function wordsOfCount(text: string, counts: readonly { n: Span }[]): Span {
  const start = Math.min(...counts.map(({ n }) => n.start))
  const lead = /\b(?:by|with|in|on) (?:a |an? \w+ )?(?:votes?|margin|majority|tally|count) of $/i.exec(
    text.slice(Math.max(0, start - 40), start),
  )
  return { start: start - (lead?.[0].length ?? 0), end: Math.max(...counts.map(({ n }) => n.end)) }
}

/** "The resolution *to partition Palestine* was adopted": all that stands before the verb. */
function wholeSubject({ line, article }: Scene, clause: Clause, np: Participant): Span | undefined {
  const first = np.tokens[0] ?? np.head
  if (!/^(?:resolution|plan|motion|text|proposal|draft|decision)$/i.test(line.tokens[np.head]!.form)) return undefined
  const verb = line.tokens.findIndex((t) => t.i > np.head && /^(?:VB[DZP]|MD)$/.test(t.xpos))
  if (verb < 0 || verb > clause.predicate || verb <= np.head + 1) return undefined
  const start = line.tokens[/^(?:the|a|an)$/i.test(line.tokens[first]!.form) ? first + 1 : first]!.start
  const end = line.tokens[verb - 1]!.end
  return article.text.slice(start, end).includes(',') ? undefined : { start, end }
}

/** "The Senate passed the bill by 95 votes to 1": those who vote there are no states. */
const ownChamber = ({ line, refs }: Scene, clause: Clause): boolean =>
  [...clause.subjects, ...clause.obliques.filter((o) => o.prep === 'by' || o.prep === 'in').map((o) => o.np)].some(
    (s) =>
      CHAMBERS.test(line.tokens[s.head]!.form) ||
      refs.resolve(line, s).some((e) => e.type === 'state' || e.of?.startsWith('state:')),
  )
const CHAMBERS =
  /^(?:parliament|senate|house|representatives|congress|chamber|lawmakers|mps|senators|legislators|deputies|cabinet|party|committee|legislature|council|duma|knesset|bundestag|lords|commons)$/i

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
      rest[0] === 'to' &&
      /^(?:of|by|voted|approved|adopted|passed)$/.test(words[i - 1]?.low ?? '') &&
      numberAt(words, n.to + 1)?.from === n.to + 1
    ) {
      put('yes', n)
      put('no', numberAt(words, n.to + 1))
    } else if (
      (rest[0] === '-' || rest[0] === '–') &&
      words[i - 1]?.low !== '-' &&
      /^(?:vote|voted|of|a|by)$/.test(words[i - 1]?.low ?? '')
    ) {
      put('yes', n)
      put('no', numberAt(words, n.to + 1))
    }
  })
  return out
}
