/**
 * A configuration of the arc-hybrid system over words `0 … n-1`, with the artificial root `n` last in the buffer and `n+1`
 * for "no word". A move shifts the first word of the buffer (`b0`), or takes the top of the stack (`s0`) off and hangs it
 * on `b0` (left) or on the word below it (right).
 */
export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

export class State {
  n = 0
  b = 0
  sp = 0
  stack = new Int32Array(0)
  onStack = new Uint8Array(0)
  head = new Int32Array(0)
  label = new Int32Array(0)
  /** Outermost and second outermost dependents on each side. */
  l1 = new Int32Array(0)
  l2 = new Int32Array(0)
  r1 = new Int32Array(0)
  r2 = new Int32Array(0)
  leftCount = new Int32Array(0)
  rightCount = new Int32Array(0)
  /** Sets of labels of dependents on each side, as bits. */
  leftSet = new Int32Array(0)
  rightSet = new Int32Array(0)

  start(n: number): void {
    if (this.head.length < n + 2) this.grow((n + 2) * 2)
    this.n = n
    this.b = 0
    this.sp = 0
    this.onStack.fill(0, 0, n + 2)
    this.head.fill(-1, 0, n + 2)
    this.label.fill(-1, 0, n + 2)
    for (const a of [this.l1, this.l2, this.r1, this.r2]) a.fill(n + 1, 0, n + 2)
    for (const a of [this.leftCount, this.rightCount, this.leftSet, this.rightSet]) a.fill(0, 0, n + 2)
  }

  private grow(size: number): void {
    this.stack = new Int32Array(size)
    this.onStack = new Uint8Array(size)
    this.head = new Int32Array(size)
    this.label = new Int32Array(size)
    this.l1 = new Int32Array(size)
    this.l2 = new Int32Array(size)
    this.r1 = new Int32Array(size)
    this.r2 = new Int32Array(size)
    this.leftCount = new Int32Array(size)
    this.rightCount = new Int32Array(size)
    this.leftSet = new Int32Array(size)
    this.rightSet = new Int32Array(size)
  }

  get done(): boolean {
    return this.b === this.n && this.sp === 0
  }

  /** The `i`th word from the top of the stack, or "no word". */
  s(i: number): number {
    return this.sp > i ? this.stack[this.sp - 1 - i]! : this.n + 1
  }

  /** One root only: the artificial root takes a word when no other is left on the stack. */
  allows(move: number): boolean {
    if (move === SHIFT) return this.b < this.n
    if (move === LEFT) return this.sp > 0 && (this.b < this.n || this.sp === 1)
    return this.sp > 1
  }

  /** The move, where but one is allowed; else -1. */
  get only(): number {
    if (this.sp === 0) return SHIFT
    if (this.b < this.n) return -1
    return this.sp === 1 ? LEFT : RIGHT
  }

  /** Head and dependent of the arc that a move would draw. */
  headOf(move: number): number {
    return move === LEFT ? this.b : this.stack[this.sp - 2]!
  }

  shift(): void {
    this.onStack[this.b] = 1
    this.stack[this.sp++] = this.b++
  }

  left(label: number): void {
    const d = this.pop()
    const h = this.b
    this.head[d] = h
    this.label[d] = label
    this.l2[h] = this.l1[h]!
    this.l1[h] = d
    this.leftCount[h]!++
    this.leftSet[h]! |= 1 << (label % 31)
  }

  right(label: number): void {
    const d = this.pop()
    const h = this.stack[this.sp - 1]!
    this.head[d] = h
    this.label[d] = label
    this.r2[h] = this.r1[h]!
    this.r1[h] = d
    this.rightCount[h]!++
    this.rightSet[h]! |= 1 << (label % 31)
  }

  private pop(): number {
    const d = this.stack[--this.sp]!
    this.onStack[d] = 0
    return d
  }
}
