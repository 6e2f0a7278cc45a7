import type { Added, Ledger } from '../port.ts'
import { servedAccess } from './access.ts'
import { ServedBallots, type WholeBook } from './ballots.ts'
import { KeptBodies } from './bodies.ts'
import { count, MANY } from './count.ts'
import { ServedReader } from './reader.ts'
import { prepare } from './schema.ts'
import { Connections } from './session.ts'
import { takeTurn } from './turn.ts'
import { servedWatches } from './watches.ts'
import { ServedWriter } from './writer.ts'

/**
 * A ledger in a PostgreSQL database (15 or later), for many people and machines at once: `postgres://user@host/database`, in the schema
 * that the connection writes to (`?options=-csearch_path%3Dname`). Its tables are made where the schema is empty. Throws `incorrect`
 * for an address that is none or a schema that holds other things, `unsupported` for a later format, `fault` where it cannot be reached.
 */
export async function postgresLedger(url: string): Promise<Ledger> {
  const connections = new Connections(url)
  const [book, bodies]: [WholeBook, KeptBodies] = [{}, new KeptBodies()]
  const read = <T>(ask: (reader: ServedReader) => Promise<T>): Promise<T> =>
    connections.atomic('READ ONLY', (s) => ask(new ServedReader(s, new ServedBallots(s, book), bodies)))
  const write = <T>(tell: (writer: ServedWriter) => Promise<T>): Promise<T> =>
    connections.atomic('READ WRITE', async (s) => {
      await takeTurn(s)
      // What this transaction reads of ballots is not kept: it may be taken back.
      return tell(new ServedWriter(s, new ServedBallots(s, {})))
    })
  const counted = async (writing: Promise<Added>): Promise<Added> => {
    const done = await writing
    if (done.added + done.retracted >= MANY) await count(connections)
    return done
  }
  try {
    await connections.atomic('READ WRITE', (session) => prepare(session, connections.where))
  } catch (error) {
    await connections.close()
    throw error
  }
  return {
    fetch: (patterns, at) => read((r) => r.fetch(patterns, at)),
    add: (batch, meta) => counted(write((w) => w.add(batch, meta))),
    replace: (batch, meta, mark) => counted(write((w) => w.replace(batch, meta, mark))),
    restamp: (by, stamp) => write((w) => w.restamp(by, stamp)),
    marks: () => read((r) => r.marks()),
    retract: (id, meta) => write((w) => w.retract(id, meta)),
    redact: (id, meta) => write((w) => w.redact(id, meta)),
    decide: (id, decision, meta) => write((w) => w.decide(id, decision, meta)),
    history: (id) => read((r) => r.history(id)),
    fact: (id) => read((r) => r.fact(id)),
    document: (id) => read((r) => r.document(id)),
    reviews: (document) => read((r) => r.reviews(document)),
    documents: () => read((r) => r.documents()),
    lookupNames: (keys, at) => read((r) => r.lookupNames(keys, at)),
    allNames: (at) => read((r) => r.allNames(at)),
    ballots: (at) => read((r) => r.ballots(at)),
    changes: (by) => read((r) => r.changes(by)),
    summary: () => read((r) => r.summary()),
    log: (asked) => read((r) => r.log(asked)),
    head: () => read((r) => r.head()),
    access: servedAccess(connections),
    watches: servedWatches(connections),
    close: () => connections.close(),
  }
}
