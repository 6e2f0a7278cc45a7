import { readdirSync, readFileSync } from 'node:fs'
import { openData } from './pack-files.ts'

/** Where the list has no usual form. */
const CORRECTED: Record<string, string> = {
  'adams-john-quincy': 'John Quincy Adams',
  'clay-henry': 'Henry Clay',
  'de-laurentis-jeffrey': 'Jeffrey DeLaurentis',
}

/**
 * Usual names by the publisher's person id, from the list of principal officers and chiefs of mission: the last alternative
 * form that is a whole name, else forename and surname.
 */
export function usualNames(): Map<string, string> {
  const root = openData('hsg-pocom/people')
  const files = readdirSync(root).flatMap((letter) =>
    readdirSync(`${root}/${letter}`).map((f) => `${root}/${letter}/${f}`),
  )
  return new Map(files.flatMap((file) => nameIn(readFileSync(file, 'utf8'))))
}

function nameIn(xml: string): [string, string][] {
  const text = (tag: string): string => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]?.trim() ?? ''
  const other = [...xml.matchAll(/<altname>([^<]*)<\/altname>/g)]
    .map((m) => m[1]!.trim())
    .filter((n) => n.includes(' '))
  const [id, name] = [text('id'), other.at(-1) ?? `${text('forename')} ${text('surname')}`]
  return id ? [[id, CORRECTED[id] ?? name.replace(/\s+/g, ' ')]] : []
}
