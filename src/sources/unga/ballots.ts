import { occupancies } from '../../atlas/index.ts'
import type { EntityId } from '../../model/ids.ts'
import { daysOf, isDay, meets, type When } from '../../model/when.ts'
import type { NamedEntity } from '../names-row.ts'
import type { Ballot, Finding } from '../source.ts'
import { timesOf } from './days.ts'
import {
  isOnAPart,
  namesOfSymbol,
  notTold,
  type RollCall,
  rollOfCall,
  rollOfSymbol,
  symbolOf,
  type Told,
} from './resolutions.ts'
import { voters } from './voters.ts'

/** How voters are called, each by its place: its label and its number, empty where the data set has none. */
export type Labels = readonly (readonly [label: string, number: string])[]

/** What one roll call's rows say: the place of each voter's label, and the choice, one after the other. */
export interface Tally {
  rcid: string
  labels: number[]
  choices: string[]
}

export interface Assembled {
  ballots: Ballot[]
  names: NamedEntity[]
  findings: Finding[]
  last: string
}

/** Roll calls with their voters named, dated as far as can be believed, and footed against what their publisher states. */
export function assemble(
  file: string,
  tallies: readonly Tally[],
  labels: Labels,
  calls: ReadonlyMap<string, RollCall>,
): Assembled {
  const out: Assembled = { ballots: [], names: [], findings: [], last: '' }
  const voterOf = voters()
  const timeOf = timesOf([...calls.values()])
  const pairOf = pairs()
  const find = (kind: string, locator: string, message: string) => out.findings.push({ kind, file, locator, message })
  const told: { call: RollCall; ballot: Omit<Ballot, 'roll'>; symbol?: Told }[] = []
  for (const { rcid, labels: voting, choices } of tallies) {
    const locator = `rcid ${rcid}`
    const call = calls.get(rcid)
    if (!call || !isDay(call.date)) {
      find(
        'unknown-roll-call',
        locator,
        `${voting.length} votes on a roll call that is not described; they are left out`,
      )
      continue
    }
    const when = timeOf(call)
    const votes = new Map<EntityId, string>()
    for (const [i, place] of voting.entries()) {
      const [label, number] = labels[place]!
      const choice = choices[i]!
      const voter = voterOf(label, number, daysOf(when)!)
      if (!voter)
        find('unknown-voter', locator, `${label || number} is no seat that the atlas knows; its vote is left out`)
      else if (votes.has(voter.seat))
        find('voter-twice', locator, `${label} votes in ${voter.seat}, of which a vote is told already; it is left out`)
      else {
        if (!voter.member)
          find('not-a-member', locator, `${label} is told to vote in ${when}, when ${voter.seat} was empty`)
        votes.set(voter.seat, choice)
      }
    }
    const counts = countsOf(votes)
    for (const [choice, total] of Object.entries(call.stated ?? {}))
      if (total !== (counts[choice] ?? 0))
        find('does-not-cross-foot', locator, `${total} ${choice} are stated, ${counts[choice] ?? 0} are told: partial`)
    if (call.date > out.last) out.last = call.date
    const sorted = [...votes].map(([seat, choice]) => pairOf(seat, choice)).sort(([a], [b]) => (a < b ? -1 : 1))
    const ballot = { when, source: SOURCE, locator, votes: sorted, ...(call.stated && { stated: call.stated }) }
    const symbol = symbolOf(call, counts)
    told.push({ call, ballot, ...(symbol && { symbol }) })
  }
  const wholes = wholeVotes(told, find)
  for (const { call, ballot, symbol } of told) {
    const whole = symbol && wholes.get(symbol.symbol) === call ? symbol.symbol : undefined
    const roll = whole ? rollOfSymbol(whole) : rollOfCall(call)
    out.ballots.push({
      roll,
      ...ballot,
      ...(!ballot.stated && footed(ballot, whole !== undefined && symbol!.byTotals)),
    })
    out.names.push(nameOf(roll, call, ballot.when, whole))
  }
  const whens = out.ballots.map(({ when }) => when)
  for (const message of notTold(wholes, whens)) find('roll-call-not-told', '', message)
  return out
}

/**
 * Totals where the publisher states none: those of the Yearbook, which told the resolution; or the votes themselves, where every
 * seat that was filled in that time has one, so that nobody is left who may have voted.
 */
function footed({ when, votes }: Omit<Ballot, 'roll'>, byTotals: boolean): Pick<Ballot, 'stated' | 'footing'> {
  const stated = countsOf(new Map(votes))
  const said = ['yes', 'no', 'abstain'].map((choice) => `${choice} ${stated[choice]}`).join(', ')
  if (byTotals) return { stated, footing: `the Yearbook of the United Nations states ${said}` }
  const voted = new Set(votes.map(([seat]) => seat))
  const members = membersIn(when)
  return members.every((seat) => voted.has(seat))
    ? { stated, footing: `each of the ${members.length} members of that time has a vote: ${said}` }
    : {}
}

const memberLists = new Map<When, EntityId[]>()
/** Seats that were filled on any day of a time. */
function membersIn(when: When): EntityId[] {
  const known = memberLists.get(when)
  if (known) return known
  const days = daysOf(when)!
  const seats = [...new Set(occupancies().flatMap((o) => (meets(o, days) ? [o.seat] : [])))]
  memberLists.set(when, seats)
  return seats
}

/** A voter with a choice, once each: there are a thousand of them and a million votes. */
function pairs(): (seat: EntityId, choice: string) => readonly [EntityId, string] {
  const known = new Map<string, readonly [EntityId, string]>()
  return (seat, choice) => {
    const key = `${seat} ${choice}`
    const pair = known.get(key) ?? ([seat, choice] as const)
    known.set(key, pair)
    return pair
  }
}

/** The data set's id, under which every release and packaging of it is one witness. */
export const SOURCE = 'unvotes'

function countsOf(votes: ReadonlyMap<EntityId, string>): Record<string, number> {
  const counts: Record<string, number> = { yes: 0, no: 0, abstain: 0 }
  for (const choice of votes.values()) counts[choice] = (counts[choice] ?? 0) + 1
  return counts
}

/**
 * The one roll call of each resolution that was on the whole of it; none where several may be. The marks of an amendment and of
 * a paragraph stand also at votes on a whole that was amended: where totals tell the resolution, the description decides.
 */
function wholeVotes(
  told: readonly { call: RollCall; symbol?: Told }[],
  find: (kind: string, locator: string, message: string) => void,
): Map<string, RollCall> {
  const wholes = new Map<string, RollCall>()
  for (const [symbol, list] of Map.groupBy(told, (one) => one.symbol?.symbol)) {
    if (symbol === undefined) continue
    const unmarked = list.filter(({ call }) => !call.amend && !call.para)
    const byTotals = list.filter((one) => one.symbol!.byTotals && !isOnAPart(one.call))
    const whole = unmarked.length ? unmarked : byTotals
    if (whole.length === 1) wholes.set(symbol, whole[0]!.call)
    if (whole.length > 1) {
      const rcids = whole.map(({ call }) => call.rcid).join(', ')
      find('several-votes-on-a-resolution', `rcid ${rcids}`, `which of them adopted A/RES/${symbol} is not told`)
    }
  }
  return wholes
}

const LONGEST_LABEL = 90
const WORDS_ENOUGH = 3

function nameOf(id: EntityId, call: RollCall, when: string, symbol: string | undefined): NamedEntity {
  const { short, descr, session, rcid } = call
  const about = short || (descr.length > LONGEST_LABEL ? `${descr.slice(0, LONGEST_LABEL)}…` : descr)
  const title = symbol ? `A/RES/${symbol}` : `General Assembly roll call ${session}/${rcid}`
  const words = short.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2)
  return {
    id,
    label: about ? `${title}: ${about}` : title,
    aliases: [...(symbol ? namesOfSymbol(symbol) : []), ...(words.length >= WORDS_ENOUGH ? [short] : [])],
    day: when,
  }
}
