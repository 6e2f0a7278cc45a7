import type { Claim, Filler, Named } from '../model/claim.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import { type Days, daysOf } from '../model/when.ts'
import type { Holders } from './ports.ts'

/** Offices whose holders newspapers call by the surname alone. */
const HIGH = /^office:(?:president|prime-minister|chancellor|monarch|pope)\//
/** A longer time does not tell which holder of the name is meant. */
const LONGEST = 366 * 86_400_000

/**
 * "Bush" in 2005: a surname that several persons of a ledger bear is the one of them who held a high office all the time told.
 * Where there is none, or more than one, the name stays a stranger's.
 */
export function withSurnames(claim: Claim, holders: Holders): Claim {
  const told = claim.when === undefined || claim.is === 'first' ? undefined : daysOf(claim.when)
  const days = told && Date.parse(told.to) - Date.parse(told.from) <= LONGEST ? told : undefined
  const who = (f: Named) => (days && whoHeld(f, days, holders)) ?? whoEver(f, holders)
  const each = <F extends Filler>(f: F): F => (f.is === 'entity' && isBare(f) ? ({ ...f, id: who(f) ?? f.id } as F) : f)
  const roles = Object.entries(claim.roles).map(([name, f]) => [
    name,
    f.is === 'list' ? { ...f, of: f.of.map(each) } : each(f),
  ])
  return { ...claim, roles: Object.fromEntries(roles) }
}

const isBare = (f: Named): boolean => classOf(f.id) === 'person' && /^\p{Lu}[\p{L}'’-]+$/u.test(f.label)

function whoHeld({ id, label }: Named, days: Days, holders: Holders): EntityId | undefined {
  const known = holders.persons(label)
  if (known.some((p) => p.id === id) || known.length < 2) return undefined
  const held = (day: string) =>
    known.filter((p) => holders.offices(p.id, day).some(({ office }) => HIGH.test(office))).map((p) => p.id)
  const [first, ...more] = held(days.from)
  return first !== undefined && !more.length && held(days.to).join() === first ? first : undefined
}

/** "Taft, the first president to visit": the one holder of the office that the sentence gives him who bears the name. */
function whoEver({ id, label, as }: Named, holders: Holders): EntityId | undefined {
  const known = as ? holders.persons(label) : []
  if (known.some((p) => p.id === id)) return undefined
  const held = known.filter((p) => holders.offices(p.id).some(({ office }) => office === as))
  return held.length === 1 ? held[0]!.id : undefined
}
