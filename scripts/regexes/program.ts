import type { Alphabet } from './alphabet.ts'
import type { Node } from './parse.ts'

/** Steps of a backtracking matcher: the one that every JavaScript engine has, without its shortcuts. */
export type Step =
  | { op: 'take'; of: readonly boolean[]; back: boolean }
  | { op: 'fork'; to: number[] }
  | { op: 'go'; to: number }
  | { op: 'begin'; r: number }
  | { op: 'loop'; r: number; min: number; max: number; lazy: boolean; exit: number }
  | { op: 'moved'; r: number; min: number }
  | { op: 'mark'; n: number }
  | { op: 'edge'; edge: '^' | '$' | 'b' | 'B' }
  | { op: 'look'; steps: Step[]; not: boolean }
  | { op: 'again'; n: number; back: boolean }
  | { op: 'done' }

export interface Program {
  steps: Step[]
  registers: number
  multiline: boolean
  alphabet: Alphabet
}

/** Compiles a tree; registers count the turns of loops and remember where groups and turns began. */
export function compile(tree: Node, flags: string, alphabet: Alphabet): Program {
  const names = new Map<string, number>()
  nameGroups(tree, names)
  const count = { registers: 2 * (groupsIn(tree) + 1) }
  const steps = whole(tree, false)
  return { steps, registers: count.registers, multiline: flags.includes('m'), alphabet }

  function whole(node: Node, back: boolean): Step[] {
    const out: Step[] = []
    emit(node, back, out)
    out.push({ op: 'done' })
    return out
  }

  function emit(node: Node, back: boolean, out: Step[]): void {
    if (node.is === 'set') out.push({ op: 'take', of: alphabet.taken.get(node.text)!, back })
    else if (node.is === 'seq') for (const one of back ? node.of.toReversed() : node.of) emit(one, back, out)
    else if (node.is === 'either') emitEither(node.of, back, out)
    else if (node.is === 'repeat') emitRepeat(node, back, out)
    else if (node.is === 'group') {
      const [first, last] = back ? [1, 0] : [0, 1]
      out.push({ op: 'mark', n: 2 * node.n + first })
      emit(node.of, back, out)
      out.push({ op: 'mark', n: 2 * node.n + last })
    } else if (node.is === 'look') out.push({ op: 'look', steps: whole(node.of, node.behind), not: node.not })
    else if (node.is === 'edge') out.push({ op: 'edge', edge: node.edge })
    else out.push({ op: 'again', n: typeof node.of === 'number' ? node.of : (names.get(node.of) ?? 0), back })
  }

  function emitEither(of: readonly Node[], back: boolean, out: Step[]): void {
    const fork: Step & { op: 'fork' } = { op: 'fork', to: [] }
    out.push(fork)
    const ends: (Step & { op: 'go' })[] = []
    for (const one of of) {
      fork.to.push(out.length)
      emit(one, back, out)
      const end: Step & { op: 'go' } = { op: 'go', to: 0 }
      ends.push(end)
      out.push(end)
    }
    for (const end of ends) end.to = out.length
  }

  function emitRepeat({ of, min, max, lazy }: Node & { is: 'repeat' }, back: boolean, out: Step[]): void {
    const r = count.registers
    count.registers += 2
    out.push({ op: 'begin', r })
    const at = out.length
    const loop: Step & { op: 'loop' } = { op: 'loop', r, min, max, lazy, exit: 0 }
    out.push(loop)
    emit(of, back, out)
    out.push({ op: 'moved', r, min }, { op: 'go', to: at })
    loop.exit = out.length
  }
}

function groupsIn(node: Node): number {
  if (node.is === 'seq' || node.is === 'either') return node.of.reduce((sum, one) => sum + groupsIn(one), 0)
  if (node.is === 'set' || node.is === 'edge' || node.is === 'again') return 0
  return groupsIn(node.of) + (node.is === 'group' ? 1 : 0)
}

function nameGroups(node: Node, names: Map<string, number>): void {
  if (node.is === 'seq' || node.is === 'either') for (const one of node.of) nameGroups(one, names)
  else if (node.is !== 'set' && node.is !== 'edge' && node.is !== 'again') {
    if (node.is === 'group' && node.name) names.set(node.name, node.n)
    nameGroups(node.of, names)
  }
}
