import type { Document } from '../model/claim.ts'
import type { KeptReview } from '../model/review.ts'
import { memoryAccess } from './access-memory.ts'
import { MemoryStore } from './memory-store.ts'
import { mergeNames } from './names.ts'
import type { Ledger, Name } from './port.ts'
import { lastOfEach } from './record.ts'
import { memoryWatches } from './watches.ts'

/** A ledger that lives as long as the process: for tests, trials and questions about a batch of facts alone. */
export function memoryLedger(): Ledger {
  const store = new MemoryStore()
  return {
    fetch: async (patterns, at) => store.fetch(patterns, at),
    add: async (batch, meta) => store.add(batch, meta),
    replace: async (batch, meta, mark) => store.replace(batch, meta, mark),
    restamp: async (by, stamp) => store.restamp(by, stamp),
    marks: async () => store.marksInOrder(),
    retract: async (id, meta) => store.retract(id, meta),
    redact: async (id, meta) => store.redact(id, meta),
    decide: async (id, decision, meta) => store.decide(id, decision, meta),
    history: async (id) => store.history(id),
    fact: async (id) => store.fact(id),
    document: async (id) => store.document(id),
    reviews: async (document) => store.standing<KeptReview>('review').filter((r) => r.document === document),
    documents: async () => lastOfEach(store.standing<Document>('document')),
    lookupNames: async (keys, at) => store.lookupNames(keys, at),
    allNames: async (at) => mergeNames(store.standing<Name>('name', at)),
    ballots: async (at) => store.ballots(at),
    changes: async (by) => store.changes(by),
    summary: async () => store.summary(),
    log: async (asked) => store.log(asked),
    head: async () => store.head(),
    access: memoryAccess(),
    watches: memoryWatches(),
    close: async () => {},
  }
}
