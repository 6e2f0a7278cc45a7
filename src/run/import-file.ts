import { basename } from 'node:path'
import { canonical, hashOf } from '../keep/content.ts'
import type { Ledger } from '../keep/port.ts'
import type { NewCoverage, Source } from '../model/coverage.ts'
import { ChanceryError } from '../model/error.ts'
import type { NewFact, Roles } from '../model/fact.ts'
import { slug } from '../model/ids.ts'
import { definitionOf, isKind, type Kind } from '../model/kinds/index.ts'
import type { Day } from '../model/when.ts'
import type { Holders } from '../read/ports.ts'
import { IMPORTABLE } from '../show/views/table.ts'
import type { Finding } from '../sources/source.ts'
import { nothingTold } from '../sources/telling.ts'
import { validTold } from '../sources/valid.ts'
import { holdersOf } from './holders.ts'
import { partyOfCell, stateOfCell } from './import-cells.ts'
import { type Mapped, mapOf, mappingOf } from './import-columns.ts'
import { type RowFinding, requireKeys, rowsTold } from './import-rows.ts'
import { tableOf } from './import-table.ts'

export interface ImportOptions {
  kind: string
  today: Day
  /** `COLUMN=ROLE,…` over what is guessed. */
  map?: string
  /** Who vouches for the table; absent: its file's name. */
  authority?: string
  viewpoint?: string
  url?: string
  licence?: string
  dates?: 'dmy' | 'mdy'
  /** What the authority states that the table tells wholly. */
  covers?: { where: string; from: Day; to: Day; grade: NewCoverage['grade'] }
}

/** A table as it would be filed. */
export interface Imported {
  kind: Kind
  mapping: Mapped[]
  rows: number
  filed: number
  facts: NewFact[]
  findings: RowFinding[]
  source: Source
  /** How those are called whom it names and the ledger does not know. */
  names: ReturnType<typeof rowsTold>['names']
  /** The author under which it is kept, and which `ledger undo` takes back. */
  batch: string
  /** What it is said to tell wholly. */
  coverage: NewCoverage[]
}

/** What filing it changed in the ledger. */
export interface FiledImport extends Imported {
  added: number
  unchanged: number
  withdrawn: number
}

/** Files a table under its source: the same again changes nothing, a corrected one replaces what it told before. */
export async function fileImport(
  ledger: Ledger,
  text: string,
  at: string,
  options: ImportOptions,
  meta: { recordedAt: string },
): Promise<FiledImport> {
  return fileRead(ledger, await readImport(ledger, text, at, options), at, meta)
}

/** Files a table that was read. */
export async function fileRead(
  ledger: Ledger,
  imported: Imported,
  at: string,
  meta: { recordedAt: string },
): Promise<FiledImport> {
  const { source, facts, names, batch, rows, findings, filed, coverage } = imported
  if (!facts.length)
    throw new ChanceryError(
      'incorrect',
      at,
      `none of ${rows} rows could be filed; the first: ${findings[0]?.message ?? 'no row'}`,
    )
  const mark = {
    content: hashOf(canonical([source, facts, coverage, names])),
    stamp: JSON.stringify({
      at: meta.recordedAt,
      from: basename(at),
      rows,
      facts: facts.length,
      findings: findings.length,
    }),
  }
  const note = `imported from ${basename(at)}: ${filed} of ${rows} rows`
  const done = await ledger.replace({ sources: [source], facts, coverage, names }, { ...meta, by: batch, note }, mark)
  return { ...imported, added: done.added, unchanged: done.unchanged, withdrawn: done.retracted }
}

/** Reads a table without filing it. Throws `incorrect` for what is no table, and for a mapping without the roles that matter. */
export async function readImport(ledger: Ledger, text: string, at: string, options: ImportOptions): Promise<Imported> {
  const { kind } = options
  if (!isKind(kind) || !IMPORTABLE.includes(kind))
    throw new ChanceryError(
      'incorrect',
      '--kind',
      `${JSON.stringify(kind)} cannot be imported: use one of ${IMPORTABLE.join(', ')}`,
    )
  const table = tableOf(text, at)
  const mapping = mappingOf(table, kind, options.map ? mapOf(options.map, table, kind) : undefined)
  requireKeys(kind, mapping)
  const source = sourceOf(at, options)
  const holders = await holdersBesides(ledger, kind, source.id)
  const told = rowsTold(table, kind, mapping, {
    ...{ source: source.id, today: options.today, holders },
    ...(options.dates && { dates: options.dates }),
  })
  const valid = validTold({ ...nothingTold(), sources: [source], facts: told.facts, names: told.names })
  const personal = mapping.flatMap((m) =>
    m.why === 'personal'
      ? [
          {
            line: 1,
            kind: 'personal',
            message: `the column ${m.column} tells of a person's religion, ethnicity or health: left out`,
            filed: true,
          },
        ]
      : [],
  )
  const findings = [...personal, ...told.findings, ...valid.findings.map(asRow)].sort((a, b) => a.line - b.line)
  const coverage = options.covers ? [coverageOf(kind, source, options.covers, holders)] : []
  return {
    ...{ kind, mapping, source, coverage, names: told.names, facts: valid.facts, findings },
    rows: table.rows.length + table.broken.length,
    filed: told.filed - valid.findings.length,
    batch: `import/${source.id.slice('import:'.length)}`,
  }
}

/**
 * Whom the ledger knows, those aside of whom this very table alone told: so that a table told again is read as it was the first
 * time.
 */
async function holdersBesides(ledger: Ledger, kind: Kind, source: string): Promise<Holders> {
  const holders = await holdersOf(ledger)
  const { facts } = await ledger.fetch([{ kind }, { kind: 'office' }])
  const [own, others] = [new Set<string>(), new Set<string>()]
  for (const { roles, cite } of facts)
    for (const id of Object.values(roles).flat())
      if (id.startsWith('person:')) (cite.source === source ? own : others).add(id)
  const hidden = new Set([...own].filter((id) => !others.has(id)))
  return { ...holders, persons: (name) => holders.persons(name).filter(({ id }) => !hidden.has(id)) }
}

const asRow = ({ kind, locator, message }: Finding): RowFinding => ({
  ...{ kind, message, filed: false },
  line: Number(/^line (\d+)$/.exec(locator ?? '')?.[1] ?? 0),
})

function sourceOf(at: string, { authority, viewpoint, url, licence, today }: ImportOptions): Source {
  const title = authority ?? basename(at)
  const id = slug(`${title} ${authority ? basename(at).replace(/\.\w+$/, '') : ''}`)
  if (!slug(title))
    throw new ChanceryError('incorrect', '--authority', 'nobody is named: give the name of the authority')
  if (url && !/^https?:\/\//i.test(url))
    throw new ChanceryError('incorrect', '--url', 'no web address: write one that begins with https://')
  return {
    ...{ id: `import:${id}`, title, ...(url && { url }) },
    licence: licence ?? 'not stated',
    viewpoint: viewpoint ?? `as recorded by ${title}`,
    asOf: today,
  }
}

/** Reads `to=Ecuador&visitor=President of Peru`. Throws `incorrect` for a role that is none, or names nobody. */
function coverageOf(
  kind: Kind,
  source: Source,
  { where, from, to, grade }: NonNullable<ImportOptions['covers']>,
  holders: Parameters<typeof partyOfCell>[2],
): NewCoverage {
  const refuse = (message: string) => new ChanceryError('incorrect', '--covers', message)
  if (from > to) throw refuse(`${from} lies after ${to}: change one of them`)
  const roles: Roles = {}
  const known = definitionOf(kind).roles
  for (const part of where.split('&').filter((p) => p.trim() && p.trim() !== 'all')) {
    const [name = '', value = ''] = part.split('=').map((p) => p.trim())
    const role = Object.hasOwn(known, name) ? known[name]! : undefined
    if (!role)
      throw refuse(
        `${kind} has no role ${JSON.stringify(name)}: write ${Object.keys(known).join(', ')} with a name, as in to=Ecuador`,
      )
    const values = value
      .split(';')
      .map((v) => v.trim())
      .filter(Boolean)
      .map((cell) => {
        const id =
          role.holds === 'state'
            ? stateOfCell(cell, undefined).value
            : role.holds === 'party'
              ? partyOfCell(cell, {}, holders).value
              : cell
        if (!id) throw refuse(`${JSON.stringify(cell)} names nobody`)
        return id
      })
    if (!values.length) throw refuse(`${name} has no value: name somebody, or leave it out`)
    roles[name] = values.length === 1 ? values[0]! : values
  }
  return { kind, roles, from, to, grade, by: source.title, cite: { source: source.id } }
}
