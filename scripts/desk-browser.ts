import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The machine's Chromium; absent where there is none. */
export function chromiumPath(): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

/** A browser without a window, each of whose contexts has a profile of its own that is gone afterwards. */
export const launch = (path = chromiumPath()): Promise<Browser> =>
  chromium.launch({ executablePath: path!, headless: true, args: FLAGS })
