import type { Kind } from '../../model/kinds/index.ts'
import type { Measured } from './row.ts'

/**
 * How well rows of each kind are read, in per cent, as `scripts/measure-kinds.ts` prints it of the development articles, on
 * which the rules were tuned: on other articles expect less. A kind with fewer than ten rows there has no figure.
 */
export const MEASURED: Readonly<Partial<Record<Kind, Measured>>> = {}
