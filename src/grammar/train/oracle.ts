import { LEFT, RIGHT, SHIFT, type State } from '../state.ts'

/**
 * The dynamic oracle of arc-hybrid (Goldberg & Nivre 2013): how many gold arcs a move puts out of reach. `gold[i]` is the
 * head of word `i`, `state.n` at the root. Exact for projective trees.
 */
export function cost(state: State, gold: Int32Array, move: number): number {
  if (move === SHIFT) return costOfShift(state, gold)
  const s0 = state.s(0)
  let lost = dependentsAhead(state, gold, s0)
  const h = gold[s0]!
  if (move === LEFT && h !== state.b && (h > state.b || h === state.s(1))) lost++
  if (move === RIGHT && h >= state.b) lost++
  return lost
}

/** Gold dependents of `word` from `b0` on. */
function dependentsAhead(state: State, gold: Int32Array, word: number): number {
  let found = 0
  for (let d = state.b; d < state.n; d++) if (gold[d] === word) found++
  return found
}

function costOfShift(state: State, gold: Int32Array): number {
  const b = state.b
  let lost = 0
  for (let i = 0; i < state.sp; i++) if (gold[state.stack[i]!] === b) lost++
  const h = gold[b]!
  if (h < b && state.onStack[h] && h !== state.s(0)) lost++
  return lost
}

export const MOVES = [SHIFT, LEFT, RIGHT]
