import { predecessors, successors } from '../../atlas/index.ts'
import { type EntityId, nameOf, personId, slug } from '../../model/ids.ts'

/** A person as a list names one: by the usual name, the state served, and a year of doing so. */
export interface Bearer {
  label: string
  of: EntityId
  year: number
}

/** Longer than any known career between two records of one person. */
const GENERATION = 30

/**
 * Ids of persons by their names, with the rule that keeps two of one name apart: bearers of a name are one person only while
 * they serve one state, or states of which one followed the other, and no more than a generation lies between two records. The
 * first keeps the plain id; another has the state, or the year of the first record, behind it.
 */
export function idsOf(bearers: readonly Bearer[]): { id(bearer: Bearer): EntityId; shared: EntityId[] } {
  const ids = new Map<string, EntityId>()
  const shared: EntityId[] = []
  for (const [plain, all] of Map.groupBy(bearers, ({ label }) => personId(label))) {
    const persons = personsAmong(all.toSorted((a, b) => a.year - b.year))
    for (const [at, person] of persons.entries()) {
      const id = at === 0 ? plain : `${plain}-${distinction(persons, person)}`
      if (at > 0) shared.push(id)
      for (const bearer of person) ids.set(keyOf(bearer), id)
    }
  }
  return { id: (bearer) => ids.get(keyOf(bearer)) ?? personId(bearer.label), shared }
}

const keyOf = ({ label, of, year }: Bearer): string => `${personId(label)} ${of} ${year}`

/** Records of one name, in order of years, parted into persons. */
function personsAmong(all: readonly Bearer[]): Bearer[][] {
  const persons: Bearer[][] = []
  for (const one of all) {
    const known = persons.find((person) => isSame(person.at(-1)!, one))
    if (known) known.push(one)
    else persons.push([one])
  }
  return persons
}

const isSame = (a: Bearer, b: Bearer): boolean => b.year - a.year <= GENERATION && related(a.of, b.of)

const related = (a: EntityId, b: EntityId): boolean => a === b || [...predecessors(a), ...successors(a)].includes(b)

const distinction = (persons: readonly Bearer[][], person: readonly Bearer[]): string => {
  const { of, year } = person[0]!
  const alone = persons.filter(([first]) => first!.of === of).length === 1
  return alone ? slug(nameOf(of)) : String(year)
}
