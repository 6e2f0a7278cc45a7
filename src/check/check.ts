import { dedupe, measure, needs, type Own, type Pattern, type Snapshot, type World, worldOf } from '../ask/index.ts'
import type { Claim } from '../model/claim.ts'
import type { Answer, CheckedPart, CheckedReading, Outcome, Part, Verdict } from '../model/verdict.ts'
import type { Day } from '../model/when.ts'
import { tooBrief } from './brief.ts'
import { outcomeOfParts } from './decide.ts'
import { verdictId } from './identify.ts'
import { listedReading, SLACK } from './listed.ts'
import { nearestTo } from './nearest.ts'
import { type Context, type Proposal, propose } from './propose.ts'
import { notYetBefore } from './single.ts'
import { SOIL } from './soil.ts'
import { guardStrangers } from './strangers.ts'
import type { At } from './terms.ts'

/** The three days that a verdict is made for, and what the ledger had recorded. */
export interface Times {
  /** The article's date, to which its words are tied. */
  date: Day
  /** What held at this day is asked; the article's date unless said otherwise. */
  asOf: Day
  today: Day
  knownOn: string
}

const at = (times: Times, asOf: Day = times.asOf): At => ({ asOf, date: times.date, seats: 'now' })
const partsOf = (proposal: Proposal): Part[] => ('parts' in proposal ? proposal.parts : [])

/** What the ledger must be asked for before these claims can be checked. */
export function patternsOf(claims: readonly Claim[], times: Times): Pattern[] {
  return dedupe(
    claims.flatMap((claim) =>
      propose(claim, claims, at(times))
        .flatMap(partsOf)
        .flatMap((part) => needs(part.question)),
    ),
  )
}

/** Check one claim of an article on a snapshot. Pure: the same inputs give the same verdict, byte for byte. */
export function checkClaim(claim: Claim, context: Context, snapshot: Snapshot, times: Times, own: Own = {}): Verdict {
  const speaker = claim.speaker ? { speaker: claim.speaker.id } : {}
  const world = worldOf(snapshot, { ...own, ...speaker })
  const readings = readingsOf(world, claim, context, at(times))
  const main = readings[0]!
  const early = main.outcome === 'supported' && heldBefore(world, claim, at(times))
  const outcome = early ? 'not-understood' : headlineOf(readings)
  const weak = main.parts.find((p) => p.answer.outcome === main.outcome && main.outcome !== 'supported')
  const nearest = weak && nearestTo(world, weak)
  const [first] = propose(claim, context, at(times))
  const verdict = {
    claim: claim.id,
    outcome,
    readings,
    ...(first && reasonOf(first)),
    ...(outcome !== main.outcome && { reason: early || flipOf(readings) }),
    ...(nearest && { nearest }),
    asOf: times.asOf,
    knownOn: times.knownOn,
    today: early ? { outcome, on: times.today } : todayOf(world, claim, context, times, { ...main, outcome }),
  }
  return { id: verdictId(verdict), ...verdict }
}

/** "Since 1986", of what held before that already: whether its beginning is meant is not said. */
const heldBefore = (world: World, claim: Claim, when: At): string | undefined =>
  notYetBefore(claim, when).some((p) => measure(world, p.question).outcome === 'refuted')
    ? 'it held in the year before that already'
    : undefined

/**
 * Where what a state's name stands for turns the verdict round, none of its definitions is chosen; what is too brief to count for all
 * refutes nothing.
 */
function headlineOf(readings: readonly CheckedReading[]): Outcome {
  const [first, second] = readings.map((r) => r.outcome)
  if (first === 'refuted' && tooBrief(readings[0])) return 'not-understood'
  const turned = readings[0]?.definition?.includes(SOIL) && second && first !== second
  return turned && [first, second].sort().join() === 'refuted,supported' ? 'not-understood' : first!
}
const flipOf = (readings: readonly CheckedReading[]): string =>
  tooBrief(readings[0]) ??
  `its definitions turn it round: ${readings.map((r) => `${r.outcome} ${r.definition}`).join('; ')}`

const reasonOf = (proposal: Proposal): { reason?: string } =>
  'exit' in proposal
    ? { reason: proposal.reason }
    : 'open' in proposal
      ? { reason: `no source here knows ${proposal.open.map((w) => `“${w}”`).join(', ')}` }
      : {}

function readingsOf(world: World, claim: Claim, context: Context, when: At): CheckedReading[] {
  const proposals = propose(claim, context, when)
  const strict = proposals.map((p) => checkReading(world, p))
  const loose = strict[0]?.outcome === 'not-covered' ? listedReading(proposals[0]!) : undefined
  const byList = loose && checkReading(world, loose)
  const readings =
    !byList || byList.outcome === 'not-covered' ? strict : isSafe(byList) ? [byList, ...strict] : [...strict, byList]
  return readings.filter((r, i) => i === 0 || !readings.slice(0, i).some((earlier) => sameAnswers(earlier, r)))
}

/** A number that differs by no more than a list may be out refutes nothing. */
const isSafe = ({ outcome, parts }: CheckedReading): boolean =>
  outcome === 'supported' || (outcome === 'refuted' && parts.every((p) => p.answer.outcome !== 'refuted' || isFar(p)))

function isFar({ question, answer }: CheckedPart): boolean {
  if (question.measure !== 'count' || !question.expects) return answer.against.length > 0
  const { least, most } = question.expects
  const told = answer.value?.least ?? 0
  return (least !== null && least - told > SLACK) || (most !== null && told - most > SLACK)
}

function checkReading(world: World, proposal: Proposal): CheckedReading {
  if ('exit' in proposal) return { outcome: proposal.exit, parts: [] }
  if ('open' in proposal) return { outcome: 'not-covered', parts: [] }
  const parts = proposal.parts.map(
    (part): CheckedPart => ({
      ...part,
      answer: guardStrangers(world, part.question, measure(world, part.question)),
    }),
  )
  return { ...(proposal.definition && { definition: proposal.definition }), outcome: outcomeOfParts(parts), parts }
}

const gist = (a: Answer) => JSON.stringify([a.outcome, a.members, a.contested, a.open, a.value])

/** Two definitions that give the same members and outcome for every part are one reading. */
const sameAnswers = (a: CheckedReading, b: CheckedReading): boolean =>
  a.parts.length === b.parts.length && a.parts.every((p, i) => gist(p.answer) === gist(b.parts[i]!.answer))

const questions = (claim: Claim, context: Context, when: At) =>
  JSON.stringify(propose(claim, context, when).map((p) => partsOf(p).map((part) => part.question)))

/**
 * The outcome for today. Where the sources do not reach that far, it is the one for the last day that they do reach, which is
 * said; a claim about a fixed time has the same outcome on every day.
 */
function todayOf(world: World, claim: Claim, context: Context, times: Times, main: CheckedReading): Verdict['today'] {
  const timeless = questions(claim, context, at(times)) === questions(claim, context, at(times, times.today))
  if (timeless) return { outcome: main.outcome, on: times.today }
  const outcomeOn = (day: Day): Outcome => headlineOf(readingsOf(world, claim, context, at(times, day)))
  const outcome = outcomeOn(times.today)
  if (outcome !== 'not-covered' || main.outcome === 'not-covered') return { outcome, on: times.today }
  const ends = main.parts.flatMap((p) => p.answer.coverage.map((c) => c.to))
  const reach = [...new Set(ends)]
    .filter((day) => day >= times.asOf && day <= times.today)
    .sort()
    .reverse()
  for (const day of reach) {
    const then = outcomeOn(day)
    if (then !== 'not-covered') return { outcome: then, on: day }
  }
  return { outcome: main.outcome, on: times.asOf }
}
