import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const STATES = ['France', 'Germany', 'Japan', 'Kenya', 'Brazil', 'Norway', 'Chile', 'Peru', 'Egypt', 'India', 'Canada']

/** A made-up article of 60 words, no two alike. */
export function articleOf(n: number): string {
  const a = STATES[n % STATES.length]!
  const b = STATES[(n + 1 + (Math.floor(n / STATES.length) % (STATES.length - 1))) % STATES.length]!
  return [
    `The president of ${a} visited ${b} in March ${1950 + (n % 70)}.`,
    `The two sides spoke of trade, of roads and of report number ${n}, which an office had written the year before.`,
    'Most of the talks took place behind closed doors, and few words of them were heard outside.',
    'It rained all day long; the gardens stood empty, and in the evening everybody went home early.',
  ].join(' ')
}

export interface Worker {
  pid: number
  kill(signal: NodeJS.Signals): void
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; err: string }>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts `chancery work` as a process of its own. */
export function worker(...args: string[]): Worker {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, 'work', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<Awaited<Worker['ended']>>((done) => {
    child.on('close', (code, signal) => done({ code, signal, err }))
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return { pid: child.pid!, kill: (signal) => void child.kill(signal), ended }
}

/**
 * Keeps so many workers at work until all is done. Each is killed so many times, at random counts of what is done, and another
 * begins in its place. `count` says how much is done; how many were killed is given.
 */
export async function harried(
  start: () => Worker,
  { workers, kills, all, count }: { workers: number; kills: number; all: number; count(): Promise<number> | number },
): Promise<number> {
  let killed = 0
  const one = async () => {
    const at = Array.from({ length: kills }, () => Math.random() * 0.9 * all).sort((a, b) => a - b)
    for (;;) {
      const mine = start()
      let over = false
      const end = mine.ended.finally(() => {
        over = true
      })
      while (!over && at.length && (await count()) < at[0]!) await new Promise((done) => setTimeout(done, 50))
      if (!over && at.length) {
        at.shift()
        mine.kill('SIGKILL')
      }
      const { code, signal, err } = await end
      if (signal === 'SIGKILL') killed++
      else if (code !== 0) throw new Error(`a worker ended with ${code}: ${err}`)
      else return
    }
  }
  await Promise.all(Array.from({ length: workers }, one))
  return killed
}
