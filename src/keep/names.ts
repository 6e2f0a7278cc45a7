import { classOf, slug } from '../model/ids.ts'
import type { Name } from './port.ts'

/** The form under which names are compared: lower case, no accents, words joined by hyphens, no leading article. */
export const nameKey = (name: string): string => slug(name).replace(/^the-/, '')

/** The keys that find a name: label and aliases and, for a person, the last word of each. */
export function keysOf(name: Name): string[] {
  const whole = [name.label, ...name.aliases].map(nameKey)
  const keys = classOf(name.id) === 'person' ? [...whole, ...whole.map(lastWord)] : whole
  return [...new Set(keys)].filter((key) => key !== '')
}

const lastWord = (key: string): string => key.slice(key.lastIndexOf('-') + 1)

/** One name an id, in order of id: the first label told, every other label and alias besides. */
export function mergeNames(told: readonly Name[]): Name[] {
  const merged = [...Map.groupBy(told, (name) => name.id)].map(([id, names]) => mergeOne(id, names))
  return merged.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function mergeOne(id: string, names: readonly Name[]): Name {
  const [first] = names
  const { label } = first!
  // Most are told once.
  if (names.length === 1 && !first!.aliases.includes(label)) return first!
  const others = new Set(names.flatMap((name) => [name.label, ...name.aliases]))
  others.delete(label)
  const days = names.flatMap((name) => name.day ?? [])
  const day = days.reduce((finest, one) => (one.length > finest.length ? one : finest), '')
  return { id, label, aliases: [...others], ...(day && { day }) }
}
