import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ChanceryError } from '../model/error.ts'
import { type DownloadOptions, download, type Progress } from '../net/download.ts'
import { folderFiles } from '../sources/files.ts'
import type { Files, OpenSource } from '../sources/source.ts'
import { unpackTar } from '../sources/tar.ts'

export interface FetchOptions extends Pick<DownloadOptions, 'tries' | 'stallMs' | 'pauseMs' | 'reach'> {
  /** Fetches also what was fetched before. */
  again?: boolean
  /** Another address for one of the publisher's, as a mirror has it. */
  via?: (url: string) => string
  heard?: (file: string, progress: Progress) => void
}

/** What was fetched of each file, kept beside the files. */
interface Receipt {
  [path: string]: { url: string; sha256: string; bytes: number }
}

const RECEIPT = 'fetched.json'
/** Where the files themselves stand. */
const TREE = 'files'

/**
 * Fetches a data set from its publisher into a folder, file by file, each resumed where it was cut, and gives its files.
 * What is there already under the same pinned address is not fetched anew. Throws `unsupported` for a data set that a person has
 * to download, and what `download` throws.
 */
export async function fetchSource(source: OpenSource, folder: string, options: FetchOptions = {}): Promise<Files> {
  mkdirSync(folder, { recursive: true })
  const { publisher } = source
  if (publisher.kind === 'by-hand' || publisher.kind === 'asked')
    throw new ChanceryError(
      'unsupported',
      publisher.page,
      `${source.name} has no address to fetch from; ${publisher.how}: download it from ${publisher.page}, and give it with --from PATH`,
    )
  if (publisher.kind === 'files')
    for (const file of publisher.files) await fetchFile(folder, { ...file, path: `${TREE}/${file.path}` }, options)
  else await fetchRepository(source, folder, options)
  const files = source.recognise(folderFiles(join(folder, TREE)))
  if (files) return files
  throw new ChanceryError(
    'incorrect',
    folder,
    `what was fetched of ${source.name} is not laid out as expected: it may have moved`,
  )
}

async function fetchFile(
  folder: string,
  { url, path, sha256 }: { url: string; path: string; sha256?: string },
  { again, via = (u) => u, heard, ...settings }: FetchOptions,
): Promise<string> {
  const file = join(folder, path)
  const receipt = receiptIn(folder)
  const known = receipt[path]
  if (existsSync(file) && known?.url === url && !again) return file
  mkdirSync(dirname(file), { recursive: true })
  const done = await download(via(url), file, {
    ...settings,
    ...(sha256 && { sha256 }),
    heard: (progress) => heard?.(path, progress),
  })
  writeReceipt(folder, { ...receipt, [path]: { url, sha256: done.sha256, bytes: done.bytes } })
  return file
}

const archiveOf = (repository: string, commit: string): string =>
  `https://codeload.github.com/${repository}/tar.gz/${commit}`

/** A repository at a commit comes as one archive, of which the wanted folders are unpacked; these appear whole or not at all. */
async function fetchRepository(source: OpenSource, folder: string, options: FetchOptions): Promise<void> {
  const { publisher } = source
  if (publisher.kind !== 'repository') return
  const { repository, commit, paths } = publisher
  const name = `${repository.replace('/', '-')}-${commit}.tar.gz`
  const tree = join(folder, TREE)
  const done = join(folder, `${name}.unpacked`)
  if (existsSync(done) && existsSync(tree) && !options.again) return
  const archive = await fetchFile(folder, { url: archiveOf(repository, commit), path: name }, options)
  const fresh = join(folder, 'files.part')
  rmSync(fresh, { recursive: true, force: true })
  for (const [path, bytes] of unpackTar(archive, readFileSync(archive), paths)) {
    mkdirSync(dirname(join(fresh, path)), { recursive: true })
    writeFileSync(join(fresh, path), bytes)
  }
  if (!existsSync(fresh))
    throw new ChanceryError(
      'incorrect',
      archive,
      `${repository} at ${commit} has none of ${paths.join(', ')}: its layout changed`,
    )
  rmSync(tree, { recursive: true, force: true })
  renameSync(fresh, tree)
  writeFileSync(done, '')
  rmSync(archive, { force: true })
}

function receiptIn(folder: string): Receipt {
  try {
    return JSON.parse(readFileSync(join(folder, RECEIPT), 'utf8')) as Receipt
  } catch {
    return {}
  }
}

function writeReceipt(folder: string, receipt: Receipt): void {
  const path = join(folder, RECEIPT)
  writeFileSync(`${path}.new`, `${JSON.stringify(receipt, null, 2)}\n`)
  renameSync(`${path}.new`, path)
}
