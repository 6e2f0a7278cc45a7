import type { Ledger, Mark } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import type { PackFolder } from '../sources/starter.ts'

/** The author under which a pack's rows are kept. */
export const authorOf = (pack: string): string => `pack/${pack}`

export interface Synced {
  pack: string
  added: number
  retracted: number
}

export interface SyncOptions {
  /** When the ledger is to record what is new: a day or instant. */
  now: string
  /** Hears of a pack that cannot be read; the ledger then keeps what it knew of it. Absent: it is thrown. */
  warn?: (problem: ChanceryError) => void
}

/**
 * Brings a ledger in step with pack folders: files what they tell anew, withdraws what they tell no longer, each pack whole
 * or not at all, also when two processes do so at once. A pack not among them is withdrawn. Unchanged packs cost a look at
 * their files' sizes and times.
 */
export async function syncPacks(ledger: Ledger, packs: readonly PackFolder[], options: SyncOptions): Promise<Synced[]> {
  const marks = new Map((await ledger.marks()).map((mark) => [mark.by, mark]))
  const done: Synced[] = []
  for (const pack of packs) {
    const synced = await syncOrWarn(ledger, pack, marks.get(authorOf(pack.name)), options)
    if (synced) done.push(synced)
  }
  for (const by of abandoned(marks, packs)) {
    const { added, retracted } = await ledger.replace({}, { recordedAt: options.now, by }, { content: GONE, stamp: '' })
    done.push({ pack: by.slice('pack/'.length), added, retracted })
  }
  return done
}

const GONE = 'none'

const abandoned = (marks: ReadonlyMap<string, Mark>, packs: readonly PackFolder[]): string[] => {
  const kept = new Set(packs.map((pack) => authorOf(pack.name)))
  const isGone = ({ by, content }: Mark) => by.startsWith('pack/') && !kept.has(by) && content !== GONE
  return [...marks.values()].filter(isGone).map((mark) => mark.by)
}

async function syncOrWarn(ledger: Ledger, pack: PackFolder, mark: Mark | undefined, options: SyncOptions) {
  try {
    return await syncPack(ledger, pack, mark, options.now)
  } catch (error) {
    if (!options.warn || !(error instanceof ChanceryError) || error.code === 'fault') throw error
    options.warn(error)
    return undefined
  }
}

async function syncPack(ledger: Ledger, pack: PackFolder, mark: Mark | undefined, now: string) {
  const { stamp } = pack
  if (mark && stamp !== '' && mark.stamp === stamp) return undefined
  const by = authorOf(pack.name)
  const content = pack.content()
  if (mark?.content === content) {
    if (stamp !== '') await ledger.restamp(by, stamp)
    return undefined
  }
  const batch = await pack.read()
  // Written to while it was read: what was read may be half of the old and half of the new.
  if (pack.content() !== content)
    throw new ChanceryError('conflict', pack.path, `${pack.path} changed while it was read`)
  const { added, retracted } = await ledger.replace(batch, { recordedAt: now, by }, { content, stamp })
  return { pack: pack.name, added, retracted }
}
