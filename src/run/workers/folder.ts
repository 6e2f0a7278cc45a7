import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Page, pagesIn } from '../../intake/index.ts'
import { ChanceryError } from '../../model/error.ts'
import { Opener, type Opening } from '../open.ts'
import { filesIn, isFolder, streamOf } from '../path.ts'
import type { Part, State } from './state.ts'
import type { Feed, Outcome, Unit } from './types.ts'

export interface FolderOptions {
  state: State
  /** How long a unit may be held without a word, in milliseconds. */
  lease: number
  /** What tells this sink from another in its place, for which everything is to be read anew. */
  sink?: string
  /** Looks for new files when all is done, instead of ending. */
  follow?: boolean
  /** Ends waiting. */
  stop?: AbortSignal
  /** Milliseconds between two looks at what others hold. */
  pause?: number
}

const WARC = /\.warc(?:\.gz)?$/i
/** A unit of an archive ends with so many pages, or so many bytes. */
const PAGES = 32
const BYTES = 8 * 1024 * 1024
/** The part that says that an archive was seen to its end, all of it done. */
const WHOLE = -1

/** Files and web archives as units, shared by every process that uses one state: files whole, archives by runs of pages. */
export function folderFeed(
  path: string,
  { state, lease, sink = '', follow = false, stop, pause = 500 }: FolderOptions,
): Feed {
  const opener = new Opener()
  let pass: AsyncGenerator<Unit | 'busy'> | undefined
  let waiting = false
  const unit = (at: Part, tries: number, articles: () => AsyncIterable<Opening>): Unit => ({ ...at, tries, articles })

  async function* units(): AsyncGenerator<Unit | 'busy'> {
    for (const file of isFolder(path) ? filesIn(path) : [path]) {
      const size = stampOf(file)
      if (size === undefined) continue
      const stamp = `${size} ${sink}`
      if (WARC.test(file)) yield* archived(file, stamp)
      else {
        const part = { path: file, part: 0, stamp }
        const [taken] = state.isDone(part) ? ['done' as const] : state.lease([part], lease)
        if (taken === 'busy') yield 'busy'
        else if (taken !== 'done') yield unit(part, taken!.tries, () => opener.file(file))
      }
    }
  }

  /** Runs of pages: those that another holds or that are done are passed over, unparsed. */
  async function* archived(file: string, stamp: string): AsyncGenerator<Unit | 'busy'> {
    const whole = { path: file, part: WHOLE, stamp }
    if (state.isDone(whole)) return
    let undone = false
    try {
      for await (const { n, pages } of runsOf(file)) {
        const part = { path: file, part: n, stamp }
        const [taken] = state.isDone(part) ? ['done' as const] : state.lease([part], lease)
        if (taken === 'done') continue
        undone = true
        yield taken === 'busy' ? 'busy' : unit(part, taken!.tries, () => each(pages))
      }
    } catch (error) {
      // What is damaged within is told once, as a unit after all others.
      const part = { path: file, part: Number.MAX_SAFE_INTEGER, stamp }
      const [taken] = state.lease([part], lease)
      if (taken === 'busy') yield 'busy'
      else if (taken !== 'done') yield unit(part, taken!.tries, () => failing(error))
      undone ||= taken !== 'done'
    }
    if (!undone) state.finish(whole)
  }

  async function* each(pages: readonly Page[]): AsyncGenerator<Opening> {
    for (const page of pages) yield* opener.page(page)
  }

  const rest = () => sleep(pause, undefined, stop ? { signal: stop } : {}).catch(() => {})

  return {
    async take(most) {
      const taken: Unit[] = []
      pass ??= units()
      while (taken.length < most) {
        const { value, done } = await pass.next()
        if (!done && value === 'busy') waiting = true
        else if (!done) taken.push(value as Unit)
        if (done || isLarge(taken)) {
          if (done) pass = undefined
          break
        }
      }
      if (taken.length) {
        // What is in hand keeps the folder from being looked through to the end at this pass.
        if (!pass) waiting = true
        return taken
      }
      if (pass) return []
      const again = waiting || follow
      waiting = false
      if (!again || stop?.aborted) return undefined
      await rest()
      return []
    },
    done: async (outcomes: readonly Outcome[]) => state.done(outcomes),
    giveBack: async (given) => state.giveBack(given),
    hold: async (held) => state.hold(held, lease),
    async close() {
      await pass?.return(undefined)
      await opener.close()
    },
  }
}

/** A run of an archive's pages holds megabytes: it is taken alone. */
const isLarge = (taken: readonly Unit[]): boolean => WARC.test(taken.at(-1)?.path ?? '')

async function* failing(error: unknown): AsyncGenerator<Opening> {
  yield* []
  throw error
}

function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat && `${stat.size}:${stat.mtimeMs}`
}

/** The pages of an archive in runs that depend on its content alone. */
async function* runsOf(file: string): AsyncGenerator<{ n: number; pages: Page[] }> {
  let [n, size, pages]: [number, number, Page[]] = [0, 0, []]
  try {
    for await (const page of pagesIn(streamOf(file), file)) {
      pages.push(page)
      size += 'bytes' in page ? page.bytes.length : 0
      if (pages.length < PAGES && size < BYTES) continue
      yield { n, pages }
      ;[n, size, pages] = [n + 1, 0, []]
    }
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error
    if (pages.length) yield { n, pages }
    throw error
  }
  if (pages.length) yield { n, pages }
}
