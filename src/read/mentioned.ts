import type { Clause } from '../grammar/types.ts'
import { within } from '../model/span.ts'
import type { Line } from './article.ts'
import { lightOf, timesFor } from './dating.ts'
import type { Draft } from './draft.ts'
import { SPEECH } from './en/speech.ts'
import { TRIP_RANK } from './rank-trip.ts'
import { enclosing } from './slots.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
/** Verbs that say of an event, a post or a bond no more than that it is, begins, goes on, ends, or is planned. */
const TELLING =
  set(`pay make hold have be begin start end conclude finish take occur happen open close undertake embark mark
  continue resume remain complete plan schedule cancel postpone set announce confirm host conduct do arrange maintain enjoy
  keep establish restore sever cut break suspend normalise normalize upgrade downgrade sign ratify conclude reach enter exist
  last follow impose lift ease tighten extend renew receive give provide pledge see include come arrive leave travel go return
  be become constitute represent`)
/** Prepositions by which a verb of going takes its trip: "left *on* a visit". */
const ON_THE_WAY = set('on for')

/** A claim made of a noun phrase that its sentence says something else of: a subject, an object, a circumstance. */
export function isMentioned(d: Draft): boolean {
  const { line, clause } = d.match.site
  if (d.kind === 'remark' || d.is === 'years' || d.kind === 'community') return false
  if (d.match.rule === 'envoy/apposition') return true
  if (d.rules?.includes(TRIP_RANK)) return false
  if (clause.form !== 'noun' || clause.id < 0 || d.match.frame.on === '' || d.match.frame.within) return false
  if (lightOf(line, clause)) return false
  const host = hostOf(line, clause)
  if (!host) return false
  if (host.form === 'copula') return host.predicate !== clause.predicate && !existential(line, host, clause)
  const part = partIn(host, clause)
  if (!part) return true
  if (part === 'oblique') return !byTheWay(host, clause)
  const verb = host.lemma.split(' ')[0]!
  return host.lemma !== 'call off' && !(TELLING.has(verb) || SPEECH.has(verb))
}

const hostOf = (line: Line, c: Clause): Clause | undefined =>
  line.clauses.find((x) => x.form === 'copula' && x.predicate === c.predicate) ?? enclosing(line, c)

/** "There was a visit". */
const existential = (line: Line, host: Clause, c: Clause): boolean =>
  line.tokens[host.predicate]!.lemma === 'be' && host.subjects.some((s) => s.head === c.predicate)

function partIn(host: Clause, c: Clause): 'direct' | 'oblique' | undefined {
  const direct = [...host.subjects, ...host.objects, ...host.recipients, ...host.predicatives]
  if (direct.some((np) => np.tokens.includes(c.predicate))) {
    return direct.some((np) => np.head === c.predicate) ? 'direct' : undefined
  }
  return host.obliques.some((o) => o.np.head === c.predicate) ? 'oblique' : undefined
}
const byTheWay = (host: Clause, c: Clause): boolean =>
  host.obliques.some((o) => o.np.head === c.predicate && ON_THE_WAY.has(o.prep)) && GOING.has(host.lemma)
const GOING = set('be leave arrive come travel fly go depart head return embark set')

/** What is only mentioned has no time but one of its own: a verb's date is the verb's. */
export function ownTime(d: Draft, all: readonly Draft[]): Draft {
  const { line, clause } = d.match.site
  if (!d.when) return d
  const times = timesFor(line, clause)
  const taken = all.some(
    (o) =>
      o !== d &&
      (o.match.site.clause.form !== 'noun' || (o.kind === 'remark' && o.when === d.when)) &&
      timesFor(line, o.match.site.clause).some((t) => times.includes(t)) &&
      !insideNoun(line, clause, times[0]!),
  )
  return taken ? { ...d, when: undefined } : d
}
/** "the visit *in May* led to": the time stands between the noun and its verb, or before the noun. */
function insideNoun(line: Line, c: Clause, t: { start: number; end: number }): boolean {
  const noun = line.tokens[c.predicate]!
  const verb = enclosing(line, c)
  return (
    within(t, c.span) && (t.end <= noun.start || (verb !== undefined && line.tokens[verb.predicate]!.start > t.end))
  )
}
