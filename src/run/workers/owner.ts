import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'

const HOST = hostname()

/** Who holds a lease: the machine, the process on it, and a word of its own. */
export const OWNER = `${HOST}:${process.pid}:${randomBytes(6).toString('hex')}`

/** Whether the holder of a lease is a process of this machine that has ended; of other machines only the lease's end tells. */
export function hasEnded(owner: string): boolean {
  if (owner === OWNER) return false
  const [, host, pid] = /^(.*):(\d+):[0-9a-f]+$/.exec(owner) ?? []
  if (host !== HOST) return false
  // A lease of this very number that is not ours is of a process that had the number before.
  if (Number(pid) === process.pid) return true
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
