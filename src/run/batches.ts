import type { Ledger } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'

/** What the ledger keeps of a batch, in the stamp of its mark. */
export interface BatchNote {
  authority: string
  releases: number
  accepted: number
  review: string
  /** What was read and covered: the same again needs no second look. */
  content: string
}

/** Every batch of releases in a ledger, with what was noted of it. */
export async function batchesOf(ledger: Ledger): Promise<{ batch: string; note: BatchNote }[]> {
  const marks = (await ledger.marks()).filter(({ by, stamp }) => by.startsWith('releases/') && stamp.startsWith('{'))
  return marks.map(({ by, stamp }) => ({ batch: by, note: JSON.parse(stamp) as BatchNote }))
}

/** Withdraws all that an author told, at once: a batch of releases, a pulled data set or an imported table. `false`: nothing of it is in force. */
export async function undoBatch(
  ledger: Ledger,
  batch: string,
  meta: { recordedAt: string; by: string },
): Promise<number> {
  const mark = (await ledger.marks()).find((one) => one.by === batch)
  if (!mark || !/^(?:releases|pull|import)\//.test(batch))
    throw new ChanceryError('not-found', batch, 'no batch of that name: chancery ledger lists them')
  const note = `undone by ${meta.by}`
  const undone = { content: `undone ${meta.recordedAt}`, stamp: '' }
  return (await ledger.replace({}, { recordedAt: meta.recordedAt, by: batch, note }, undone)).retracted
}
