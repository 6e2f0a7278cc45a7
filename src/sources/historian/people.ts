import { type EntityId, personId, slug } from '../../model/ids.ts'
import { pathsIn } from '../recognise.ts'
import type { Files } from '../source.ts'
import { child, everyIn, folded, rootOf, textAt, textOf, type XmlElement } from '../xml.ts'
import { TRAVELLERS } from './travellers.ts'

export interface Known {
  id: EntityId
  label: string
}

interface Person {
  key: string
  label: string
  born: string
}

/** Where the list has no usual form. */
const USUAL: Readonly<Record<string, string>> = {
  ...TRAVELLERS,
  'adams-john-quincy': 'John Quincy Adams',
  'clay-henry': 'Henry Clay',
  'de-laurentis-jeffrey': 'Jeffrey DeLaurentis',
  // A grandson of the president.
  'taft-william-howard': 'William Howard Taft III',
}

/**
 * Everybody by the publisher's id, which is one person's. Two of one name stay apart: the eldest keeps the plain id, another has
 * the year of birth behind it, or the publisher's id where that is unknown.
 */
export function peopleOf(files: Files): Map<string, Known> {
  const people = pathsIn(files, 'people/', '.xml').map((path) => personOf(rootOf(files, path, 'person')))
  const known = new Map<string, Known>()
  for (const [plain, same] of Map.groupBy(people, ({ label }) => personId(label)))
    for (const [at, { key, label, born }] of same.toSorted(byBirth).entries()) {
      const other = /^\d{4}$/.test(born) ? `born-${born}` : slug(key)
      known.set(key, { id: at === 0 ? plain : `${plain}-${other}`, label })
    }
  return known
}

const byBirth = (a: Person, b: Person): number => {
  const [x, y] = [a.born || '9', b.born || '9']
  return x < y ? -1 : x > y ? 1 : a.key < b.key ? -1 : 1
}

function personOf(root: XmlElement): Person {
  const key = textAt(root, 'id')
  return { key, label: USUAL[key] ?? nameOf(root), born: textAt(root, 'birth') }
}

/**
 * The last alternative form that is a whole name with the same surname, else forename and surname; with "Jr." or "III" where the
 * list has it, since father and son served.
 */
function nameOf(root: XmlElement): string {
  const name = child(root, 'persName')
  const [surname, forename] = [textAt(name, 'surname'), textAt(name, 'forename')]
  const others = everyIn(root, 'altname').map(textOf)
  const usual = others.filter((other) => other.includes(' ') && slug(other).includes(slug(surname))).at(-1)
  const plain = usual ?? `${forename} ${surname}`
  const generation = textAt(name, 'genName')
  return folded(!generation || plain.endsWith(generation) ? plain : `${plain} ${generation}`)
}
