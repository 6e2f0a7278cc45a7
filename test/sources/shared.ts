import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { NewFact } from '../../src/model/fact.ts'
import { folderFiles, memoryFiles } from '../../src/sources/files.ts'
import type { Finding, OpenSource, Told } from '../../src/sources/source.ts'
import { validTold } from '../../src/sources/valid.ts'

const SHARED = process.env.CHANCERY_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url))
export const openData = `${SHARED}/data`

const known = new Map<OpenSource, Told>()

/** What an importer tells of the real files; skips the test with words where they are not there. */
export function real(t: { skip(why: string): void }, source: OpenSource): Told | undefined {
  const files = existsSync(openData) ? source.recognise(folderFiles(openData)) : undefined
  if (!files) {
    t.skip(`no files of ${source.name} under ${openData}: set CHANCERY_SHARED`)
    return undefined
  }
  const told = known.get(source) ?? validTold(source.tell(files))
  known.set(source, told)
  return told
}

/** What an importer tells of files written by a test. */
export function tellOf(source: OpenSource, files: Record<string, string | Uint8Array>): Told {
  const found = source.recognise(memoryFiles('memory', files))
  if (!found) throw new Error(`${source.name} does not recognise ${Object.keys(files).join(', ')}`)
  return validTold(source.tell(found))
}

type Pick = { kind?: string; when?: string; roles?: Record<string, string> }

/** The facts with those roles, of that kind and time. */
export const pick = ({ facts }: Told, { kind, when, roles = {} }: Pick): NewFact[] =>
  facts.filter(
    (fact) =>
      (!kind || fact.kind === kind) &&
      (!when || fact.when === when) &&
      Object.entries(roles).every(([role, value]) => [fact.roles[role]].flat().includes(value)),
  )

/** A fact in a line: its roles' values and its time. */
export const line = (fact: NewFact): string => [...Object.values(fact.roles).flat(), fact.when ?? ''].join(' ')

export const counted = (findings: readonly Finding[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(findings, ({ kind }) => kind)].map(([kind, list]) => [kind, list.length]))
