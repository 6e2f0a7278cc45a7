import type { Program, Step } from './program.ts'

/** Where a run stands: what it may still spend. */
interface Purse {
  left: number
}

interface Run {
  program: Program
  /** The text as numbers of classes of the alphabet. */
  text: readonly number[]
  registers: Int32Array
  purse: Purse
}

/** How many steps a search takes, through all its matches where it goes on after one; `most` where it takes more. */
export function stepsOf(program: Program, text: readonly number[], flags: string, most: number): number {
  const purse = { left: most }
  const on = /[gy]/.test(flags)
  for (let from = 0; from <= text.length && purse.left > 0; ) {
    let end = -1
    let start = from
    for (; start <= text.length && end < 0 && purse.left > 0; start++) {
      const registers = new Int32Array(program.registers).fill(-1)
      end = match({ program, text, registers, purse }, program.steps, start)
      if (flags.includes('y')) break
    }
    if (end < 0 || !on) break
    from = Math.max(end, from + 1)
  }
  return most - Math.max(0, purse.left)
}

/** Where the first match in a text begins and ends, as the engine's own search says it; for tests of this one. */
export function searchIn(program: Program, text: readonly number[]): [number, number] | undefined {
  for (let start = 0; start <= text.length; start++) {
    const registers = new Int32Array(program.registers).fill(-1)
    const end = match({ program, text, registers, purse: { left: 1e6 } }, program.steps, start)
    if (end >= 0) return [start, end]
  }
  return undefined
}

/** Tries at one place: where the match ends, or −1. Choices wait on a stack of their own, with what is to be undone. */
function match(run: Run, steps: readonly Step[], start: number): number {
  const { text, registers, purse, program } = run
  const { word } = program.alphabet
  const choices: [at: number, place: number, undo: number][] = []
  const undo: [register: number, value: number][] = []
  const set = (n: number, value: number) => {
    undo.push([n, registers[n]!])
    registers[n] = value
  }
  let [at, place] = [0, start]
  const isWord = (i: number): boolean => i >= 0 && i < text.length && word[text[i]!]!
  for (;;) {
    if (--purse.left <= 0) return -1
    const step = steps[at]!
    let failed = false
    if (step.op === 'take') {
      const i = step.back ? place - 1 : place
      if (i >= 0 && i < text.length && step.of[text[i]!]) {
        place += step.back ? -1 : 1
        at++
      } else failed = true
    } else if (step.op === 'fork') {
      for (let i = step.to.length - 1; i > 0; i--) choices.push([step.to[i]!, place, undo.length])
      at = step.to[0]!
    } else if (step.op === 'go') at = step.to
    else if (step.op === 'begin') {
      set(step.r, 0)
      at++
    } else if (step.op === 'loop') {
      const turns = registers[step.r]!
      if (turns < step.min || (turns < step.max && !step.lazy)) {
        if (turns >= step.min) choices.push([step.exit, place, undo.length])
        set(step.r, turns + 1)
        set(step.r + 1, place)
        at++
      } else if (turns < step.max) {
        // The lazy way out first; one more turn waits as a loop that is entered at its body.
        choices.push([-at - 1, place, undo.length])
        at = step.exit
      } else at = step.exit
    } else if (step.op === 'moved') {
      if (registers[step.r + 1] === place && registers[step.r]! > step.min) failed = true
      else at++
    } else if (step.op === 'mark') {
      set(step.n, place)
      at++
    } else if (step.op === 'edge') {
      if (holds(run, step.edge, place, isWord)) at++
      else failed = true
    } else if (step.op === 'look') {
      const before = registers.slice()
      const found = match(run, step.steps, place) >= 0
      if (step.not) registers.set(before)
      if (found === step.not) failed = true
      else at++
    } else if (step.op === 'again') {
      const [from, to] = [registers[2 * step.n]!, registers[2 * step.n + 1]!]
      const length = from < 0 || to < 0 ? 0 : to - from
      const first = step.back ? place - length : place
      let same = first >= 0 && first + length <= text.length
      for (let i = 0; same && i < length; i++) {
        purse.left--
        same = text[from + i] === text[first + i]
      }
      if (same) {
        place = step.back ? first : first + length
        at++
      } else failed = true
    } else return place
    if (!failed) continue
    const next = choices.pop()
    if (!next) return -1
    const [where, there, undone] = next
    while (undo.length > undone) {
      const [n, value] = undo.pop()!
      registers[n] = value
    }
    place = there
    at = where
    if (where < 0) {
      at = -where - 1
      const { r } = steps[at] as Step & { op: 'loop' }
      set(r, registers[r]! + 1)
      set(r + 1, place)
      at++
    }
  }
}

function holds(
  { program, text }: Run,
  edge: '^' | '$' | 'b' | 'B',
  place: number,
  isWord: (i: number) => boolean,
): boolean {
  const { line } = program.alphabet
  if (edge === '^') return place === 0 || (program.multiline && line[text[place - 1]!]!)
  if (edge === '$') return place === text.length || (program.multiline && line[text[place]!]!)
  return (isWord(place - 1) !== isWord(place)) === (edge === 'b')
}
