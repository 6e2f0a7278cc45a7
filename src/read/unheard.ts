import type { Kind } from '../model/kinds/index.ts'
import { overlaps, type Span, within } from '../model/span.ts'
import { type Line, textOf } from './article.ts'
import { capacityIn, termSaid } from './capacity.ts'
import type { Draft } from './draft.ts'
import { type Reach, reachOf } from './residue.ts'
import { phrasesIn } from './slots.ts'
import { onlyForeseen, placeAmongHolders, titleOff } from './unheard-office.ts'

/** Kinds that records decide: of these, nothing of weight in the claim's own clause may go unheard. */
const OF_RECORD: ReadonlySet<Kind> = new Set<Kind>([
  'visit',
  'meeting',
  'vote',
  'relations',
  'mission',
  'envoy',
  'office',
  'membership',
  'statehood',
])

/**
 * Words of a claim's own clause that say something of record and that no claim of the sentence holds: a number, a name, a sort of
 * visit, a day that is no such weekday, an office that the person is not known to have held.
 */
export function unheardOf(d: Draft, all: readonly Draft[]): Span | undefined {
  if (!OF_RECORD.has(d.kind) || d.is === 'years' || d.modality === 'planned' || d.modality === 'proposed')
    return undefined
  const reach = reachOf(d)
  if (!reach) return undefined
  return (
    numberIn(d, reach, all) ??
    numberOfTrips(d) ??
    memberOf(d, all) ??
    oneOf(d, all) ??
    sortOfMember(d) ??
    elsewhere(d, reach) ??
    nameIn(d, reach, all) ??
    comparedWith(d) ??
    sortIn(d, reach) ??
    onlyOther(d) ??
    gradedAmong(d) ??
    (isNoun(d) || d.kind === 'meeting' ? undefined : momentIn(reach, all)) ??
    weekdayOff(d) ??
    (d.kind === 'visit' && !capacityIn(d) ? termSaid(d) : undefined) ??
    onlyForeseen(d) ??
    placeAmongHolders(d) ??
    titleOff(d)
  )
}

/** A claim of a noun stands in a clause that may tell of other things. */
const isNoun = ({ match: { site } }: Draft): boolean => site.clause.form === 'noun'
const low = (line: Line, k: number): string => line.tokens[k]?.form.toLowerCase() ?? ''
const spanOf = ({ start, end }: Span): Span => ({ start, end })
const timed = (line: Line, k: number): boolean => line.times.some((time) => overlaps(time, line.tokens[k]!))

const COMPOUND =
  /^(?:[a-z]+|\d+)-(?:day|night|week|month|year|hour|minute|nation|country|state|city|stop|leg|time)s?$|^(?:day|week|month|year|hour)-?long$/i

/** An hour of the day narrows no claim of that day. */
const CLOCK = /^\d{1,2}[:.]\d\d$/

/** "For *ten* days", "a *five-nation* tour", "*one* of them". */
function numberIn(d: Draft, { line, tokens, used }: Reach, all: readonly Draft[]): Span | undefined {
  if ((d.is !== 'so' && d.is !== 'none') || isNoun(d)) return undefined
  const found = tokens.find((k) => {
    const t = line.tokens[k]!
    const number = (t.upos === 'NUM' && !CLOCK.test(t.form)) || COMPOUND.test(t.form)
    if (!number || used.has(k) || timed(line, k) || line.mentionAt[k] || definite(line, k)) return false
    return !all.some((o) => o !== d && o.count && overlaps(o.span, t))
  })
  return found === undefined ? undefined : spanOf(line.tokens[found]!)
}
/** "The two leaders": those just named; "after two years of talks": how long it took narrows nothing. */
const definite = (line: Line, k: number): boolean =>
  (/^(?:the|both|these|those|their|all)$/.test(low(line, k - 1)) && /^(?:two|three|four|five)$/.test(low(line, k))) ||
  low(line, k - 1) === 'after'

const NAMING = /^(?:including|namely|notably|among|includ(?:e|es|ed))$/
/** "Nine states voted against it, *including Chad*": a member of the set that no claim names. */
function memberOf(d: Draft, all: readonly Draft[]): Span | undefined {
  const { line } = d.match.site
  if (d.is !== 'count' && d.is !== 'none' && d.is !== 'every') return undefined
  const k = line.tokens.findIndex((t) => t.start >= d.span.start && NAMING.test(t.form.toLowerCase()))
  const m =
    k < 0 ? undefined : [k + 1, k + 2, k + 3, k - 1].map((i) => line.mentionAt[i]).find((x) => x?.type === 'state')
  return m && !heard(m, all) ? { start: Math.min(m.start, line.tokens[k]!.start), end: m.end } : undefined
}

/** "One of only *three* states to vote against it", "before *any other* state": a number or a comparison that no claim is made of. */
function oneOf(d: Draft, all: readonly Draft[]): Span | undefined {
  const { line } = d.match.site
  if (d.is !== 'so' || d.mentioned || isNoun(d) || all.some((o) => o.count)) return undefined
  const inside = line.tokens.filter((t) => within(t, d.match.site.clause.span) || within(t, d.span))
  const found = inside.find((t) => {
    const [of, next, after] = [1, 2, 3].map((n) => low(line, t.i + n))
    const number = [2, 3, 4].map((n) => line.tokens[t.i + n]).find((x) => x?.upos === 'NUM')
    const few = /^(?:only|just|the|some)$/.test(next!) || line.tokens[t.i + 2]?.upos === 'NUM'
    if (low(line, t.i) === 'one' && of === 'of') return few && !!number && !line.times.some((x) => overlaps(x, number))
    return low(line, t.i) === 'any' && of === 'other' && after !== undefined
  })
  return found && spanOf(found)
}

const MEMBERS =
  /^(?:founding|founder|charter|original|associate|observer|permanent|non-permanent|honorary|probationary)$/
/** "A *founding* member": lists of members tell none apart. */
function sortOfMember(d: Draft): Span | undefined {
  if (d.kind !== 'membership') return undefined
  const { line } = d.match.site
  const found = line.tokens.find((t) => MEMBERS.test(low(line, t.i)) && /^members?(?:hip)?$/.test(low(line, t.i + 1)))
  return found && spanOf(found)
}

/** "Voted against it *in the Security Council*": the roll calls on record are the General Assembly's. */
function elsewhere(d: Draft, { line, tokens, used }: Reach): Span | undefined {
  if (d.kind !== 'vote' || !d.roles.roll?.some((e) => /\d|\b(?:resolution|partition)\b/i.test(e.label)))
    return undefined
  const found = tokens.find((k) => {
    const m = line.mentionAt[k]
    return m?.type === 'body' && !used.has(k) && !/assembly|united-nations$|^body:un$/i.test(m.id)
  })
  return found === undefined ? undefined : spanOf(line.mentionAt[found]!)
}

const heard = (m: Span, all: readonly Draft[]): boolean =>
  all.some((o) => o.kind !== 'remark' && [...spansOf(o), ...sayers(o), ...sinceOf(o)].some((s) => overlaps(s, m)))
const spansOf = (o: Draft): Span[] => [...Object.values(o.roles).flat(), ...(o.except ?? [])].map((e) => e.span)
const sinceOf = ({ since }: Draft): Span[] =>
  since && 'person' in since && since.person.span ? [since.person.span] : []
const sayers = (o: Draft): Span[] => (o.attribution.speaker ? [o.attribution.speaker.span] : [])

/** "At the invitation of *Anna Tamm*": a person or state of whom no claim of the sentence tells. */
function nameIn(d: Draft, { line, tokens, used }: Reach, all: readonly Draft[]): Span | undefined {
  if (d.is === 'size' || d.kind === 'vote' || d.kind === 'meeting' || isNoun(d)) return undefined
  const own = Object.values(d.roles).flat()
  const known = new Set(own.flatMap((e) => [e.id, e.of, e.to, e.as]))
  const found = [...tokens, ...purposeOf(d, all)].find((k) => {
    const m = line.mentionAt[k]
    if (!m || used.has(k) || timed(line, k) || sinceThen(line, k) || apposed(line, k, used)) return false
    if (m.type !== 'state' && m.type !== 'person') return false
    return !known.has(m.type === 'state' ? m.id : m.person.id) && !heard(m, all)
  })
  return found === undefined ? undefined : spanOf(line.mentionAt[found]!)
}

/** "Anna Tamm, the *Estonian* president who received him": what is said beside one of the claim's own names. */
function apposed(line: Line, k: number, used: ReadonlySet<number>): boolean {
  const noun = line.tokens[line.tokens[k]!.head]
  return noun?.deprel === 'appos' && used.has(noun.head)
}

/** "Since *Anna Tamm* in 1990": the claim's window, or its residue, has it. */
const sinceThen = (line: Line, k: number): boolean =>
  [1, 2, 3, 4].some((back) => /^(?:since|between|succeed(?:s|ed)?|precede[sd]?)$/.test(low(line, k - back)))

const OCCASION = new Set(
  'attend join mark commemorate celebrate open inaugurate accept receive sign bury mourn'.split(' '),
)
/** "To attend the funeral of *Anna Tamm*": the tokens of a purpose that no claim is made of. */
function purposeOf(d: Draft, all: readonly Draft[]): number[] {
  const { line, clause } = d.match.site
  const own = line.clauses.filter((c) => OCCASION.has(c.lemma) && c.mark === 'to' && c.host === clause.id)
  return own
    .filter((c) => !all.some((o) => o !== d && overlaps(o.span, c.span) && !within(c.span, o.match.site.clause.span)))
    .flatMap((c) => line.tokens.filter((t) => within(t, c.span)).map((t) => t.i))
}

const AUXILIARY = /^(?:do|does|did|had|has|have|was|were)$/
/** "…, *as Anna Tamm had* in 1998": a comparison, of which no claim is made. */
function comparedWith(d: Draft): Span | undefined {
  const { line, clause } = d.match.site
  const k = line.tokens.findIndex(
    (t, i) =>
      i > clause.predicate &&
      t.form.toLowerCase() === 'as' &&
      line.mentionAt[i + 1] !== undefined &&
      [2, 3, 4].some((n) => AUXILIARY.test(low(line, i + n)) && line.tokens[i + n + 1]?.upos !== 'VERB'),
  )
  return k < 0 ? undefined : { start: line.tokens[k]!.start, end: line.mentionAt[k + 1]!.end }
}

/** "Made *only one* foreign trip", "paid a *ten-day* visit": what is said of the noun of a light verb. */
function numberOfTrips(d: Draft): Span | undefined {
  const { line, clause } = d.match.site
  if (d.kind !== 'visit' || d.is !== 'so') return undefined
  const slots = Object.keys(d.match.frame.needs ?? {}).filter((slot) => slot !== 'side')
  const heads = new Set(slots.flatMap((slot) => phrasesIn(line, clause, slot)).map((np) => np.head))
  const nouns = clause.form === 'noun' ? [...heads, clause.predicate] : [...heads]
  for (const head of nouns)
    for (let k = head - 1; k >= Math.max(0, head - 6); k--) {
      const t = line.tokens[k]!
      if (['VERB', 'AUX', 'ADP'].includes(t.upos) || t.form === ',') break
      if (timed(line, k)) continue
      if (t.upos === 'NUM' || COMPOUND.test(t.form) || /^(?:only|sole)$/.test(low(line, k))) return spanOf(t)
    }
  return undefined
}

const SORT =
  /^(?:state|private|secret|unofficial|clandestine|unannounced|solo|overnight|campaign|transit|refuell?ing|refuel|stopover|layover|overflight|vacation|holiday|honeymoon|incognito|medical|farewell|final|maiden|inaugural|return|repeat|brief|lasted|lasting|aboard)$/
const BRIEF = /^(?:brief|unannounced|return|farewell|overnight)$/
/** "A *state* visit", "on *vacation*", "*lasted* a week": records of visits tell no sort and no length. */
function sortIn(d: Draft, { line, tokens }: Reach): Span | undefined {
  if (d.kind !== 'visit') return undefined
  const found = tokens.find((k) => {
    const word = low(line, k)
    if (!SORT.test(word) || BRIEF.test(word) || line.mentionAt[k]) return false
    return word !== 'state' || /^(?:visits?|trips?|tours?)$/.test(low(line, k + 1))
  })
  return found === undefined ? undefined : spanOf(line.tokens[found]!)
}

/** "Visited *only* Chad": of where else somebody went, or whom else it was done to, no claim is made. */
function onlyOther(d: Draft): Span | undefined {
  if (d.is !== 'only') return undefined
  for (const role of ['to', 'host', 'body', 'roll', 'target', 'receiver'])
    for (const f of d.match.roles[role] ?? []) if (f.quantity.only && f.np) return f.np.span
  return undefined
}

/** "The *highest-ranking* official to visit", "the *most* senior": a place among others that no record tells. */
function gradedAmong(d: Draft): Span | undefined {
  const { line, clause } = d.match.site
  const most = clause.form === 'copula' ? 5 : 1
  const before = [1, 2, 3, 4, 5].find((n) => n <= most && low(line, clause.predicate - n) === 'to')
  if (d.is !== 'so' || before === undefined) return undefined
  const ranked = d.kind === 'office' || d.kind === 'envoy' ? RANKED : undefined
  const found = line.tokens
    .slice(Math.max(0, clause.predicate - 10), clause.predicate - before)
    .find(
      (t) =>
        low(line, t.i - 1) === 'the' &&
        (/^(?:JJS|RBS)$/.test(t.xpos) || /^(?:highest|most|longest)\b/i.test(t.form) || ranked?.test(low(line, t.i))),
    )
  return found && spanOf(found)
}
/** "The *first* woman to become president": of a class that no list of offices tells apart. */
const RANKED = /^(?:first|second|third|last|only|latest|next)$/

const SEASON = /^(?:spring|summer|autumn|winter|christmas|easter|thanksgiving|ramadan|anniversary|halloween|eve)$/
const STAGE = /^(?:start|beginning|end|height|outset|close|dawn|peak|eve|midst|aftermath|wake|heels|conclusion)$/
/** "In the *autumn* of 2016", "at the *start* of his term", "*during* a tour": words of time that no rule reads. */
function momentIn({ line, tokens, used, meant }: Reach, all: readonly Draft[]): Span | undefined {
  for (const k of tokens) {
    const t = line.tokens[k]!
    const word = low(line, k)
    if (used.has(k) || /^(?:state|person)$/.test(line.mentionAt[k]?.type ?? '')) continue
    if (SEASON.test(word) || (word === 'fall' && low(line, k + 1) === 'of')) return spanOf(t)
    if (timed(line, k)) continue
    const stage = STAGE.test(word) && low(line, k + 1) === 'of' && !meant.has(k + 1)
    if (stage && /^(?:the|its|an?)$|^(?:at|in|on|near|toward|towards|by)$/.test(low(line, k - 1))) return spanOf(t)
    const noun = word === 'during' ? nounAfter(line, k) : undefined
    if (noun === undefined || timed(line, noun) || used.has(noun)) continue
    if (!all.some((o) => o.match.site.clause.predicate === noun)) return { start: t.start, end: line.tokens[noun]!.end }
  }
  return undefined
}
function nounAfter(line: Line, k: number): number | undefined {
  for (let i = k + 1; i < Math.min(k + 7, line.tokens.length); i++) {
    const t = line.tokens[i]!
    if (t.upos === 'NOUN' && line.tokens[i + 1]?.upos !== 'NOUN') return i
    if (['VERB', 'ADP', 'PUNCT', 'AUX'].includes(t.upos)) return undefined
  }
  return undefined
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
/** "On Monday, 1 March 2016", which was a Tuesday: one of the two is wrong. */
function weekdayOff({ match: { site } }: Draft): Span | undefined {
  const { line, article } = site
  for (const time of line.times) {
    const day = time.at('past')
    if (!day || !/^\d{4}-\d\d-\d\d$/.test(day) || !/\d{4}/.test(textOf(article, time))) continue
    const first = line.tokens.findIndex((t) => overlaps(t, time))
    const said = [first - 3, first - 2, first - 1, first, first + 1]
      .map((k) => WEEKDAYS.indexOf(low(line, k)))
      .find((n) => n >= 0)
    if (said !== undefined && said !== new Date(`${day}T00:00:00Z`).getUTCDay()) return spanOf(time)
  }
  return undefined
}

/** "*Next year* marks 60 years of ties": an anniversary of another year than the article's, which its claim does not hold. */
export function otherYear(d: Draft): Span | undefined {
  const { line, article } = d.match.site
  if (d.is !== 'years') return undefined
  const found = line.times.find((t) =>
    /^(?:next|last|the coming|the following) year$|\b(?:years?|months?) (?:ago|from now|hence)$/i.test(
      textOf(article, t),
    ),
  )
  return found && spanOf(found)
}
