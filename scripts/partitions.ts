/** `node scripts/partitions.ts [N]`: prints the tables of a ledger, spread over N partitions (16 unless said), for an empty schema of PostgreSQL. */
import { partitionedTables } from '../src/keep/postgres/partitions.ts'

process.stdout.write(partitionedTables(Number(process.argv[2] ?? 16)))
