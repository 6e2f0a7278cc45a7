import type { Claim, Described, Filler, Named, Worded } from '../model/claim.ts'
import { within } from '../model/span.ts'
import { type Days, daysOf, meets, type When } from '../model/when.ts'
import type { Article } from './article.ts'
import type { Holders } from './ports.ts'

type Roll = { id: string; label: string; day: string }

/** What the article has called a roll call so far, from which "it", "the text" and "the resolution" take their meaning. */
interface Spoken {
  words: string
  /** Roll calls that a ledger knows by these words; a question that is voted on each year has several. */
  family: readonly Roll[]
  filler: Named | Worded
  when?: string
}

const GENERIC =
  /^(it|this|that|them|(the |this |that )?(same )?(draft |adopted )?(resolution|text|motion|measure|proposal|draft|question|vote|decision|plan))$/i

/**
 * Says which roll call each vote is about: by the ledger's names for it, and the time told where a question comes up every
 * year; a vote without one takes the last that the article spoke of. What stays unknown keeps its words.
 */
export function settleRolls(article: Article, claims: readonly Claim[]): Claim[] {
  const { holders } = article
  let last: Spoken | undefined
  const settle = (
    roles: Record<string, Filler>,
    when: string | undefined,
  ): { roles: Record<string, Filler>; when?: string } => {
    const said = roles.roll
    if (said && said.is !== 'words') return { roles, ...(when && { when }) }
    const spoken = said && !isEcho(said.label, last) ? speak(said, when, holders) : last && echo(last, said, when)
    if (!spoken) return { roles, ...(when && { when }) }
    last = spoken
    const time = when ?? spoken.when
    return { roles: { ...roles, roll: spoken.filler }, ...(time && { when: time }) }
  }
  return claims.map((claim) => {
    const inner = mapDescribed(claim.roles, (d) =>
      d.of.kind === 'vote' ? { ...d, of: { ...d.of, ...settle(d.of.roles, d.of.when) } } : d,
    )
    if (claim.kind !== 'vote') return { ...claim, roles: inner }
    const { roles, when } = settle(inner, claim.when ?? timeAround(article, claim))
    return { ...claim, roles, ...(when && { when }) }
  })
}

/** The first index from which a condition holds, for one that goes on holding. */
function firstWhere(length: number, holds: (i: number) => boolean): number {
  let [from, to] = [0, length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

/** The one dated time of the claim's sentence, which spreads over its clauses; words such as "now" are no such time. */
function timeAround({ lines, text }: Article, claim: Claim): When | undefined {
  const near = lines[firstWhere(lines.length, (i) => lines[i]!.sentence.end >= claim.span.end)]
  const line = near && within(claim.span, near.sentence) ? near : undefined
  const dated = (line?.times ?? []).filter((t) => /\d{4}/.test(text.slice(t.start, t.end)))
  const times = new Set(dated.map((t) => t.at('past')))
  return times.size === 1 ? [...times][0] : undefined
}

const content = (text: string): string[] => text.toLowerCase().match(/\p{L}+|\d+/gu) ?? []

/** A word for any resolution, or a shorter form of what was said last ("partition" after "partition of Palestine"). */
function isEcho(words: string, last: Spoken | undefined): boolean {
  if (GENERIC.test(words.trim())) return true
  const before = last && new Set(content(last.words))
  return before !== undefined && content(words).every((word) => before.has(word))
}

function speak(said: Worded, when: string | undefined, holders: Holders): Spoken {
  const family = holders.rolls(said.label)
  return { words: said.label, family, filler: named(one(family, when), said) ?? said, ...(when && { when }) }
}

/** The same question again: that roll call or, at another time told, the one of its family held then. */
function echo(last: Spoken, said: Worded | undefined, when: string | undefined): Spoken {
  const base: Worded = { is: 'words', label: last.words, ...(said?.span && { span: said.span }) }
  if (!when || when === last.when || last.family.length < 2)
    return { ...last, filler: { ...last.filler, ...(said?.span && { span: said.span }) } }
  return { ...last, filler: named(one(last.family, when), base) ?? base, when }
}

const named = (roll: Roll | undefined, said: Worded): Named | undefined =>
  roll && { is: 'entity', id: roll.id, label: said.label, ...(said.span && { span: said.span }) }

/** The one roll call of a family that fits the time told; of a family of one, that one unless the time excludes it. */
function one(family: readonly Roll[], when: string | undefined): Roll | undefined {
  const window: Days | undefined = when ? daysOf(when) : undefined
  const fitting = window ? family.filter((roll) => meets(daysOf(roll.day) ?? window, window)) : family
  return fitting.length === 1 ? fitting[0] : undefined
}

function mapDescribed(roles: Record<string, Filler>, change: (d: Described) => Described): Record<string, Filler> {
  const each = <F extends Filler>(f: F): F => (f.is === 'set' ? (change(f) as F) : f)
  return Object.fromEntries(
    Object.entries(roles).map(([name, f]) => [name, f.is === 'list' ? { ...f, of: f.of.map(each) } : each(f)]),
  )
}
