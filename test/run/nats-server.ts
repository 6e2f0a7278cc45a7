import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection, type TlsOptions } from '@nats-io/transport-node'

export interface Cluster {
  /** `nats://host:port,…/STREAM` */
  address(stream: string): string
  connection: NatsConnection
  manager: JetStreamManager
  /** Kills (SIGKILL) one server. */
  kill(n: number): void
  close(): Promise<void>
}

/** Why there is no server to test with; with `CI` set it must be there. */
export function lacking(): string | undefined {
  if (spawnSync('nats-server', ['--version']).status === 0) return undefined
  if (process.env.CI) throw new Error('no nats-server: install it, since nothing is skipped here')
  return 'no nats-server is installed'
}

/** Files by which servers speak TLS alone, and the authority that a client knows them by. */
export interface Tls {
  cert: string
  key: string
  ca: string
}

/** So many servers on this machine that keep streams together. */
export async function cluster(size: number, tls?: Tls): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-nats-'))
  const ports = await freePorts(size * 2)
  const [own, routes] = [ports.slice(0, size), ports.slice(size)]
  const servers: ChildProcess[] = own.map((port, i) => {
    const store = join(folder, `s${i}`)
    mkdirSync(store)
    const config = `
      host: 127.0.0.1, port: ${port}, server_name: s${i}
      ${tls ? `tls { cert_file: "${tls.cert}", key_file: "${tls.key}" }` : ''}
      jetstream { store_dir: "${store}", max_mem: 64MB, max_file: 1GB }
      ${size === 1 ? '' : `cluster { name: c, host: 127.0.0.1, port: ${routes[i]}, routes: [${routes.map((r) => `nats://127.0.0.1:${r}`)}] }`}`
    writeFileSync(join(folder, `s${i}.conf`), config)
    return spawn('nats-server', ['-c', join(folder, `s${i}.conf`)], { stdio: 'ignore' })
  })
  const end = () => {
    for (const server of servers) server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', end)
  const hosts = own.map((port) => `127.0.0.1:${port}`)
  // The tests' own connection is not what is tested: it asks no certificate for its name.
  const trust = tls && { tls: { caFile: tls.ca, checkServerIdentity: () => undefined } as TlsOptions }
  const options = { servers: hosts, maxReconnectAttempts: -1, reconnectTimeWait: 200, ...trust }
  const connection = await again(() => connect(options))
  const manager = await again(() => jetstreamManager(connection))
  return {
    address: (stream) => `nats://${hosts.join(',')}/${stream}`,
    ...{ connection, manager },
    kill: (n) => void servers[n]!.kill('SIGKILL'),
    async close() {
      await connection.close()
      const ended = servers.filter((s) => s.exitCode === null && s.signalCode === null).map((s) => once(s, 'exit'))
      for (const server of servers) server.kill('SIGKILL')
      await Promise.all(ended)
      end()
    },
  }
}

/** Until it is done: servers that begin, and choose a leader, take their time. */
export async function again<T>(work: () => Promise<T>, tries = 300): Promise<T> {
  for (let n = 1; ; n++)
    try {
      return await work()
    } catch (error) {
      if (n === tries) throw error
      await new Promise((done) => setTimeout(done, 200))
    }
}

async function freePorts(n: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: n }, async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  for (const server of servers) server.close()
  return ports
}
