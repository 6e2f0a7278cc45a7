import * as w from './wasm.ts'

/**
 * The inner loops of the net, in WebAssembly with four floats at a time: JavaScript alone is ten times slower. Results
 * are the same on every machine, since every operation is rounded by itself and their order is fixed.
 */
export interface Kernel {
  memory: { readonly buffer: ArrayBuffer }
  /**
   * C += A · B over 32-bit floats. Pointers and strides are in bytes; `m` counts rows of C in fours and `n` columns in eights, each
   * rounded up; `k` is at least 1. A[i,k] lies at `a + i·am + k·ak`, B[k,j] at `b + k·bs + 4·j`, C[i,j] at `c + i·cm + 4·j`.
   */
  multiply(
    ...numbers: [
      a: number,
      am: number,
      ak: number,
      b: number,
      bs: number,
      c: number,
      cm: number,
      m: number,
      n: number,
      k: number,
    ]
  ): void
  /**
   * C += A · B, where A and B hold 16-bit integers and the sums of their products are worth a scale by row times a scale by column. A is in
   * rows `am` bytes apart; B in panels of eight columns, each a list of pairs of rows, the pair's numbers side by side for every column;
   * scales of rows are four equal floats each. Otherwise as `multiply`; `pairs` counts pairs of rows of B.
   */
  multiplyShort(
    ...numbers: [
      ...[a: number, am: number, b: number, c: number, cm: number],
      ...[rowScales: number, columnScales: number, m: number, n: number, pairs: number],
    ]
  ): void
  /** Rounds `rows` rows of floats, `width` of them a row in eights, to integers of at most ±2047 at `out`, with their scales. */
  shorten(...numbers: [x: number, out: number, scales: number, rows: number, width: number]): void
  /**
   * A simple recurrent unit over `rows` rows: see `recurrence.ts`. All rows but those of `pre` are `step` bytes apart (less than 0 from
   * right to left); `units` counts in fours, `wide` in bytes. `last` is the memory before the first row.
   */
  recur(
    ...numbers: [
      ...[input: number, output: number, memory: number, forget: number, reset: number, step: number],
      ...[pre: number, preStep: number, peep: number, last: number, units: number, wide: number, rows: number],
    ]
  ): void
}

/** As much of the platform's WebAssembly as is used here. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  Instance: new (module: object) => { exports: unknown }
}

const ROWS = 4

function multiply(): w.Code {
  const [A, AM, AK, B, BS, C, CM, M, N, K, R, T, Q, PC, LEFT] = Array.from({ length: 15 }, (_, i) => i) as number[]
  const ROW = 15
  const OUT = ROW + ROWS
  const SUM = OUT + ROWS
  const [B0, B1, X] = [SUM + 2 * ROWS, SUM + 2 * ROWS + 1, SUM + 2 * ROWS + 2]
  const rows = [0, 1, 2, 3]
  const inner = [
    ...[...w.load(Q!), ...w.set(B0), ...w.load(Q!, 16), ...w.set(B1)],
    ...rows.flatMap((r) => [
      ...[...w.splat(ROW + r), ...w.set(X)],
      ...[...w.get(SUM + 2 * r), ...w.get(X), ...w.get(B0), ...w.MUL, ...w.ADD, ...w.set(SUM + 2 * r)],
      ...[...w.get(SUM + 2 * r + 1), ...w.get(X), ...w.get(B1), ...w.MUL, ...w.ADD, ...w.set(SUM + 2 * r + 1)],
    ]),
    ...rows.flatMap((r) => w.bump(ROW + r, w.get(AK!))),
    ...w.bump(Q!, w.get(BS!)),
  ]
  const begin = rows.flatMap((r) => [
    ...(r === 0 ? w.get(T!) : [...w.get(ROW + r - 1), ...w.get(AM!), ...w.add]),
    ...w.set(ROW + r),
    ...(r === 0 ? w.get(PC!) : [...w.get(OUT + r - 1), ...w.get(CM!), ...w.add]),
    ...[
      ...w.set(OUT + r),
      ...w.load(OUT + r),
      ...w.set(SUM + 2 * r),
      ...w.load(OUT + r, 16),
      ...w.set(SUM + 2 * r + 1),
    ],
  ])
  const end = rows.flatMap((r) => [
    ...[...w.get(OUT + r), ...w.get(SUM + 2 * r), ...w.store()],
    ...[...w.get(OUT + r), ...w.get(SUM + 2 * r + 1), ...w.store(16)],
  ])
  const back = [
    ...w.get(ROW + 3),
    ...w.get(K!),
    ...w.get(AK!),
    ...w.times,
    ...w.sub,
    ...w.get(AM!),
    ...w.add,
    ...w.set(T!),
  ]
  const tile = [
    ...[...begin, ...w.get(B!), ...w.set(Q!), ...w.get(K!), ...w.set(LEFT!), ...w.repeat(LEFT!, inner), ...end],
    ...[...back, ...w.get(OUT + 3), ...w.get(CM!), ...w.add, ...w.set(PC!)],
  ]
  const panel = [
    ...[...w.get(A!), ...w.set(T!), ...w.get(C!), ...w.set(PC!), ...w.get(M!), ...w.set(R!), ...w.repeat(R!, tile)],
    ...[...w.bump(B!, w.constant(32)), ...w.bump(C!, w.constant(32))],
  ]
  return { name: 'multiply', parameters: 10, integers: SUM - 10, vectors: 2 * ROWS + 3, body: w.repeat(N!, panel) }
}

function multiplyShort(): w.Code {
  const [A, AM, B, C, CM, RS, CS, M, N, PAIRS, R, T, Q, PC, LEFT, S] = Array.from(
    { length: 16 },
    (_, i) => i,
  ) as number[]
  const ROW = 16
  const OUT = ROW + ROWS
  const SUM = OUT + ROWS
  const [B0, B1, X] = [SUM + 2 * ROWS, SUM + 2 * ROWS + 1, SUM + 2 * ROWS + 2]
  const rows = [0, 1, 2, 3]
  const sum = (r: number, half: number): number[] => {
    const at = SUM + 2 * r + half
    return [...w.get(at), ...w.get(X), ...w.get(half === 0 ? B0 : B1), ...w.DOT, ...w.ADD_INTEGERS, ...w.set(at)]
  }
  const inner = [
    ...[...w.load(Q!), ...w.set(B0), ...w.load(Q!, 16), ...w.set(B1)],
    ...rows.flatMap((r) => [...w.splat(ROW + r), ...w.set(X), ...sum(r, 0), ...sum(r, 1)]),
    ...rows.flatMap((r) => w.bump(ROW + r, w.constant(4))),
    ...w.bump(Q!, w.constant(32)),
  ]
  const begin = rows.flatMap((r) => [
    ...(r === 0 ? w.get(T!) : [...w.get(T!), ...w.get(AM!), ...w.add]),
    ...[...w.set(T!), ...w.get(T!), ...w.set(ROW + r)],
    ...(r === 0 ? w.get(PC!) : [...w.get(OUT + r - 1), ...w.get(CM!), ...w.add]),
    ...[...w.set(OUT + r), ...w.floats(0), ...w.set(SUM + 2 * r), ...w.floats(0), ...w.set(SUM + 2 * r + 1)],
  ])
  const worth = (r: number, half: number): number[] => [
    ...[...w.get(OUT + r), ...w.load(OUT + r, 16 * half)],
    ...[
      ...w.get(SUM + 2 * r + half),
      ...w.FLOATS,
      ...w.load(S!, 16 * r),
      ...w.MUL,
      ...w.load(CS!, 16 * half),
      ...w.MUL,
    ],
    ...[...w.ADD, ...w.store(16 * half)],
  ]
  const tile = [
    ...[...begin, ...w.get(B!), ...w.set(Q!), ...w.get(PAIRS!), ...w.set(LEFT!), ...w.repeat(LEFT!, inner)],
    ...[...rows.flatMap((r) => [...worth(r, 0), ...worth(r, 1)]), ...w.bump(S!, w.constant(16 * ROWS))],
    ...[...w.bump(T!, w.get(AM!)), ...w.get(OUT + 3), ...w.get(CM!), ...w.add, ...w.set(PC!)],
  ]
  const panel = [
    ...[
      ...w.get(A!),
      ...w.set(T!),
      ...w.get(C!),
      ...w.set(PC!),
      ...w.get(RS!),
      ...w.set(S!),
      ...w.get(M!),
      ...w.set(R!),
    ],
    ...[
      ...w.repeat(R!, tile),
      ...w.get(Q!),
      ...w.set(B!),
      ...w.bump(C!, w.constant(32)),
      ...w.bump(CS!, w.constant(32)),
    ],
  ]
  return { name: 'multiplyShort', parameters: 10, integers: SUM - 10, vectors: 2 * ROWS + 3, body: w.repeat(N!, panel) }
}

function shorten(): w.Code {
  const [X, OUT, SCALES, ROWS_, WIDTH, J, P, BY] = Array.from({ length: 8 }, (_, i) => i) as number[]
  const larger = (lanes: readonly number[]): number[] => [
    ...[...w.get(BY!), ...w.get(BY!), ...w.get(BY!), ...w.order(lanes), ...w.MOST, ...w.set(BY!)],
  ]
  const eight = [
    ...[...w.get(BY!), ...w.load(P!), ...w.ABS, ...w.MOST, ...w.load(P!, 16), ...w.ABS, ...w.MOST, ...w.set(BY!)],
    ...w.bump(P!, w.constant(32)),
  ]
  const round = (offset: number): number[] => [...w.load(X!, offset), ...w.get(BY!), ...w.MUL, ...w.WHOLE]
  const out = [
    ...[...w.get(OUT!), ...round(0), ...round(16), ...w.NARROW, ...w.store()],
    ...[...w.bump(X!, w.constant(32)), ...w.bump(OUT!, w.constant(16))],
  ]
  const row = [
    ...[
      ...w.get(X!),
      ...w.set(P!),
      ...w.floats(1e-30),
      ...w.set(BY!),
      ...w.get(WIDTH!),
      ...w.set(J!),
      ...w.repeat(J!, eight),
    ],
    ...[...larger([2, 3, 0, 1]), ...larger([1, 0, 3, 2])],
    ...[
      ...w.get(SCALES!),
      ...w.get(BY!),
      ...w.floats(1 / 2047),
      ...w.MUL,
      ...w.store(),
      ...w.bump(SCALES!, w.constant(16)),
    ],
    ...[
      ...w.floats(2047),
      ...w.get(BY!),
      ...w.DIV,
      ...w.set(BY!),
      ...w.get(WIDTH!),
      ...w.set(J!),
      ...w.repeat(J!, out),
    ],
  ]
  return { name: 'shorten', parameters: 5, integers: 2, vectors: 1, body: w.repeat(ROWS_!, row) }
}

function recur(): w.Code {
  const names = Array.from({ length: 21 }, (_, i) => i) as number[]
  const [IN, OUT, MEM, FORGET, RESET, STEP, PRE, PRESTEP, PEEP, LAST, UNITS, WIDE, ROWS_, J, P1, P2, V1, L] = names
  const [C0, X, KEEP, OPEN, SKIP] = [18, 19, 20, 21, 22]
  const gate = (pre: number, peep: number, into: number): number[] => [
    ...[...w.load(pre), ...w.load(peep), ...w.get(C0), ...w.MUL, ...w.ADD, ...w.set(into)],
    ...[...w.floats(0.5), ...w.floats(0.5), ...w.get(into), ...w.MUL],
    ...[...w.floats(1), ...w.get(into), ...w.get(into), ...w.MUL, ...w.ADD, ...w.SQRT],
    ...[...w.DIV, ...w.ADD, ...w.set(into)],
  ]
  const place = (at: number, base: number, more: readonly number[]): number[] => [
    ...w.get(base),
    ...more,
    ...w.add,
    ...w.set(at),
  ]
  const mixed = (from: number, part: number, to: readonly number[]): number[] => [
    ...[...w.get(from), ...w.get(part), ...to, ...w.get(from), ...w.SUB, ...w.MUL, ...w.ADD],
  ]
  const moves = [IN!, OUT!, MEM!, FORGET!, RESET!, PRE!, PEEP!, LAST!]
  const four = [
    ...[...w.load(LAST!), ...w.set(C0), ...w.load(PRE!), ...w.set(X), ...w.load(IN!), ...w.set(SKIP)],
    ...[...place(P1!, PRE!, w.get(WIDE!)), ...place(P2!, P1!, w.get(WIDE!)), ...place(V1!, PEEP!, w.get(WIDE!))],
    ...[...gate(P1!, PEEP!, KEEP), ...gate(P2!, V1!, OPEN)],
    ...[...w.get(FORGET!), ...w.get(KEEP), ...w.store(), ...w.get(RESET!), ...w.get(OPEN), ...w.store()],
    ...[...mixed(X, KEEP, w.get(C0)), ...w.set(X), ...w.get(MEM!), ...w.get(X), ...w.store()],
    ...[...w.get(OUT!), ...mixed(SKIP, OPEN, w.get(X)), ...w.store()],
    ...moves.flatMap((m) => w.bump(m, w.constant(16))),
  ]
  const back = (m: number): number[] => [...w.get(m), ...w.get(WIDE!), ...w.sub, ...w.set(m)]
  const row = [
    ...[...w.get(MEM!), ...w.set(L!), ...w.get(UNITS!), ...w.set(J!), ...w.repeat(J!, four)],
    ...[...moves.flatMap(back), ...w.get(L!), ...w.set(LAST!), ...w.bump(PRE!, w.get(PRESTEP!))],
    ...[IN!, OUT!, MEM!, FORGET!, RESET!].flatMap((m) => w.bump(m, w.get(STEP!))),
  ]
  return { name: 'recur', parameters: 13, integers: 5, vectors: 5, body: w.repeat(ROWS_!, row) }
}

/** A kernel with a memory of so many bytes. */
export function kernel(bytes: number): Kernel {
  const module = new WebAssembly.Module(moduleBytes(bytes))
  return new WebAssembly.Instance(module).exports as Kernel
}

const moduleBytes = (bytes: number): Uint8Array<ArrayBuffer> =>
  w.moduleOf([multiply(), multiplyShort(), shorten(), recur()], Math.ceil(bytes / 65536))
