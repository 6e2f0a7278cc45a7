/** The little of WebAssembly's binary format that the kernel needs: each function gives bytes. */

export const I32 = 0x7f
export const V128 = 0x7b

export function unsigned(value: number): number[] {
  const out: number[] = []
  let rest = value
  do {
    out.push((rest & 127) | (rest > 127 ? 128 : 0))
    rest >>>= 7
  } while (rest > 0)
  return out
}

function signed(value: number): number[] {
  const out: number[] = []
  for (let rest = value; ; rest >>= 7) {
    const low = rest & 127
    const last = rest >> 7 === (low & 64 ? -1 : 0)
    out.push(low | (last ? 0 : 128))
    if (last) return out
  }
}

export const get = (local: number): number[] => [0x20, ...unsigned(local)]
export const set = (local: number): number[] => [0x21, ...unsigned(local)]
export const constant = (value: number): number[] => [0x41, ...signed(value)]
export const add = [0x6a]
export const sub = [0x6b]
export const times = [0x6c]
export const bump = (local: number, by: readonly number[]): number[] => [...get(local), ...by, ...add, ...set(local)]

const simd = (op: number): number[] => [0xfd, ...unsigned(op)]
/** Four floats at the address in a local. */
export const load = (local: number, offset = 0): number[] => [...get(local), ...simd(0x00), 2, ...unsigned(offset)]
/** One float at the address in a local, four times. */
export const splat = (local: number): number[] => [...get(local), ...simd(0x09), 2, 0]
/** Stores four floats; address and floats are on the stack. */
export const store = (offset = 0): number[] => [...simd(0x0b), 2, ...unsigned(offset)]
export const ADD = simd(0xe4)
export const SUB = simd(0xe5)
export const MUL = simd(0xe6)
export const DIV = simd(0xe7)
export const SQRT = simd(0xe3)
export const MOST = simd(0xeb)
export const ABS = simd(0xe0)
/** Nearest whole numbers, as 32-bit integers, and two such fours as eight of 16 bits. */
export const WHOLE = [...simd(0x6a), ...simd(0xf8)]
export const NARROW = simd(0x85)
/** Sums of neighbouring products of 16-bit integers; sums of 32-bit integers; those as floats. */
export const DOT = simd(0xba)
export const ADD_INTEGERS = simd(0xae)
export const FLOATS = simd(0xfa)
/** Puts the floats of one vector, twice on the stack, in another order. */
export const order = (lanes: readonly number[]): number[] => [
  ...simd(0x0d),
  ...lanes.flatMap((lane) => [lane * 4, lane * 4 + 1, lane * 4 + 2, lane * 4 + 3]),
]
/** The same float four times. */
export function floats(value: number): number[] {
  const bytes = [...new Uint8Array(Float32Array.of(value, value, value, value).buffer)]
  return [...simd(0x0c), ...bytes]
}

/** Repeats `body` as often as a local says, counting it down from at least 1. */
export const repeat = (counter: number, body: readonly number[]): number[] => [
  ...[0x03, 0x40, ...body, ...get(counter), ...constant(-1), ...add],
  ...[0x22, ...unsigned(counter), 0x0d, 0, 0x0b],
]

/** A function of `parameters` integers, with so many further locals of each type. */
export interface Code {
  name: string
  parameters: number
  integers: number
  vectors: number
  body: readonly number[]
}

const section = (id: number, bytes: readonly number[]): number[] => [id, ...unsigned(bytes.length), ...bytes]
const text = (name: string): number[] => [...unsigned(name.length), ...new TextEncoder().encode(name)]

function codeBytes({ integers, vectors, body }: Code): number[] {
  const bytes = [2, ...unsigned(integers), I32, ...unsigned(vectors), V128, ...body, 0x0b]
  return [...unsigned(bytes.length), ...bytes]
}

/** A module that exports its functions and a memory of so many pages. */
export function moduleOf(functions: readonly Code[], pages: number): Uint8Array<ArrayBuffer> {
  const types = functions.flatMap((f) => [0x60, f.parameters, ...new Array<number>(f.parameters).fill(I32), 0])
  const exports = functions.flatMap((f, i) => [...text(f.name), 0, i])
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [functions.length, ...types]),
    ...section(3, [functions.length, ...functions.map((_, i) => i)]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [functions.length + 1, ...text('memory'), 2, 0, ...exports]),
    ...section(10, [functions.length, ...functions.flatMap(codeBytes)]),
  ])
}
