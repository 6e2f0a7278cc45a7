import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from './page.ts'

/** A page kept, with the signs by which its server knows the version. */
export interface Kept {
  url: string
  type: string
  etag: string
  lastModified: string
  sha256: string
  bytes(): Buffer
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Pages in a folder, two files each. What is damaged or cannot be written is as if it were not there. */
export class PageCache {
  readonly #folder: string
  constructor(folder: string) {
    this.#folder = folder
  }

  get(url: string): Kept | undefined {
    const path = this.#path(url)
    try {
      const note = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Kept
      const bytes = readFileSync(`${path}.page`)
      return note.url === url && note.sha256 === sha256(bytes) ? { ...note, bytes: () => bytes } : undefined
    } catch {
      return undefined
    }
  }

  put(url: string, page: Page, etag: string, lastModified: string): void {
    const path = this.#path(url)
    try {
      mkdirSync(this.#folder, { recursive: true })
      write(`${path}.page`, page.bytes)
      const note = { url, type: page.type, etag, lastModified, sha256: sha256(page.bytes) }
      write(`${path}.json`, JSON.stringify(note))
    } catch {
      // Kept for speed alone.
    }
  }

  #path(url: string): string {
    return join(this.#folder, sha256(url).slice(0, 32))
  }
}

function write(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.${process.pid}`, content)
  renameSync(`${path}.${process.pid}`, path)
}
