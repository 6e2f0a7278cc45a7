/** A linear model: adds up the weights of features for every class. */
export interface Scorer {
  readonly classes: number
  /** Sets `out[c]` to the sum over the first `count` features. */
  score(features: Int32Array, count: number, out: Float64Array): void
}
