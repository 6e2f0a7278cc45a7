import type { Source } from '../../model/coverage.ts'
import { point } from '../en/time.ts'
import { MEASURED } from './measured.table.ts'
import { PANEL_COLUMNS } from './panel-columns.table.ts'

/** What a panel's papers say of it. */
export interface PanelAbout {
  /** What of: "Ecuador, Israel and Peru", "the members of the European Union". */
  of: string
  from: number
  to: number
  rows: number
  /** The reader and program that made it. */
  reader: string
  version: string
  knownOn?: string
  sources: readonly Source[]
}

export interface Sum {
  name: string
  bytes: number
  sha256: string
}

const title = ({ of, from, to }: PanelAbout): string =>
  `Relations between states, by pair and year: ${of}, ${from}–${to}`
const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|')

/** The codebook for people. */
export function panelCodebook(about: PanelAbout): string {
  const columns = PANEL_COLUMNS.map(
    (c) =>
      `| \`${c.name}\` | ${c.type}${c.unit ? `, ${c.unit}` : ''} | ${cell(c.meaning)} | ${cell(c.empty ?? 'never')} |`,
  )
  const measured = Object.entries(MEASURED).map(([kind, m]) => `| ${kind} | ${m!.precision} | ${m!.recall} |`)
  const sources = about.sources.map(
    (s) => `| ${cell(s.title)} | ${cell(s.viewpoint)} | ${point(s.asOf)} | ${cell(s.licence)} |`,
  )
  return `# ${title(about)}

${about.rows.toLocaleString('en-US')} rows. Made by ${about.reader}${about.knownOn ? ` from what was on record by ${about.knownOn}` : ''}.

A row is an unordered pair of states and a calendar year in which both existed. **Unknown is not zero**: a cell is empty where no source tells the
matter and none states that its list is whole; a zero or a \`no\` rests on such a list. Counts without a whole list are lower bounds.
\`_ab\` is from a to b, \`_ba\` from b to a. Codes are labels of who is meant, and say nothing of anyone's status.

## Columns

| column | type | meaning | empty where |
|---|---|---|---|
${columns.join('\n')}

## Error rates

Rows that were read from articles or releases carry the reader's errors. Measured on the articles on which its rules were tuned, in per cent of rows; on
others expect more errors. Rows of data sets carry their publishers'.

| kind | right, of those found | found, of those there |
|---|---|---|
${measured.join('\n')}

## Sources

Figures derive from these; each keeps its licence.

| source | whose record | speaks to | licence |
|---|---|---|---|
${sources.join('\n')}
`
}

const TYPES = { string: 'string', integer: 'integer', number: 'number', boolean: 'boolean' } as const

/** The codebook for programs: a Frictionless data package with the sums of its files. */
export function panelPackage(about: PanelAbout, sums: readonly Sum[]): string {
  const csv = sums.find((s) => s.name.endsWith('.csv'))!
  const parquet = sums.find((s) => s.name.endsWith('.parquet'))
  const fields = PANEL_COLUMNS.map((c) => ({
    name: c.name,
    type: TYPES[c.type],
    description: `${c.meaning}${c.unit ? ` (${c.unit})` : ''}${c.empty ? `; empty where ${c.empty}` : ''}`,
    ...(c.empty ? {} : { constraints: { required: true } }),
  }))
  const resource = (sum: Sum, format: string) => ({
    ...{ name: `panel-${format}`, path: sum.name, format, bytes: sum.bytes, hash: `sha256:${sum.sha256}` },
    ...(format === 'csv' && { encoding: 'utf-8', dialect: { delimiter: ',', lineTerminator: '\n' } }),
    schema: { fields, primaryKey: ['a', 'b', 'year'], missingValues: [''] },
  })
  const descriptor = {
    profile: 'data-package',
    ...{ name: 'dyad-year-panel', title: title(about), version: about.version, reader: about.reader },
    ...(about.knownOn && { knownOn: about.knownOn }),
    measured: MEASURED,
    sources: about.sources.map((s) => ({
      ...{ title: s.title, ...(s.url && { path: s.url }), viewpoint: s.viewpoint, asOf: s.asOf, licence: s.licence },
    })),
    resources: [resource(csv, 'csv'), ...(parquet ? [resource(parquet, 'parquet')] : [])],
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}
