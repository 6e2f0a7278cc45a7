import { lazy } from '../atlas/table.ts'
import type { Holder } from '../atlas/types.ts'
import { nameKey } from '../keep/names.ts'
import type { Ledger, Name } from '../keep/port.ts'
import type { Fact } from '../model/fact.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import { type Day, daysOf, EVER } from '../model/when.ts'
import type { Holders } from '../read/ports.ts'

/** What reading asks of a ledger, loaded once: names of persons and roll calls, and who held which office when. */
export async function holdersOf(
  ledger: Ledger,
  knownOn?: string,
): Promise<Holders & { labels: Map<EntityId, string> }> {
  const names = await ledger.allNames(knownOn ? { knownOn } : {})
  const { facts } = await ledger.fetch([{ kind: 'office' }], knownOn ? { knownOn } : {})
  const label = new Map(names.map((n) => [n.id, n.label]))
  // Many a sentence names no person: each table is made when it is first looked into.
  const all = lazy(() => facts.flatMap((f) => holderOf(f, label) ?? []).sort((a, b) => (a.from < b.from ? 1 : -1)))
  const byOffice = lazy(() => Map.groupBy(all(), (h) => h.office))
  const byPerson = lazy(() => Map.groupBy(all(), (h) => h.person))
  const byKey = lazy(() => keyed(names.filter((n) => classOf(n.id) === 'person')))
  const byShort = lazy(() => shortened(names.filter((n) => classOf(n.id) === 'person')))
  const on = (list: readonly Holder[] | undefined, day?: Day) =>
    (list ?? []).filter((h) => !day || (h.from <= day && day <= (h.to ?? EVER.to)))
  return {
    labels: label,
    holders: (office, day) => on(byOffice().get(office), day),
    offices: (person, day) => on(byPerson().get(person), day),
    persons: (name) => [...(byKey().get(nameKey(name)) ?? shortly(byShort(), name))],
    rolls: rollsIn(names),
  }
}

const SLIGHT = new Set(
  'a an the of on in to by for against with at its their this that and general assembly'.split(' '),
)
const contentOf = (text: string): string[] =>
  nameKey(text)
    .split('-')
    .filter((word) => word && !SLIGHT.has(word))

/** The numbers of resolutions, "60/201": one that is asked for is none but itself. */
const symbolsOf = (text: string): string[] => text.match(/\b\d{1,3}\/\d{1,4}[A-Z]?\b/g) ?? []

interface Form {
  roll: KnownRoll
  words: readonly string[]
  symbols: readonly string[]
}
type KnownRoll = ReturnType<Holders['rolls']>[number]

/** Roll calls one of whose names has all its words among those asked for; the names with most words win. */
function rollsIn(names: readonly Name[]): Holders['rolls'] {
  /** Made when it is first asked for: thousands of roll calls may have been pulled. */
  let known: Map<string, Form[]> | undefined
  return (words) => {
    known ??= Map.groupBy(formsOf(names), ({ words: [first] }) => first!)
    const asked = new Set(contentOf(words))
    const symbols = symbolsOf(words)
    const fitting = [...asked]
      .flatMap((word) => known!.get(word) ?? [])
      .filter((form) => form.words.every((word) => asked.has(word)))
      .filter((form) => !symbols.length || form.symbols.some((symbol) => symbols.includes(symbol)))
    const most = Math.max(0, ...fitting.map((form) => form.words.length))
    return [...new Set(fitting.filter((form) => form.words.length === most).map((form) => form.roll))]
  }
}

const formsOf = (names: readonly Name[]): Form[] =>
  names.flatMap((n) => {
    if (classOf(n.id) !== 'roll' || !n.day) return []
    const roll: KnownRoll = { id: n.id, label: n.label, day: n.day }
    // Each word once: "47/47" is not what "47/19" asks for.
    const forms = [n.label, ...n.aliases].map((name) => [...new Set(contentOf(name))])
    const symbols = [n.label, ...n.aliases].flatMap(symbolsOf)
    return forms.filter((words) => words.length > 0).map((words) => ({ roll, words, symbols }))
  })

function holderOf(fact: Fact, label: ReadonlyMap<EntityId, string>): Holder | undefined {
  const { person, office, step } = fact.roles
  if ((step !== 'serving' && step !== 'served') || !fact.when || fact.telling === 'no' || fact.standing === 'reported')
    return undefined
  const days = daysOf(fact.when)
  if (!days || typeof person !== 'string' || typeof office !== 'string') return undefined
  const open = days.to === EVER.to
  return { person, office, name: label.get(person) ?? person, from: days.from, ...(!open && { to: days.to }) }
}

/** Persons by the keys of their names: a label, an alias, and the surname of each. */
function keyed(persons: readonly Name[]): Map<string, Name[]> {
  const out = new Map<string, Name[]>()
  for (const name of persons) {
    const keys = [name.label, ...name.aliases].map(nameKey)
    const surnames = keys.map((key) => key.slice(key.lastIndexOf('-') + 1))
    for (const key of new Set([...keys, ...surnames])) {
      const list = out.get(key)
      if (list) list.push(name)
      else out.set(key, [name])
    }
  }
  return out
}

/** Persons by their first and last name alone, where records have all of their names: "Noah Mamet" for Noah Bryson Mamet. */
function shortened(persons: readonly Name[]): Map<string, Name[]> {
  const out = new Map<string, Name[]>()
  for (const name of persons)
    for (const key of new Set([name.label, ...name.aliases].flatMap(shortKey))) {
      const list = (out.get(key) ?? []).filter((other) => other.id !== name.id)
      out.set(key, [...list, name])
    }
  return out
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/
const wordsIn = (name: string): string[] =>
  nameKey(name)
    .split('-')
    .filter((word) => !SUFFIX.test(word))
const shortOf = (words: readonly string[]): string => `${words[0] ?? ''}-${words.at(-1) ?? ''}`

function shortKey(name: string): string[] {
  const words = wordsIn(name)
  const whole = words.length > 1 && words[0]!.length > 1 && words.at(-1)!.length > 1
  return whole && words.length < nameKey(name).split('-').length + (words.length > 2 ? 1 : 0) ? [shortOf(words)] : []
}

/** Those of that first and last name whose names between begin as told: "Charles P. Ries" is Charles Parker Ries. */
function shortly(known: ReadonlyMap<string, readonly Name[]>, name: string): readonly Name[] {
  const asked = wordsIn(name)
  const between = asked.slice(1, -1).map((word) => word.charAt(0))
  const fits = (own: readonly string[]) => between.every((initial, i) => own[i + 1]?.startsWith(initial))
  return (known.get(shortOf(asked)) ?? []).filter((n) => [n.label, ...n.aliases].some((form) => fits(wordsIn(form))))
}
