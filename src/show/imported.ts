import type { NewFact } from '../model/fact.ts'
import type { Label } from './en/label.ts'
import { sayFact } from './en/say.ts'
import { harmless } from './harmless.ts'
import { wrap } from './wrap.ts'

interface Imported {
  kind: string
  mapping: readonly { column: string; role: string; why: string }[]
  rows: number
  filed: number
  facts: readonly NewFact[]
  findings: readonly { line: number; kind: string; message: string; filed: boolean }[]
  source: { title: string; viewpoint: string }
  batch: string
}

const TAKEN: Readonly<Record<string, string>> = {
  kept: 'no role: kept in the note',
  ignore: 'left out',
}
const EXAMPLES = 5
const SHOWN = 3

/** What a table was taken for: its columns, first facts, and what is doubtful, by kind, with lines. */
export function importedText(done: Imported, label: Label, width: number, strong: (text: string) => string): string {
  const longest = Math.min(30, Math.max(...done.mapping.map((m) => m.column.length)))
  const columns = done.mapping.map(
    (m) =>
      `  ${harmless(m.column).padEnd(longest)}  → ${TAKEN[m.role] ?? m.role}${m.why === 'no role' ? '' : ` (${m.why})`}`,
  )
  const first = done.facts
    .filter((f) => f.kind === done.kind)
    .slice(0, SHOWN)
    .flatMap((f) => wrap(`· ${sayFact(f, label)}`, width - 2).map((l) => `  ${l}`))
  const groups = [...Map.groupBy(done.findings, (f) => f.kind)].sort((a, b) => b[1].length - a[1].length)
  const doubts = groups.flatMap(([kind, all]) => [
    `  ${kind}: ${all.length}${all.every((f) => f.filed) ? ', filed all the same' : all.some((f) => f.filed) ? '' : ', not filed'}`,
    ...all
      .slice(0, EXAMPLES)
      .flatMap((f) => wrap(`line ${f.line}: ${harmless(f.message)}`, width - 4).map((l) => `    ${l}`)),
    ...(all.length > EXAMPLES ? [`    and ${all.length - EXAMPLES} more`] : []),
  ])
  return [
    strong(`${done.source.title}, ${done.source.viewpoint}`),
    `${done.filed} of ${done.rows} rows as ${done.kind}`,
    '',
    strong('Columns'),
    ...columns,
    '',
    strong('Read as'),
    ...first,
    ...(doubts.length ? ['', strong('Findings'), ...doubts] : ['', 'No findings.']),
    '',
  ].join('\n')
}
