import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Why no certificates can be made; with `CI` set it must be possible. */
export function lackingOpenssl(): string | undefined {
  if (spawnSync('openssl', ['version']).status === 0) return undefined
  if (process.env.CI) throw new Error('no openssl: install it, since nothing is skipped here')
  return 'no openssl is installed'
}

export interface Certified {
  cert: string
  key: string
}

const CURVE = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
const openssl = (...args: string[]): void => {
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** An authority that signs itself: paths of its certificate and key. */
export function authority(folder: string, name = 'ca'): Certified {
  const [cert, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)]
  openssl('req', '-x509', ...CURVE, '-days', '2', '-subj', `/CN=${name}`, '-keyout', key, '-out', cert)
  return { cert, key }
}

/** A certificate of an authority for `IP:127.0.0.1` or `DNS:name`. */
export function certified(folder: string, ca: Certified, of: string): Certified {
  const name = of.replace(/\W/g, '-')
  const [cert, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)]
  const asks = ['-x509', ...CURVE, '-days', '2', '-subj', '/CN=server', '-addext', `subjectAltName=${of}`]
  const end = ['-addext', 'basicConstraints=critical,CA:FALSE']
  openssl('req', ...asks, ...end, '-CA', ca.cert, '-CAkey', ca.key, '-keyout', key, '-out', cert)
  return { cert, key }
}
