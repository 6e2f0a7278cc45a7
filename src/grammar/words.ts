import { hashText } from './hash.ts'

/** Distributional classes of words by the hash of their lower-cased form, 0 for none. */
export interface Kinds {
  coarse(lowerHash: number): number
  fine(lowerHash: number): number
}

const NO_KINDS: Kinds = { coarse: () => 0, fine: () => 0 }

/** The written side of a sentence's words as integers, in arrays that are reused from sentence to sentence. */
export class Words {
  count = 0
  forms: string[] = []
  /** Hash of the form, and of the form in lower case. */
  form = new Int32Array(0)
  lower = new Int32Array(0)
  shape = new Int32Array(0)
  /** Hashes of the first 1–3 and the last 1–4 characters in lower case, row by row. */
  prefix = new Int32Array(0)
  suffix = new Int32Array(0)
  /** Distributional classes, coarse and fine; 0 for none. */
  kind = new Int32Array(0)
  fine = new Int32Array(0)
  private kinds: Kinds

  constructor(kinds: Kinds = NO_KINDS) {
    this.kinds = kinds
  }

  read(forms: readonly string[]): this {
    this.count = forms.length
    this.forms = forms as string[]
    if (this.form.length < forms.length) this.grow(forms.length * 2)
    for (let i = 0; i < forms.length; i++) this.set(i, forms[i]!)
    return this
  }

  private grow(size: number): void {
    this.form = new Int32Array(size)
    this.lower = new Int32Array(size)
    this.shape = new Int32Array(size)
    this.prefix = new Int32Array(size * 3)
    this.suffix = new Int32Array(size * 4)
    this.kind = new Int32Array(size)
    this.fine = new Int32Array(size)
  }

  private set(i: number, form: string): void {
    const lower = form.toLowerCase()
    const n = lower.length
    this.form[i] = hashText(form)
    this.lower[i] = hashText(lower)
    this.kind[i] = this.kinds.coarse(this.lower[i]!)
    this.fine[i] = this.kinds.fine(this.lower[i]!)
    this.shape[i] = shapeOf(form)
    for (let k = 1; k <= 3; k++) this.prefix[i * 3 + k - 1] = n > k ? hashText(lower, 0, k) : 0
    for (let k = 1; k <= 4; k++) this.suffix[i * 4 + k - 1] = n > k ? hashText(lower, n - k, n) : 0
  }
}

const signOf = (code: number): number => {
  if (code >= 97 && code <= 122) return 1
  if (code >= 65 && code <= 90) return 2
  if (code >= 48 && code <= 57) return 3
  if (code === 45 || code === 0x2010 || code === 0x2011) return 4
  if (code === 46) return 5
  if (code < 128) return 6
  if (code >= 0x2010 && code <= 0x2044) return 6
  const char = String.fromCharCode(code)
  return char.toLowerCase() === char ? 1 : 2
}

/** Runs of letter case, digits, hyphens, full stops and other signs, as one number; long words count as six runs. */
export function shapeOf(form: string): number {
  let shape = 0
  let last = 0
  let runs = 0
  for (let i = 0; i < form.length && runs < 6; i++) {
    const kind = signOf(form.charCodeAt(i))
    if (kind !== last || i === 1) {
      shape = shape * 8 + kind
      runs++
    }
    last = kind
  }
  return shape
}
