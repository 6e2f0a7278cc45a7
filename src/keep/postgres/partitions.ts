import { ChanceryError } from '../../model/error.ts'
import { TABLES } from './schema.ts'

/** Tables that are spread by the number of a record, so that all that belongs to one record lies together; the rest stays whole. */
export const BY_RECORD: Readonly<Record<string, string>> = {
  record: 'seq',
  filing: 'record',
  holds: 'record',
  called: 'record',
  ballot: 'record',
}

/**
 * A key of a spread table has to name the column by which it is spread: that a content stands once under its hash is held by a table
 * of its own, spread by that hash, into which every record is entered as it is written.
 */
const IDS = (parts: number): string => `
CREATE INDEX record_id_of ON record (id);
CREATE TABLE record_id (id TEXT COLLATE "C" PRIMARY KEY, record BIGINT NOT NULL) PARTITION BY HASH (id);
${partsOf('record_id', parts)}
CREATE FUNCTION note_record_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO %I.record_id VALUES ($1, $2)', TG_TABLE_SCHEMA) USING NEW.id, NEW.seq;
  RETURN NEW;
END $$;
CREATE TRIGGER record_id_once BEFORE INSERT ON record FOR EACH ROW EXECUTE FUNCTION note_record_id();
`

/**
 * The tables of a ledger, spread over so many partitions, as SQL for an empty schema; the ledger's own queries run on it as they are.
 * Throws `incorrect` for a number that is none.
 */
export function partitionedTables(parts: number): string {
  if (!Number.isInteger(parts) || parts < 1 || parts > 256)
    throw new ChanceryError('incorrect', 'partitions', `no such number, ${parts}: give 1 to 256`)
  const statements = TABLES.split(/;\s*\n/)
    .map((one) => one.trim())
    .filter(Boolean)
  return `${statements.map((one) => `${spread(one, parts)};`).join('\n')}\n${IDS(parts)}`
}

function spread(statement: string, parts: number): string {
  const name = /^CREATE TABLE (\w+) \(/.exec(statement)?.[1] ?? ''
  const column = BY_RECORD[name]
  if (column === undefined) return statement
  const own = name === 'record' ? statement.replace(/(id TEXT COLLATE "C" NOT NULL) UNIQUE/, '$1') : statement
  return `${own} PARTITION BY HASH (${column});\n${partsOf(name, parts)}`.replace(/;\s*$/, '')
}

const partsOf = (name: string, parts: number): string =>
  Array.from(
    { length: parts },
    (_, i) => `CREATE TABLE ${name}_${i} PARTITION OF ${name} FOR VALUES WITH (MODULUS ${parts}, REMAINDER ${i});`,
  ).join('\n')
