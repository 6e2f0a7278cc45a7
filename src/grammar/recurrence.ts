/** Where the numbers of one direction of a layer lie, in floats: rows of `width`, pre-activations in rows of `gates`. */
export interface Strand {
  units: number
  /** Input, output, memory and the two gates; in each row the strand's units side by side. */
  input: number
  output: number
  memory: number
  forget: number
  reset: number
  width: number
  /** Pre-activations: candidates, forget gates, reset gates. */
  pre: number
  gates: number
  /** Weights of the last memory in the gates: those of the forget gates, then of the reset gates. */
  peep: number
}

/**
 * The way back through a strand, against its order: sets the gradients of its input (the part that does not pass the gates)
 * and of its pre-activations, and adds to those of `peep`. Positions are in floats.
 *
 * Forward, with the algebraic sigmoid g(x) = ½ + ½ x / √(1 + x²) and memory c₀ of the row before (Lei et al. 2018):
 * keep = g(f + v c₀), open = g(r + v′ c₀), c = x + keep (c₀ − x), output = input + open (c − input).
 */
export function recurBack(
  f: Float32Array,
  s: Strand,
  at: { dout: number; din: number; dpre: number; dpeep: number },
  from: number,
  to: number,
  by: number,
): void {
  const { units, width, gates } = s
  const carried = new Float32Array(units)
  for (let t = from; t !== to; t += by) {
    const row = t * width
    const last = s.memory + row + by * width
    const first = t + by === to
    for (let j = 0; j < units; j++) {
      const keep = f[s.forget + row + j]!
      const open = f[s.reset + row + j]!
      const c = f[s.memory + row + j]!
      const c0 = first ? 0 : f[last + j]!
      const dout = f[at.dout + row + j]!
      const dopen = dout * (c - f[s.input + row + j]!) * slope(open)
      const dc = carried[j]! + dout * open
      const dkeep = dc * (c0 - f[s.pre + t * gates + j]!) * slope(keep)
      const p = at.dpre + t * gates + j
      f[p] = dc * (1 - keep)
      f[p + units] = dkeep
      f[p + 2 * units] = dopen
      f[at.din + row + j] = dout * (1 - open)
      f[at.dpeep + j]! += dkeep * c0
      f[at.dpeep + units + j]! += dopen * c0
      carried[j] = dc * keep + dkeep * f[s.peep + j]! + dopen * f[s.peep + units + j]!
    }
  }
}

/** The slope of the algebraic sigmoid where its value is `g`. */
function slope(g: number): number {
  const e = 4 * g * (1 - g)
  return e > 0 ? 0.5 * e * Math.sqrt(e) : 0
}
