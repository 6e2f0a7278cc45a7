import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { embeddedLedger } from '../keep/embedded.ts'
import type { Ledger } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import { starterPacks } from '../sources/starter.ts'
import { type SyncOptions, syncPacks } from './starter.ts'

export interface OpenOptions extends Partial<SyncOptions> {
  /** A file, or `:memory:` for a ledger that is not kept. Absent: `defaultPath()`. */
  path?: string
  /** The folder of starter packs; `null` for a ledger without them. Absent: those that come with Chancery. */
  packs?: string | null
}

/** `$CHANCERY_LEDGER`, else `chancery/ledger.db` in the user's data folder (`$XDG_DATA_HOME`, `~/.local/share`). */
export function defaultPath(env: NodeJS.ProcessEnv = process.env): string {
  if (env.CHANCERY_LEDGER) return env.CHANCERY_LEDGER
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'chancery', 'ledger.db')
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
  const file = path === ':memory:' ? path : resolve(path)
  if (file !== ':memory:') makeRoom(file)
  const ledger = embeddedLedger(file)
  try {
    if (packs !== null) await syncPacks(ledger, starterPacks(packs), { now, warn })
    return ledger
  } catch (error) {
    await ledger.close()
    throw error
  }
}

const warnOnStderr = (problem: ChanceryError): void => {
  process.stderr.write(`a starter pack was left as it was: ${problem.message}\n`)
}

function makeRoom(file: string): void {
  const folder = dirname(file)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new ChanceryError(
      'fault',
      folder,
      `the folder ${folder} cannot be written (${(error as Error).message}): name another file in CHANCERY_LEDGER or by --ledger`,
    )
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new ChanceryError(
      'incorrect',
      file,
      `${file} is a folder: name a file in it, such as ${join(file, 'ledger.db')}`,
    )
}
