import { readFileSync, writeFileSync } from 'node:fs'
import { treebankFolder } from '../../train/corpus.ts'
import { kindsOf, openWeights } from '../../weights.ts'
import { packNames } from '../table.ts'
import { trainNames } from './train.ts'

/** `npm run train`, after the grammar's own weights: writes `en/entities.bin`, the same bytes for the same seed and weights. */
const SEED = 1
const folder = new URL('../../en/', import.meta.url)
const started = Date.now()
const report = (line: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`)

const lexicon = kindsOf(openWeights(readFileSync(new URL('weights.bin', folder))))
const bytes = packNames(trainNames(treebankFolder(), lexicon, SEED, report))
writeFileSync(new URL('entities.bin', folder), bytes)
report(`entities.bin: ${bytes.length} bytes`)
