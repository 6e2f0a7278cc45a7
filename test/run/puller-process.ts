/** `puller-process.ts LEDGER FOLDER`: pulls the roll calls of a folder; a test kills it while it does. */
import { openLedger } from '../../src/run/ledger.ts'
import { pullFrom } from '../../src/run/pull.ts'
import { folderFiles } from '../../src/sources/files.ts'
import { ungaVotes } from '../../src/sources/unga.ts'

const [path, folder] = process.argv.slice(2)
const ledger = await openLedger({ path: path!, packs: null })
process.stdout.write('open\n')
await pullFrom(ledger, ungaVotes, folderFiles(folder!), { now: new Date().toISOString() })
await ledger.close()
process.stdout.write('done\n')
