import type { Kind } from '../../model/kinds/index.ts'
import type { Measured } from './row.ts'

/**
 * How well rows of each kind are found, in per cent, as `node scripts/score-reading.ts --by kind` prints it of the development
 * articles, on which the rules were tuned: on other articles expect less. A kind with fewer than ten rows there has no figure.
 */
export const MEASURED: Readonly<Partial<Record<Kind, Measured>>> = {
  visit: { precision: 100, recall: 83.8 },
  meeting: { precision: 87.5, recall: 77.8 },
  remark: { precision: 83.1, recall: 72 },
  relations: { precision: 95.5, recall: 72.4 },
  agreement: { precision: 100, recall: 64.3 },
  membership: { precision: 100, recall: 64.7 },
}
