import { accessSync, constants, mkdirSync, type Stats, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { embeddedLedger } from '../keep/embedded.ts'
import { embeddedTables } from '../keep/embedded-tables.ts'
import type { Ledger } from '../keep/port.ts'
import type { OpenTables } from '../keep/tables.ts'
import { ChanceryError } from '../model/error.ts'
import { groupingsPack, type PackFolder, starterPacks } from '../sources/starter.ts'
import { type SyncOptions, syncPacks } from './starter.ts'

export interface OpenOptions extends Partial<SyncOptions> {
  /** A file, `postgres://user@host/database`, or `:memory:` for a ledger that is not kept. Absent: `defaultPath()`. */
  path?: string
  /** The folder of starter packs; `null` for a ledger without them. Absent: those that come with Chancery. */
  packs?: string | null
}

/**
 * `$CHANCERY_LEDGER`, else `chancery/ledger.db` in the user's data folder (`$XDG_DATA_HOME`, `~/.local/share`). Throws
 * `incorrect` where the home folder is no absolute path, since the ledger would then be another one in each folder.
 */
export function defaultPath(env: NodeJS.ProcessEnv = process.env): string {
  return env.CHANCERY_LEDGER || join(ownFolder(env), 'ledger.db')
}

const ownFolder = (env: NodeJS.ProcessEnv): string =>
  join(env.XDG_DATA_HOME ? resolve(env.XDG_DATA_HOME) : homeData(env), 'chancery')

/** The folder for files that belong to a ledger: beside it, or the user's own for one on a server; none for one that is not kept. */
export function folderOf(path: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (path === ':memory:') return undefined
  return SERVED.test(path) ? ownFolder(env) : dirname(resolve(path))
}

/** The address of a ledger on a PostgreSQL server. */
const SERVED = /^postgres(?:ql)?:/i

function homeData(env: NodeJS.ProcessEnv): string {
  const home = env.HOME ?? homedir()
  if (isAbsolute(home)) return join(home, '.local', 'share')
  throw new ChanceryError(
    'incorrect',
    'HOME',
    `the home folder ${JSON.stringify(home)} is no absolute path: set HOME, or name a file in CHANCERY_LEDGER or by --ledger`,
  )
}

/**
 * Opens a ledger, making it and its folder where there is none, in step with the starter packs. Throws `incorrect` for a file
 * that is no ledger, `unsupported` for one of a later version, `fault` for one that cannot be written.
 */
export async function openLedger(options: OpenOptions | string = {}): Promise<Ledger> {
  const {
    path = defaultPath(),
    packs,
    now = new Date().toISOString(),
    warn = warnOnStderr,
  } = typeof options === 'string' ? ({ path: options } as OpenOptions) : options
  const ledger = await storeAt(path)
  try {
    if (packs !== null) await syncPacks(ledger, packs === undefined ? ownPacks() : starterPacks(packs), { now, warn })
    return ledger
  } catch (error) {
    await ledger.close()
    throw error
  }
}

/** The ledger that a path or an address names, as it is. */
export async function storeAt(path: string): Promise<Ledger> {
  if (SERVED.test(path)) {
    const { postgresLedger } = await import('../keep/postgres/ledger.ts')
    return postgresLedger(path)
  }
  const file = fileOf(path)
  if (file === ':memory:') return embeddedLedger(file)
  makeRoom(file)
  return watched(embeddedLedger(file), file)
}

/** The tables of the ledger at a path or an address, in one transaction. Throws `not-found` where one to be read is no file. */
export async function tablesAt(path: string, mode: 'read' | 'write'): Promise<OpenTables> {
  if (SERVED.test(path)) return (await import('../keep/postgres/tables.ts')).servedTables(path, mode)
  const file = fileOf(path)
  if (mode === 'read' && !statOf(file)?.isFile())
    throw new ChanceryError('not-found', path, `there is no ledger ${path}: check the path`)
  makeRoom(file)
  return embeddedTables(file, mode)
}

/** The packs that come with Chancery, and the groupings of its atlas. */
const ownPacks = (): PackFolder[] => [...starterPacks(), groupingsPack()]

const warnOnStderr = (problem: ChanceryError): void => {
  process.stderr.write(`a starter pack was left as it was: ${problem.message}\n`)
}

function fileOf(path: string): string {
  if (path === ':memory:') return path
  if (!path.trim() || path.includes('\0'))
    throw new ChanceryError('incorrect', '--ledger', 'no ledger is named: give the path of a file')
  if (/^file:/i.test(path))
    throw new ChanceryError('incorrect', path, 'a URL, not a path: write the path alone, without file:')
  return resolve(path)
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/**
 * Makes a folder and its missing parents, one at a time: where a file system takes a folder and still does not have it, Node's
 * own recursive way tries for ever.
 */
function makeFolder(folder: string): void {
  const missing: string[] = []
  let at = folder
  if (statOf(at)?.isFile()) throw new Error('it is a file')
  for (; !statOf(at) && at !== dirname(at); at = dirname(at)) missing.push(at)
  for (const path of missing.reverse()) {
    try {
      mkdirSync(path)
    } catch (error) {
      // Another process may have been faster.
      if (!statOf(path)?.isDirectory()) throw error
    }
  }
}

/** A ledger whose writes count only while its file is where it was: a file that was removed or replaced keeps nothing. */
function watched(ledger: Ledger, file: string): Ledger {
  const opened = statOf(file)
  const kept = <A extends unknown[], T>(write: (...args: A) => Promise<T>) => {
    return async (...args: A): Promise<T> => {
      const result = await write(...args)
      const now = statOf(file)
      if (now?.ino === opened?.ino && now?.dev === opened?.dev) return result
      throw new ChanceryError(
        'fault',
        file,
        'the ledger file was removed or replaced meanwhile, nothing is kept: try again',
      )
    }
  }
  const { add, replace, retract, redact, decide } = ledger
  return {
    ...ledger,
    add: kept(add),
    replace: kept(replace),
    retract: kept(retract),
    redact: kept(redact),
    decide: kept(decide),
  }
}

function makeRoom(file: string): void {
  const folder = dirname(file)
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new ChanceryError(
      'fault',
      folder,
      `the folder ${folder} cannot be written (${(error as Error).message}): name another file in CHANCERY_LEDGER or by --ledger`,
    )
  }
  const there = statOf(file)
  if (there?.isDirectory())
    throw new ChanceryError(
      'incorrect',
      file,
      `${file} is a folder: name a file in it, such as ${join(file, 'ledger.db')}`,
    )
  if (there && !there.isFile())
    throw new ChanceryError(
      'incorrect',
      file,
      `${file} is no ordinary file: name another in CHANCERY_LEDGER or by --ledger`,
    )
}
