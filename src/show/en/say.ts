import type { Amount, Fact, Roles } from '../../model/fact.ts'
import { classOf, type EntityId } from '../../model/ids.ts'
import { definitionOf } from '../../model/kinds/index.ts'
import type { Question, Select, SetExpr, Term } from '../../model/question.ts'
import type { Gap } from '../../model/verdict.ts'
import { daysOf, EVER } from '../../model/when.ts'
import { type Pair, pairOf } from './alike.ts'
import { PHRASES } from './kinds.ts'
import { definite, type Label, listed } from './label.ts'
import type { Words } from './phrases.ts'
import { dates, phrase, window, years } from './time.ts'

const inSentence = (id: EntityId, label: Label): string =>
  classOf(id) === 'office' ? `a ${label(id)}` : plain(id, label)

const plain = (id: EntityId, label: Label): string =>
  classOf(id) === 'state' || classOf(id) === 'seat' || classOf(id) === 'body' ? definite(label(id)) : label(id)

/** The roles of a stored fact as words. */
export const wordsOf = (roles: Roles, label: Label): Words =>
  Object.fromEntries(
    Object.entries(roles).map(([role, value]) => [role, listed([value].flat().map((v) => inSentence(v, label)))]),
  )

/** What is said before a fact that did not, or not yet, take place. */
const MOODS: Partial<Record<Fact['modality'], string>> = {
  cancelled: 'called off: ',
  planned: 'planned: ',
  proposed: 'proposed: ',
  denied: 'denied: ',
}

/** A fact as a sentence, with its time unless that is shown beside it: "Calvin Coolidge visited Cuba, 15–17 January 1928". */
export function sayFact(
  fact: Pick<Fact, 'kind' | 'roles' | 'when' | 'telling' | 'amount' | 'modality'>,
  label: Label,
  dated = true,
): string {
  const day = fact.when && daysOf(fact.when)
  const then: Label = (id) => label(id, day && day.from !== EVER.from ? day.from : undefined)
  const clause = PHRASES[fact.kind].fact(wordsOf(fact.roles, then))
  const size = fact.amount ? `: ${amount(fact.amount)}` : ''
  const denied = fact.telling === 'no' ? 'not so: ' : ''
  const plan = MOODS[fact.modality] ?? ''
  return `${denied}${plan}${clause}${size}${dated && fact.when ? `, ${dates(fact.when)}` : ''}`
}

/** "33", "more than 14,000", "600 to 800", "at least 10". */
export function amount({ least, most }: Amount): string {
  const n = (x: number) => (Number.isInteger(x) ? x.toLocaleString('en-US') : `${(100 * x).toFixed(1)} %`)
  if (least === null) return most === null ? 'an unknown number' : `at most ${n(most)}`
  if (most === null) return `at least ${n(least)}`
  return least === most ? n(least) : `${n(least)} to ${n(most)}`
}

function sayTerm(term: Term, label: Label): string {
  if ('id' in term) return inSentence(term.id, label) + (term.as ? ` as ${label(term.as)}` : '')
  if ('office' in term) return `a sitting ${label(term.office)}`
  if ('set' in term) return saySet(term.set, label)
  if ('words' in term) return term.words
  const ids = 'anyOf' in term ? term.anyOf : term.allOf
  const names = ids.map((id) => inSentence(id, label))
  return 'anyOf' in term ? names.join(' or ') : listed(names)
}

const selectWords = (select: Select, label: Label): Words =>
  Object.fromEntries(Object.entries(select.roles).map(([role, term]) => [role, sayTerm(term, label)]))

const spaced = (...parts: string[]): string => parts.filter(Boolean).join(' ')

/** When a roll call took place is fixed by the roll call, and needs no words. */
const sayWindow = (select: Select): string => {
  const { dates: fixed } = definitionOf(select.kind)
  return fixed && select.roles[fixed] ? '' : window(select.window)
}

/** A set as a noun phrase. */
export function saySet(set: SetExpr, label: Label): string {
  switch (set.op) {
    case 'select': {
      const words = selectWords(set, label)
      const { members, facts } = PHRASES[set.kind]
      const wide = set.wide ? ' or dealings below them' : ''
      return spaced((set.by ? members(set.by, words) : facts(words)) + wide, sayWindow(set))
    }
    case 'members':
      return listed(set.ids.map((id) => inSentence(id, label)))
    case 'and':
      return set.of.map((s, i) => (i ? bare(saySet(s, label)) : saySet(s, label))).join(', of those among the ')
    case 'or':
      return [...new Set(set.of.map((s) => saySet(s, label)))].join(', or ')
    case 'minus':
      return `${saySet(set.from, label)} that are not among the ${bare(saySet(set.less, label))}`
    case 'occupants':
      return saySet(set.of, label)
  }
}

/** The share of roll calls on which two voters chose alike. */
export function sayShare({ voters, window: days }: Pair, label: Label): string {
  const both = listed(voters.map((id) => inSentence(id, label)))
  return `of the roll calls in which ${spaced(`${both} both took part`, window(days))}, the share on which they chose alike`
}

const theOnly = (ids: readonly EntityId[], label: Label) => listed(ids.map((id) => inSentence(id, label)))

/** A question with its expected value as one English sentence, without a full stop. */
export function sayQuestion(q: Question, label: Label): string {
  switch (q.measure) {
    case 'includes':
      return q.expects ? includes(q.set, q.expects, label) : `Which are the ${saySet(q.set, label)}?`
    case 'any':
      return sentence(q.set.op === 'select' && !q.set.by ? clause(q.set, label) : `there are ${saySet(q.set, label)}`)
    case 'exactly':
      if (!q.expects) return `Which are the ${saySet(q.set, label)}?`
      return q.expects.length
        ? sentence(`the ${saySet(q.set, label)}: exactly ${theOnly(q.expects, label)}`)
        : none(q.set, label)
    case 'count':
      return q.expects ? sentence(`${saySet(q.set, label)}: ${amount(q.expects)}`) : `How many ${saySet(q.set, label)}?`
    case 'share': {
      const pair = pairOf(q.set)
      if (pair) return sentence(`${sayShare(pair, label)}${q.expects ? `: ${amount(q.expects)}` : ''}`)
      const of =
        q.set.op === 'members' ? `the ${q.set.ids.length.toLocaleString('en-US')} told here` : saySet(q.set, label)
      return `The share of ${of} in which both chose alike${q.expects ? `: ${amount(q.expects)}` : ''}`
    }
    case 'first':
    case 'last':
      return q.expects
        ? sentence(
            `${theOnly(q.expects, label)}: the ${q.measure} of the ${bare(saySet(q.set, label))}${sayOrder(q, label)}`,
          )
        : `Which was the ${q.measure} of the ${bare(saySet(q.set, label))}${sayOrder(q, label)}?`
    case 'rank':
      return sayRank(q, label)
    case 'amount':
      return sentence(
        `${saySet({ ...q.set, window: EVERYDAY }, label)}: ${q.expects ? amount(q.expects) : 'how many?'}`,
      )
    case 'years':
      return sentence(
        `${q.expects ? yearsOf(q.expects, q.over) : 'How many'} years from ${saySet(q.set, label)} to ${phrase(q.on).replace(/^on /, '')}`,
      )
  }
}
/** ", those of an Arab state", ", since Richard Nixon". */
export function sayOrder(q: Extract<Question, { measure: 'first' | 'last' }>, label: Label): string {
  const among = q.among ? `, for one of the ${bare(saySet(q.among, label))}` : ''
  if (!q.since) return among
  return 'id' in q.since
    ? `${among}, since the last one of ${inSentence(q.since.id, label)}`
    : `${among}, in ${q.since.short ? 'nearly ' : ''}${q.since.years} years`
}
const ordinal = (n: number): string =>
  `${n}${n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`

/** "Barack Obama: the 2nd in the order of visits by …, each visitor counted once". */
function sayRank(q: Extract<Question, { measure: 'rank' }>, label: Label): string {
  const { least, most } = q.expects ?? { least: null, most: null }
  const place =
    least !== null && least === most ? `the ${ordinal(least)}` : q.expects ? `the ${amount(q.expects)}th` : 'which'
  const who = q.of ? inSentence(q.of, label) : q.claimed ? `the one ${window(q.claimed)}` : 'this one'
  const once = q.each === 'member' ? `, each ${q.role} counted once` : ''
  return sentence(`${who}: ${place} in the order of the ${bare(saySet(q.set, label))}${once}`)
}

const yearsOf = (expects: Amount, over: true | undefined): string =>
  over && expects.least !== null ? `more than ${expects.least - 1}` : amount(expects)
const bare = (text: string): string => text.replace(/^the /, '')

/** That nothing is in a set: of a named member, that it is not so; else that there was none. */
function none(set: SetExpr, label: Label): string {
  const [of, only] = set.op === 'and' ? set.of : []
  if (of && only?.op === 'members') return `Not so: ${includes(of, only.ids, label)}`
  const what = saySet(set, label)
  return what.startsWith('the ') ? sentence(`${what} did not take place`) : sentence(`there were no ${what}`)
}

const EVERYDAY = { from: '0000-01-01', to: '9999-12-31' }

const sentence = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** A single fact asked for: "Barack Obama visited Cuba in 2016". */
const clause = (select: Select, label: Label): string =>
  spaced(
    (select.modality === 'cancelled' ? 'called off: ' : '') + PHRASES[select.kind].fact(selectWords(select, label)),
    sayWindow(select),
  )

/** The one selection of facts that a set of states comes from. */
const selectIn = (set: SetExpr): SetExpr =>
  set.op === 'occupants' ? selectIn(set.of) : set.op === 'or' ? selectIn(set.of[0]!) : set

/** "Ecuador voted for …"; of a state of affairs, "Colombia and Israel had diplomatic relations on …". */
function includes(set: SetExpr, ids: readonly EntityId[], label: Label): string {
  const pair = set.op === 'or' ? pairOf(set) : undefined
  if (pair)
    return sentence(`${listed(pair.voters.map((id) => inSentence(id, label)))} chose alike on ${theOnly(ids, label)}`)
  const inner = selectIn(set)
  if (inner.op !== 'select' || !inner.by || ids.length > 4)
    return sentence(`${theOnly(ids, label)}: among the ${saySet(set, label)}`)
  const words = selectWords(inner, label)
  const names = ids.map((id) => inSentence(id, label))
  const party = inner.roles[inner.by] && words[inner.by]
  const filled = { ...words, [inner.by]: party ? `${listed(names)} and ${party}` : listed(names) }
  return sentence(spaced(PHRASES[inner.kind].fact(filled), sayWindow(inner)))
}

/** What is missing, as a sentence, with who could tell. */
export function sayGap(gap: Gap, label: Label): { say: string; who: string } {
  const words = wordsOf(gap.roles, label)
  const others = gap.about?.filter((id) => !Object.values(gap.roles).flat().includes(id)) ?? []
  const about = others.length
    ? ` (${listed(
        others.map((id) => inSentence(id, label)),
        4,
      )})`
    : ''
  return {
    say: `no source here covers ${PHRASES[gap.kind].facts(words)}${about}, ${years(gap)}`,
    who: PHRASES[gap.kind].keeper(wordsOf(statesAlone(gap), label)),
  }
}

/** The gap's roles without places and peoples in roles that states fill: only a state keeps a record. */
const statesAlone = ({ kind, roles }: Gap): Roles =>
  Object.fromEntries(
    Object.entries(roles).filter(
      ([name, value]) =>
        definitionOf(kind).roles[name]?.holds !== 'state' ||
        [value].flat().every((v) => classOf(v) === 'state' || classOf(v) === 'seat'),
    ),
  )
