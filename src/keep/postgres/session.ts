import pg from 'pg'
import { ChanceryError } from '../../model/error.ts'
import { keptValue, readRow } from './text.ts'

type Values = readonly unknown[]

/** One connection within a transaction. */
export class Session {
  readonly #client: pg.PoolClient
  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async all<T>(sql: string, values: Values = []): Promise<T[]> {
    const { rows } = await this.#client.query(sql, values.map(keptValue))
    return (rows as T[]).map(readRow)
  }

  async get<T>(sql: string, values: Values = []): Promise<T | undefined> {
    return (await this.all<T>(sql, values))[0]
  }

  /** Several statements where there are no values. */
  async run(sql: string, values: Values = []): Promise<void> {
    await (values.length ? this.#client.query(sql, values.map(keptValue)) : this.#client.query(sql))
  }
}

type Mode = 'READ ONLY' | 'READ WRITE'

export interface Transaction {
  session: Session
  commit(): Promise<void>
  end(): Promise<void>
}

/** Connections to a PostgreSQL server, opened when needed; one that was lost is replaced by the next transaction. */
export class Connections {
  readonly #pool: pg.Pool
  readonly where: string
  constructor(url: string) {
    this.where = withoutSecrets(url)
    this.#pool = new pg.Pool({
      connectionString: url,
      application_name: 'chancery',
      max: 8,
      allowExitOnIdle: true,
      connectionTimeoutMillis: 10_000,
      types: {
        getTypeParser: ((oid: number, format?: 'text') => parserOf(oid, format)) as typeof pg.types.getTypeParser,
      },
    })
    // An idle connection that breaks is dropped; the next transaction says what is wrong, if something is.
    this.#pool.on('error', () => {})
  }

  /** Runs work in one transaction: all or nothing. What the server refuses becomes an error that says what to do. */
  async atomic<T>(mode: Mode, work: (session: Session) => Promise<T>): Promise<T> {
    try {
      return await this.#within(mode, work)
    } catch (error) {
      throw this.told(error)
    }
  }

  async #within<T>(mode: Mode, work: (session: Session) => Promise<T>): Promise<T> {
    const transaction = await this.#begin(mode)
    try {
      const result = await work(transaction.session)
      await transaction.commit()
      return result
    } finally {
      await transaction.end()
    }
  }

  /** A transaction that the caller ends; what was not committed is taken back. */
  async open(mode: Mode): Promise<Transaction> {
    return this.#begin(mode).catch((error) => {
      throw this.told(error)
    })
  }

  async #begin(mode: Mode): Promise<Transaction> {
    const client = await this.#pool.connect()
    const session = new Session(client)
    let open = true
    const commit = async (): Promise<void> => {
      await client.query('COMMIT')
      open = false
    }
    const end = async (): Promise<void> => {
      const lost = open
        ? await client.query('ROLLBACK').then(
            () => undefined,
            (error: Error) => error,
          )
        : undefined
      client.release(lost)
    }
    // Readers see one moment; writers take turns, and see what the turn before wrote.
    try {
      await client.query(mode === 'READ ONLY' ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN')
    } catch (error) {
      await end()
      throw error
    }
    return { session, commit, end }
  }

  /** What went wrong as an error that says what to do. */
  told(error: unknown): ChanceryError {
    if (error instanceof ChanceryError) return error
    const { code = '', message } = error as { code?: string; message: string }
    const [, exit, advice] = ADVICE.find(([pattern]) => pattern.test(code) || pattern.test(message)) ?? UNKNOWN
    return new ChanceryError(exit, this.where, `the ledger ${this.where} ${advice} (${code || 'no code'}: ${message})`)
  }

  close = (): Promise<void> => this.#pool.end()
}

/** Whole numbers of eight bytes are numbers here: none is beyond 2^53. */
const parserOf = (oid: number, format?: 'text') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text')

const UNKNOWN: readonly [RegExp, 'fault', string] = [/./, 'fault', 'failed']
/** By SQLSTATE or the system's code: PostgreSQL's documentation, appendix A. */
const ADVICE: readonly [RegExp, 'incorrect' | 'conflict' | 'fault', string][] = [
  [
    /^(?:ECONNREFUSED|ENOENT|EHOSTUNREACH|ETIMEDOUT|ECONNRESET|57P0\d|08\w{3})$/,
    'fault',
    'cannot be reached: start the server, check host and port',
  ],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, 'incorrect', 'is on a host that nobody knows: check its name'],
  [
    /timeout exceeded when trying to connect|Connection terminated/,
    'fault',
    'cannot be reached: start the server, check host and port',
  ],
  [/^28\w{3}$|password|SASL/, 'incorrect', 'does not let this user in: check user and password'],
  [/^3D000$/, 'incorrect', 'names a database that is not there: create it, or name another'],
  [/^(?:42501|25006)$/, 'fault', 'may not be written by this user: grant it, or name another ledger'],
  [/^53\w{3}$/, 'fault', 'cannot be written, the server lacks disk, memory or connections: nothing was lost'],
  [/^(?:40\w{3}|55P03|57014|23505)$/, 'conflict', 'was written by another process at the same moment: try again'],
  [/^22\w{3}$/, 'incorrect', 'cannot keep this text'],
]

/** A server's address as it may be shown. */
function withoutSecrets(url: string): string {
  try {
    const shown = new URL(url)
    shown.password = ''
    for (const secret of ['password', 'sslpassword']) shown.searchParams.delete(secret)
    return String(shown)
  } catch {
    throw new ChanceryError(
      'incorrect',
      '--ledger',
      'the address of the PostgreSQL ledger is no URL: write postgres://user@host/database',
    )
  }
}
