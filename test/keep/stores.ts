import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Pattern } from '../../src/ask/snapshot.ts'
import { embeddedLedger } from '../../src/keep/embedded.ts'
import { memoryLedger } from '../../src/keep/memory.ts'
import type { Ledger, Meta } from '../../src/keep/port.ts'
import { postgresLedger } from '../../src/keep/postgres/ledger.ts'
import { partitionedTables } from '../../src/keep/postgres/partitions.ts'
import type { NewCoverage, Source } from '../../src/model/coverage.ts'
import type { NewFact, Roles } from '../../src/model/fact.ts'
import type { Kind } from '../../src/model/kinds/index.ts'
import { freshSchema } from './server.ts'

/** Every store, each keeping the one contract. */
export const STORES: readonly [string, (t: TestContext) => Ledger | Promise<Ledger | undefined>][] = [
  ['memory', () => memoryLedger()],
  ['embedded', (t) => closing(t, embeddedLedger(join(scratch(t), 'ledger.db')))],
  ['embedded, not kept', (t) => closing(t, embeddedLedger(':memory:'))],
  ['PostgreSQL', (t) => served(t)],
  ['PostgreSQL, partitioned', (t) => served(t, partitionedTables(3))],
]

/** A ledger of its own on the tests' PostgreSQL server; absent where none is installed. */
export async function served(t: TestContext, tables = ''): Promise<Ledger | undefined> {
  const url = freshSchema(tables)
  return url ? closing(t, await postgresLedger(url)) : undefined
}

/** A folder of the test's own, removed after it. */
export function scratch(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function closing(t: TestContext, ledger: Ledger): Ledger {
  t.after(() => ledger.close())
  return ledger
}

export const told = (kind: Kind, roles: Roles, when?: string, more: Partial<NewFact> = {}): NewFact => ({
  kind,
  roles,
  ...(when && { when }),
  telling: 'yes',
  modality: 'happened',
  standing: 'data',
  cite: { source: 'list' },
  ...more,
})

/** A visit in a line: `visit('a', 'ECU', '1950')`. */
export const visit = (visitor: string, to: string, when?: string, more?: Partial<NewFact>): NewFact =>
  told('visit', { visitor: `person:${visitor}`, to: `state:${to}` }, when, more)

export const covers = (kind: Kind, roles: Roles, from = '1900-01-01', to = '1999-12-31'): NewCoverage => ({
  kind,
  roles,
  from,
  to,
  grade: 'complete',
  by: 'the list',
  cite: { source: 'list' },
})

export const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  title: `The ${id}`,
  licence: 'CC0-1.0',
  viewpoint: 'as recorded by nobody in particular',
  asOf: '2020-12-31',
  ...more,
})

/** `on('2024-03-01')`: recorded on that day by the desk. */
export const on = (recordedAt: string, by = 'desk'): Meta => ({ recordedAt, by })

/** Tests each promise of the contract in every store. */
export function holdsInEveryStore(contract: Record<string, (ledger: Ledger) => Promise<void>>): void {
  for (const [name, open] of STORES)
    for (const [promise, check] of Object.entries(contract))
      test(`${name}: ${promise}`, async (t) => {
        const ledger = await open(t)
        if (!ledger) return t.skip('no PostgreSQL is installed')
        await check(ledger)
      })
}

/** The visitors of matching visits, in one line; an accepted report is marked `+`. */
export async function visitorsOf(ledger: Ledger, pattern: Partial<Pattern> = {}, knownOn?: string): Promise<string> {
  const { facts } = await ledger.fetch([{ kind: 'visit', ...pattern }], { knownOn })
  const mark = (standing: string): string => (standing === 'accepted' ? '+' : '')
  const names = facts.map((f) => String(f.roles.visitor).replace('person:', '') + mark(f.standing))
  return names.sort().join(' ')
}
