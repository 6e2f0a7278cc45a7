import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'

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

/** A browser with a profile of its own that is gone afterwards. */
export async function browse(
  options: BrowserContextOptions = {},
): Promise<{ page: BrowserContext; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-browser-'))
  const page = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath()!,
    headless: true,
    args: FLAGS,
    ...options,
  })
  return {
    page,
    close: async () => {
      await page.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
