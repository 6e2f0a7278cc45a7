import { ChanceryError } from '../model/error.ts'

export const noRecord = (id: string): ChanceryError =>
  new ChanceryError('not-found', id, `the ledger has no record ${id}: "chancery ledger" lists what it has`)
