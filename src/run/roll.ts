import { occupancies, occupant } from '../atlas/index.ts'
import type { Ledger } from '../keep/port.ts'
import type { Coverage } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import type { Fact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import { type Day, daysOf, meets } from '../model/when.ts'
import type { Label } from '../show/en/label.ts'
import { shownSource } from '../show/views/pair.ts'
import { type RollView, rollView, whenOf } from '../show/views/roll.ts'
import { joinOf } from './roll-join.ts'

export interface RollOptions {
  today: Day
  knownOn?: string
  name: Label
  /** A second set: `ties:ISR`, `group:…`, `body:…`, `roll:…` or `regions`. */
  with?: string
  /** Whether a seat stands for the state that sits there now, or for the one that cast the vote. */
  seats?: 'now' | 'then'
  /** The day for which the second set is asked, where that is not today. */
  on?: Day
}

/** A roll call with everybody who had a vote. Throws `not-found`, and `incorrect` for a second set that is none. */
export async function rollOf(ledger: Ledger, id: EntityId, options: RollOptions): Promise<RollView> {
  const at = options.knownOn ? { knownOn: options.knownOn } : {}
  const { facts, coverage, sources } = await ledger.fetch([{ kind: 'vote', roles: { roll: [id] } }], at)
  const votes = facts.filter((f) => f.telling === 'yes' && f.standing !== 'reported')
  if (!votes.length)
    throw new ChanceryError('not-found', id, 'no such roll call is held here: search by its words, number or day')
  const known = (await ledger.allNames(at)).find((name) => name.id === id)
  const seats = seatsOn(whenOf(votes))
  const asked = [...new Set([...votes.map((f) => String(f.roles.voter)), ...seats])]
  const joined = options.with
    ? await joinOf(ledger, options.with, asked, { ...options, voted: whenOf(votes) })
    : undefined
  return rollView({
    ...{ id, label: known?.label ?? options.name(id), aliases: known?.aliases ?? [] },
    ...{ votes, stated: coverage.flatMap((c) => statedOf(c, id, votes)), seats, occupant, name: options.name },
    ...(joined && { joined }),
    sources: Object.fromEntries(sources.map((s) => [s.id, shownSource(s.id, s)])),
  })
}

/** Seats that were occupied at some time of a day or month. */
function seatsOn(when: string): EntityId[] {
  const days = daysOf(when)
  return days
    ? [
        ...new Set(
          occupancies()
            .filter((o) => meets(o, days))
            .map((o) => o.seat),
        ),
      ]
    : []
}

/** What is said of the totals of this roll call, and by whom it is counted. */
function statedOf(c: Coverage, roll: EntityId, votes: readonly Fact[]) {
  if (![c.roles.roll].flat().includes(roll)) return []
  const choices = c.roles.choice === undefined ? ['yes', 'no', 'abstain', 'absent'] : [c.roles.choice].flat()
  const told = choices.filter((choice) =>
    votes.some((f) => f.cite.source === c.cite.source && f.roles.choice === choice),
  )
  return [{ id: c.id, source: c.cite.source, choices: c.grade === 'complete' ? told : [], note: c.note ?? c.by }]
}

export interface FoundRoll {
  id: EntityId
  label: string
  day: string
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** The day, month or year in a search, and the words that remain. */
function timeIn(text: string): { time?: string; rest: string } {
  const iso = /(?:^|\s)(\d{4}-\d\d(?:-\d\d)?)(?=\s|$)/.exec(text)
  if (iso) return { time: iso[1]!, rest: text.replace(iso[1]!, ' ') }
  const words = new RegExp(`(?:\\b(\\d{1,2}) )?\\b(${MONTHS.join('|')}) (\\d{4})\\b`).exec(text)
  if (words) {
    const month = String(MONTHS.indexOf(words[2]!) + 1).padStart(2, '0')
    const day = words[1] ? `-${words[1].padStart(2, '0')}` : ''
    return { time: `${words[3]}-${month}${day}`, rest: text.replace(words[0], ' ') }
  }
  const year = /(?:^|\s)((?:19|20)\d\d)(?=\s|$)/.exec(text)
  return year ? { time: year[1]!, rest: text.replace(year[1]!, ' ') } : { rest: text }
}

const plain = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
/** A number however it is written: "A/RES/181 (II)", "181(II)". */
const squeezed = (text: string): string => text.replace(/[\s._]/g, '')

const LONGEST_SEARCH = 200
const FOUND = 40

/** Roll calls by number, words or day; an exact number first, then the latest. At most 40, after those `passed` over. */
export async function findRolls(
  ledger: Ledger,
  text: string,
  knownOn?: string,
  passed = 0,
): Promise<{ rolls: FoundRoll[]; more: number }> {
  const names = (await ledger.allNames(knownOn ? { knownOn } : {})).filter((n) => n.id.startsWith('roll:'))
  const asked = plain(text.slice(0, LONGEST_SEARCH)).trim()
  const { time, rest } = timeIn(asked)
  const [words, number] = [wordsIn(rest), bareNumber(rest)]
  const fits = (day: string) => !time || day.startsWith(time) || time.startsWith(day)
  const found = names.flatMap((name) => {
    if (!name.day || !fits(name.day)) return []
    const forms = [name.label, ...name.aliases].map(plain)
    const exact = number !== '' && forms.some((form) => isNumber(form, number))
    const own = exact ? [] : forms.flatMap(wordsIn)
    if (!exact && !words.every((word) => own.some((w) => w.startsWith(word)))) return []
    return [{ roll: { id: name.id, label: name.label, day: name.day }, exact }]
  })
  found.sort((x, y) => Number(y.exact) - Number(x.exact) || (x.roll.day > y.roll.day ? -1 : 1))
  const end = passed + FOUND
  return { rolls: found.slice(passed, end).map(({ roll }) => roll), more: Math.max(0, found.length - end) }
}

const bareNumber = (text: string): string => squeezed(text).replace(/^(?:ga|unga|un)?(?:resolution|a\/res\/)/, '')

/** Whether a name is the number asked for, with or without "A/RES/" or "resolution". */
const isNumber = (form: string, asked: string): boolean => bareNumber(form.split(':')[0]!) === asked

/** The roll call that a person names, or those that it may be. Throws `not-found` for none. */
export async function rollCalled(
  ledger: Ledger,
  text: string,
  knownOn?: string,
): Promise<{ id?: EntityId; rolls: FoundRoll[]; more: number }> {
  if (/^roll:\S+$/.test(text)) return { id: text, rolls: [], more: 0 }
  const { rolls, more } = await findRolls(ledger, text, knownOn)
  if (!rolls.length)
    throw new ChanceryError(
      'not-found',
      text,
      'no roll call of these words is held here: try a number, fewer words, or a day',
    )
  return { ...(rolls.length === 1 && { id: rolls[0]!.id }), rolls, more }
}
