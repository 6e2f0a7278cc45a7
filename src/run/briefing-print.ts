import { execFile } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { ChanceryError } from '../model/error.ts'
import type { Day } from '../model/when.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
]
const LONGEST_MS = 60_000

/** The Chromium of this machine, if there is one; `$CHANCERY_CHROMIUM` names another, and `none` forbids it. */
export function chromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHANCERY_CHROMIUM) return env.CHANCERY_CHROMIUM === 'none' ? undefined : env.CHANCERY_CHROMIUM
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(runs)
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Prints a page without script as a tagged PDF that bears a given day. Throws `fault` where the browser fails. */
export async function printed(browser: string, html: string, day: Day): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-print-'))
  const [page, out] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
  // A browser run by root refuses to start in its sandbox; the page has no script and fetches nothing.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  try {
    writeFileSync(page, html)
    const args = [
      ...FLAGS,
      ...root,
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${out}`,
      pathToFileURL(page).href,
    ]
    await promisify(execFile)(browser, args, { timeout: LONGEST_MS })
    return dated(readFileSync(out), day)
  } catch (error) {
    const why = (error as Error).message.split('\n')[0]
    throw new ChanceryError('fault', browser, `${browser} did not print (${why}): say --printer own`)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** The same PDF with the day in the place of the clock's. */
function dated(pdf: Buffer, day: Day): Uint8Array {
  const stamp = `D:${day.replaceAll('-', '')}000000+00'00'`
  return Buffer.from(
    pdf.toString('latin1').replace(/(\/(?:CreationDate|ModDate) \()D:\d{14}[+-]\d\d'\d\d'(?=\))/g, `$1${stamp}`),
    'latin1',
  )
}
