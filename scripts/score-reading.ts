/**
 * `node scripts/score-reading.ts [SET] [--by kind] [--show]`: reads the articles of a scored set (by default
 * $CHANCERY_SHARED/reading/dev) and prints what the codebook's scorer says of the rows.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { scoredSet, setFolder, writeRows } from './scoring/scored-set.ts'

const [first, ...rest] = process.argv.slice(2)
const named = first?.startsWith('--') ? undefined : first
const folder = setFolder(named)
const out = writeRows(scoredSet(folder))
const scorer = join(process.env.CHANCERY_SHARED ?? '../shared', 'reading/score.mjs')
const flags = named ? rest : process.argv.slice(2)
spawnSync(process.execPath, [scorer, folder, out, ...flags], { stdio: 'inherit' })
