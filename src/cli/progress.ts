import { harmless } from '../show/harmless.ts'
import { note } from './output.ts'

interface Progress {
  received: number
  total?: number
  again?: string
}

const BAR = 24
const OFTEN_MS = 100
const SELDOM_MS = 10_000
const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`

/** How a fetch goes on: a bar on a terminal, elsewhere a line now and then; on stderr. */
export function progressOn(stream = process.stderr): { heard(file: string, progress: Progress): void; end(): void } {
  let [last, drawn, current] = [0, false, '']
  const clear = () => {
    if (drawn) stream.write('\r\x1b[K')
    drawn = false
  }
  const draw = (file: string, { received, total }: Progress) => {
    const done = total ? Math.min(1, received / total) : 0
    const bar = total ? `[${'#'.repeat(Math.round(done * BAR)).padEnd(BAR)}] ` : ''
    stream.write(`\r\x1b[K${harmless(file)}  ${bar}${size(received)}${total ? ` of ${size(total)}` : ''}`)
    drawn = true
  }
  return {
    heard(file, progress) {
      if (progress.again !== undefined) {
        clear()
        return note(`${file}: ${progress.again}; trying again from ${size(progress.received)}`)
      }
      const now = Date.now()
      const whole = progress.received === progress.total
      if (now - last < (stream.isTTY ? OFTEN_MS : SELDOM_MS) && file === current && !whole) return
      const fresh = file !== current
      last = now
      current = file
      if (stream.isTTY) draw(file, progress)
      else if (whole || fresh)
        note(`${file}: ${size(progress.received)}${progress.total ? ` of ${size(progress.total)}` : ''}`)
    },
    end: clear,
  }
}

/** How far a work is, in one line of a terminal that is written over; elsewhere nothing. On stderr. */
export function lineOn(stream = process.stderr): { tell(text: string): void; end(): void } {
  const write = (text: string): void => void (stream.isTTY && stream.write(`\r\x1b[K${text}`))
  return { tell: (text) => write(harmless(text)), end: () => write('') }
}
