import { mix } from '../../hash.ts'
import { randomFrom, shuffle } from '../../train/random.ts'
import { BUCKETS, type Choice, probabilities, rowOf, WIDTH } from '../model.ts'

/** One head with its choices, and the index of the right one among the probabilities. */
export interface Example {
  choice: Choice
  right: number
}

export interface LearnOptions {
  epochs: number
  seed: number
  rate: number
  /** Share of features that are left out at each step, others each time. */
  drop: number
  /** Share of steps without all that knows the name itself: what stands around a new name must tell too. */
  blind: number
  report: (line: string) => void
}

/** Fits a log-linear choice by AdaGrad; the mean of the weights after each of the later epochs. */
export function learn(examples: readonly Example[], options: LearnOptions): Float32Array {
  const weights = new Float32Array(BUCKETS * WIDTH)
  const squares = new Float32Array(BUCKETS * WIDTH).fill(0.1)
  const mean = new Float32Array(BUCKETS * WIDTH)
  const random = randomFrom(options.seed)
  const order = examples.map((_, i) => i)
  const p = new Float64Array(2048)
  const from = Math.floor(options.epochs / 2)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    let loss = 0
    for (const i of order) loss += step(weights, squares, thinned(examples[i]!, options, random), p, options.rate)
    if (epoch >= from) for (let w = 0; w < mean.length; w++) mean[w]! += weights[w]! / (options.epochs - from)
    options.report(`names, epoch ${epoch + 1}: loss ${(loss / examples.length).toFixed(4)}`)
  }
  return mean
}

function step(
  weights: Float32Array,
  squares: Float32Array,
  { choice, right }: Example,
  p: Float64Array,
  rate: number,
): number {
  const n = probabilities({ weights, unit: 1 }, choice, p)
  const loss = -Math.log(Math.max(p[right]!, 1e-9))
  const change = (at: number, slope: number) => {
    squares[at]! += slope * slope
    weights[at]! -= (rate * slope) / Math.sqrt(squares[at]!)
  }
  const none = p[0]! - (right === 0 ? 1 : 0)
  if (Math.abs(none) > 1e-3) for (const f of choice.none) change(rowOf(f), none)
  const types = WIDTH - 1
  for (let k = 0; 1 + k * types < n; k++) {
    let any = 0
    for (let t = 0; t < types; t++) any += p[1 + k * types + t]! - (right === 1 + k * types + t ? 1 : 0)
    for (const f of choice.spans[k]!) {
      const row = rowOf(f)
      if (Math.abs(any) > 1e-3) change(row, any)
      for (let t = 0; t < types; t++) {
        const at = 1 + k * types + t
        const slope = p[at]! - (right === at ? 1 : 0)
        if (Math.abs(slope) > 1e-3) change(row + 1 + t, slope)
      }
    }
  }
  return loss
}

/** The same choice with some of its features left out, so that no single one is relied on. */
function thinned({ choice, right }: Example, { drop, blind }: LearnOptions, random: () => number): Example {
  const salt = Math.floor(random() * 2 ** 32)
  const named = random() >= blind
  const least = drop * 2 ** 32
  const kept = (f: number) => (named || (f & 1) === 0) && Math.imul(mix(f, salt), 0x2545f491) >>> 0 >= least
  return { choice: { none: choice.none.filter(kept), spans: choice.spans.map((s) => s.filter(kept)) }, right }
}
