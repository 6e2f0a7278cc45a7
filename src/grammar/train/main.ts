import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packWeights } from '../weights.ts'
import { treebankFolder } from './corpus.ts'
import { train } from './train.ts'

/** `npm run train`: trains on the treebanks and writes `en/weights.bin`, the same bytes for the same seed. */
const SEED = 2
const folder = new URL('../en/', import.meta.url)
const started = Date.now()
const report = (line: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`)

const weights = train(treebankFolder(), SEED, report)
const bytes = packWeights(weights)
mkdirSync(folder, { recursive: true })
writeFileSync(join(fileURLToPath(folder), 'weights.bin'), bytes)
report(`weights.bin: ${bytes.length} bytes`)
