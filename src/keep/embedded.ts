import { embeddedAccess } from './access-embedded.ts'
import { Database } from './driver.ts'
import { PackedBallots } from './packed.ts'
import type { Ledger } from './port.ts'
import { EmbeddedReader } from './reader.ts'
import { guarded } from './schema.ts'
import { embeddedWatches } from './watches-embedded.ts'
import { EmbeddedWriter } from './writer.ts'

/**
 * A ledger in one SQLite file, safe for several processes at once; what was acknowledged is on the disk. `:memory:` keeps
 * nothing. Throws `incorrect` for a file that is no ledger, `unsupported` for a later format, `fault` when it cannot be opened.
 */
export function embeddedLedger(path: string): Ledger {
  const db = guarded(path, () => new Database(path))
  const ballots = new PackedBallots(db)
  const [reader, writer] = [new EmbeddedReader(db, ballots), new EmbeddedWriter(db, ballots)]
  const read = async <T>(work: () => T): Promise<T> => guarded(path, () => db.atomic('DEFERRED', work))
  const write = async <T>(work: () => T): Promise<T> => {
    try {
      return guarded(path, () => db.atomic('IMMEDIATE', work))
    } catch (error) {
      ballots.forget()
      throw error
    }
  }
  return {
    fetch: (patterns, at) => read(() => reader.fetch(patterns, at)),
    add: (batch, meta) => write(() => writer.add(batch, meta)),
    replace: (batch, meta, mark) => write(() => writer.replace(batch, meta, mark)),
    restamp: (by, stamp) => write(() => writer.restamp(by, stamp)),
    marks: () => read(() => reader.marks()),
    retract: (id, meta) => write(() => writer.retract(id, meta)),
    redact: async (id, meta) => {
      const gone = await write(() => writer.redact(id, meta))
      // What was overwritten stands in the file of recent writes until it is emptied.
      if (gone.length) guarded(path, () => db.run('PRAGMA wal_checkpoint(TRUNCATE)'))
      return gone
    },
    decide: (id, decision, meta) => write(() => writer.decide(id, decision, meta)),
    history: (id) => read(() => reader.history(id)),
    fact: (id) => read(() => reader.fact(id)),
    document: (id) => read(() => reader.document(id)),
    reviews: (document) => read(() => reader.reviews(document)),
    documents: () => read(() => reader.documents()),
    lookupNames: (keys, at) => read(() => reader.lookupNames(keys, at)),
    allNames: (at) => read(() => reader.allNames(at)),
    ballots: (at) => read(() => reader.ballots(at)),
    changes: (by) => read(() => reader.changes(by)),
    summary: () => read(() => reader.summary()),
    log: (asked) => read(() => reader.log(asked)),
    head: () => read(() => reader.head()),
    access: embeddedAccess(db, read, write),
    watches: embeddedWatches(db, read, write),
    close: async () => db.close(),
  }
}
