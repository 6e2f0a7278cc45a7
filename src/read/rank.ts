import type { Participant } from '../grammar/types.ts'
import { hull } from '../model/span.ts'
import type { Article, Line } from './article.ts'
import type { Draft } from './draft.ts'
import { type Entity, entityOf } from './entity.ts'
import { phraseEndingAt } from './linear.ts'
import { groupIn } from './ranked-class.ts'
import { narrowsClass } from './residue.ts'
import { accepts, asRole } from './roles.ts'
import type { Filled } from './slots.ts'

export const RANKS: Readonly<Record<string, Draft['is']>> = { first: 'first', last: 'last', only: 'only', sole: 'only' }
const CLASSES =
  /^(?:presidents?|ministers?|leaders?|heads?|monarchs?|kings?|queens?|popes?|chancellors?|secretar(?:y|ies)|countr(?:y|ies)|states?|nations?|governments?|members?)$/

const RANK_WORDS = /^(?:first|only|last|sole|second|third)$/i
const FURTHER = /^(?:final|maiden|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/i
const TRIPS = /^(?:visits?|trips?|tours?|journeys?)$/

/** A phrase that ranks ("the first president of Peru"), before "to do so" or "to have visited". */
export interface Ranked {
  is: Draft['is']
  np: Participant
  /** The token after the phrase's "to" and its auxiliaries. */
  verb: number
}

/** Every ranking phrase before an infinitive. */
function ranked(line: Line): Ranked[] {
  return line.tokens.flatMap((t, k): Ranked[] => {
    if (t.form.toLowerCase() !== 'to' || k < 2) return []
    const np = phraseEndingAt(line, beforeWorld(line, k) - 1)
    const word = np?.tokens.map((i) => line.tokens[i]!.form.toLowerCase()).find((w) => Object.hasOwn(RANKS, w))
    if (!np || !word) return []
    let verb = k + 1
    while (['AUX', 'ADV'].includes(line.tokens[verb]?.upos ?? '') || line.tokens[verb]?.form.toLowerCase() === 'have')
      verb++
    return line.tokens[verb] ? [{ is: RANKS[word]!, np, verb }] : []
  })
}

/** "The first country *in the world* to …": of all there are. */
function beforeWorld(line: Line, k: number): number {
  if (!/^(?:world|earth|history)$/i.test(line.tokens[k - 1]!.form)) return k
  const at = line.tokens[k - 2]?.form.toLowerCase() === 'the' ? k - 3 : k - 2
  return /^(?:in|on)$/i.test(line.tokens[at]?.form ?? '') ? at : k
}

/** "…, the first president to do so", "is the only president to have visited": a claim of rank beside the plain one. */
export function ranks(_article: Article, line: Line, drafts: readonly Draft[]): Draft[] {
  return ranked(line).flatMap((r) => besidePlain(line, drafts, r))
}

/** The claim of rank that a phrase before an infinitive makes of the plain claim. */
function besidePlain(line: Line, drafts: readonly Draft[], r: Ranked): Draft[] {
  if (
    drafts.some(
      (d) => RANKED.has(d.is) && line.tokens[r.verb]!.start < d.span.end && d.span.start <= line.tokens[r.verb]!.start,
    )
  )
    return []
  const told = drafts.filter((d) => d.is === 'so' && d.kind !== 'remark' && d.match.site.clause.form !== 'copula')
  const again = /^(?:do|done)$/i.test(line.tokens[r.verb]!.form)
  const plain = again
    ? told.findLast((d) => line.tokens[d.match.site.clause.predicate]!.start < r.np.span.start)
    : told.find((d) => d.match.site.clause.predicate === r.verb)
  const made = plain && rankOf(line, plain, r)
  return made ? [made] : []
}
const RANKED: ReadonlySet<Draft['is']> = new Set(['first', 'last', 'only', 'count'])

/** The plain claim with the class in the place of who did it. */
export function rankOf(line: Line, plain: Draft, { is, np, verb }: Ranked): Draft | undefined {
  const after = plain.match.site.line.times.find((t) => t.stance === 'since' && t.start > line.tokens[verb]!.start)
  const since = after?.at('past')?.split('/')[0]
  const when = since ? `${since}/` : undefined
  const role = ['visitor', 'voter', 'member', 'by', 'person', 'sender', 'state', 'between'].find(
    (r) => plain.roles[r]?.length,
  )
  const who = classOf(line, plain, np)
  if (!role || !who) return undefined
  const filled: Filled = { slot: 'subject', np, entities: [who], quantity: {} }
  const bare = np.tokens.every((k) =>
    /^(?:the|first|last|only|sole|ever|country|state|nation|member|government|in|on|world|earth|history)$/i.test(
      line.tokens[k]!.form,
    ),
  )
  if (who.type !== 'office') {
    const states = bare && plain.roles[role]!.every((e) => e.type === 'state')
    const group = bare ? undefined : groupIn(line, np)
    const roles = group && { ...plain.roles, [role]: [...plain.roles[role]!, group] }
    return states || group
      ? { ...plain, is, when, rules: [...plain.rules, 'rank'], ...(roles && { roles }) }
      : undefined
  }
  if (np.tokens.some((k) => k < np.head && narrowsClass(line, k, true, true))) return undefined
  const fit = asRole(plain.kind, role, who)
  if (!accepts(plain.kind, role, fit, filled)) return undefined
  return {
    ...plain,
    is,
    roles: { ...plain.roles, [role]: [fit] },
    when,
    span: hull([plain.span, np.span, line.tokens[verb]!, ...(after ? [after] : [])]),
    rules: [...plain.rules, 'rank'],
  }
}

/** The office or the kind of state that the phrase names. */
function classOf(line: Line, plain: Draft, np: Participant): Entity | undefined {
  const office = np.tokens.map((k) => line.mentionAt[k]).find((m) => m?.type === 'office')
  if (office) return entityOf(office)
  const found = plain.match.site.refs.resolve(line, np)[0]
  return found && (found.type === 'office' || found.type === 'group') ? found : undefined
}

/** Whether a noun of rank stands in a phrase that no claim of rank was made of: "the first leader to do so". `wide`: trips, places past the third and deeds too. */
export function looseRank(
  line: Line,
  drafts: readonly Draft[],
  wide: boolean,
): { start: number; end: number; at: number } | undefined {
  for (let k = 0; k < line.tokens.length - 1; k++) {
    const t = line.tokens[k]!
    if (
      !(RANK_WORDS.test(t.form) || (wide && FURTHER.test(t.form))) ||
      !/^(?:the|its|his|her|their)$/i.test(line.tokens[k - 1]?.form ?? '')
    )
      continue
    const end = classEnd(line, k, wide) ?? (wide ? rankedDeed(line, k) : undefined)
    if (end === undefined) continue
    const span = { start: line.tokens[k - 1]!.start, end: line.tokens[end]!.end, at: t.start }
    if (!drafts.some((d) => d.is !== 'so' && d.span.start < span.end && span.start < d.span.end)) return span
  }
  return undefined
}

/** The end of the ranking phrase, if its noun is a class of states or officers, or it has none ("the first to do so"). */
function classEnd(line: Line, k: number, wide: boolean): number | undefined {
  for (let i = k + 1; i < Math.min(line.tokens.length, k + 8); i++) {
    const word = line.tokens[i]!.form.toLowerCase()
    if (
      word === 'to' &&
      ['do', 'have', 'visit', 'recognise', 'recognize'].includes(line.tokens[i + 1]?.form.toLowerCase() ?? '')
    )
      return i + 1
    if (line.mentionAt[i]?.type === 'office' || CLASSES.test(word) || (wide && TRIPS.test(word))) return i
    if (['VERB', 'ADP', 'SCONJ', 'PUNCT', 'AUX'].includes(line.tokens[i]!.upos) && !line.mentionAt[i]) return undefined
  }
  return undefined
}

/** "The last British colony in Africa *to gain* independence", ", the first *with* a European country": of any class. */
function rankedDeed(line: Line, k: number): number | undefined {
  const next = line.tokens[k + 1]
  if (next?.upos === 'ADP' && line.tokens[k - 2]?.form === ',') return k
  for (let i = k + 1; i < Math.min(line.tokens.length - 1, k + 11); i++) {
    const t = line.tokens[i]!
    if (t.form.toLowerCase() === 'to' && line.tokens[i + 1]!.upos === 'VERB') return i + 1
    if (
      t.upos === 'PUNCT' ||
      t.upos === 'AUX' ||
      (t.upos === 'VERB' && t.deprel !== 'amod') ||
      line.times.some((x) => x.start <= t.start && t.end <= x.end)
    )
      return undefined
  }
  return undefined
}
