import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One line of a pack file; an absent column is an empty cell. */
export type Line = Record<string, string | undefined>

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Writes a CSV with those columns that some line uses, its lines sorted so that a diff stays readable. */
export function writeCsv(path: string, columns: readonly string[], lines: readonly Line[]): void {
  const used = columns.filter((name) => lines.some((line) => line[name]))
  const rows = lines.map((line) => used.map((name) => cell(line[name] ?? '')).join(','))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${[used.join(','), ...rows.sort()].join('\n')}\n`)
}

/** Reads a small XML file of records without nesting: each `tag` element as its children's texts, attributes as `@name`. */
export function records(path: string, tag: string): Record<string, string>[] {
  return readFileSync(path, 'utf8')
    .split(`<${tag}>`)
    .join(`<${tag} >`)
    .split(`<${tag} `)
    .slice(1)
    .map((block) => fields(block.split(`</${tag}>`)[0] ?? ''))
}

function fields(block: string): Record<string, string> {
  const out: Record<string, string> = {}
  for (const m of block.matchAll(/<([\w-]+)(?: ([\w-]+)="([^"]*)")?>([^<]*)<\/\1>/g)) {
    const [, name, attribute, value, text] = m
    out[name!] = plain(text!)
    if (attribute) out[`${name}@${attribute}`] = plain(value!)
  }
  return out
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string): string =>
  text
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim()

/** A span of days as EDTF, one day when both are the same. */
export const interval = (from: string, to: string): string => (from === to ? from : `${from}/${to}`)

/** Where the open data files lie: `$CHANCERY_SHARED/data`, by default beside the project. */
export const openData = (name: string): string =>
  `${process.env.CHANCERY_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url))}/data/${name}`
