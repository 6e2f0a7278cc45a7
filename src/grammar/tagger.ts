import type { Scorer } from './scorer.ts'
import { templates } from './templates.ts'
import type { Words } from './words.ts'

/** Of a word and those before (p) and after (n) it: form, lower case, tags, shape, beginnings, endings, tag classes (a), word classes (k, n). */
const ATOMS = `
  f w wp wpp wn wnn tp tpp sh shp shn p1 p2 p3 s1 s2 s3 s4 sn2 sn3 sp3 a ap an ann first caps k kp kn kpp knn n np
  nn`
  .trim()
  .split(/\s+/)

const TEMPLATES = templates(
  ATOMS,
  `w f w*first p1 p2 p3 s1 s2 s3 s4 sh sh*first sh*caps s3*sh s2*tp s3*tp
   wp wpp wn wnn tp tp*tpp tp*w tpp*tp*w wp*w w*wn tp*wn tp*a*an a*an an an*ann a*an*ann ap*a ap*a*an tp*a tp*tpp*a
   sn3 sn2 sp3 s2*sn2 shp shn sh*shn sh*shp tp*sh*shn w*an w*tp*an tp*an wp*wn s3*wn s3*wp tp*shn a*wn*sn3 wpp*wp wn*wnn w*shn
   w*ann k k*kp k*kn kp kn kp*kn k*tp k*tp*tpp kn*tp k*s3 k*kn*tp kp*k*kn kn*knn kp*kpp k*sh kn*s3 kp*s3 n np nn n*np n*nn n*tp np*tp*s2 nn*s2*tp`,
)

/** Which tags a word took in training, as a class number; 0 for a word not listed. */
export interface Lexicon {
  classOf(lowerHash: number): number
  /** For each class the one tag that its words take, -1 where there are several. */
  sure: ArrayLike<number>
}

/** Assigns one joint tag (universal and Penn) to each word, left to right. */
export class Tagger {
  readonly model: Scorer
  readonly lexicon: Lexicon
  readonly features = new Int32Array(TEMPLATES.count)
  readonly scores: Float64Array
  private atoms = new Int32Array(ATOMS.length)

  constructor(model: Scorer, lexicon: Lexicon) {
    this.model = model
    this.lexicon = lexicon
    this.scores = new Float64Array(model.classes)
  }

  get featureCount(): number {
    return TEMPLATES.count
  }

  tag(words: Words, tags: Int32Array): void {
    const caps = isShouting(words) ? 1 : 0
    for (let i = 0; i < words.count; i++) {
      const sure = this.sure(words.lower[i]!)
      if (sure < 0) this.look(words, tags, i, caps)
      tags[i] = sure < 0 ? this.best() : sure
    }
  }

  /** The tag of a word that takes no other, or -1. */
  sure(lowerHash: number): number {
    return this.lexicon.sure[this.lexicon.classOf(lowerHash)] ?? -1
  }

  best(): number {
    this.model.score(this.features, TEMPLATES.count, this.scores)
    let best = 0
    for (let c = 1; c < this.scores.length; c++) if (this.scores[c]! > this.scores[best]!) best = c
    return best
  }

  /** Computes the features of word `i`, given the tags before it. */
  look(words: Words, tags: Int32Array, i: number, caps: number): void {
    const a = this.atoms
    const { lower, suffix, prefix, shape, count } = words
    const p = i - 1
    const n = i + 1
    a[0] = words.form[i]!
    a[1] = lower[i]!
    a[2] = i > 0 ? lower[p]! : 0
    a[3] = i > 1 ? lower[i - 2]! : 0
    a[4] = n < count ? lower[n]! : 0
    a[5] = i + 2 < count ? lower[i + 2]! : 0
    a[6] = i > 0 ? tags[p]! + 1 : 0
    a[7] = i > 1 ? tags[i - 2]! + 1 : 0
    a[8] = shape[i]!
    a[9] = i > 0 ? shape[p]! : 0
    a[10] = n < count ? shape[n]! : 0
    for (let k = 0; k < 3; k++) a[11 + k] = prefix[i * 3 + k]!
    for (let k = 0; k < 4; k++) a[14 + k] = suffix[i * 4 + k]!
    a[18] = n < count ? suffix[n * 4 + 1]! : 0
    a[19] = n < count ? suffix[n * 4 + 2]! : 0
    a[20] = i > 0 ? suffix[p * 4 + 2]! : 0
    a[21] = this.lexicon.classOf(lower[i]!)
    a[22] = i > 0 ? this.lexicon.classOf(lower[p]!) : -1
    a[23] = n < count ? this.lexicon.classOf(lower[n]!) : -1
    a[24] = i + 2 < count ? this.lexicon.classOf(lower[i + 2]!) : -1
    a[25] = i === 0 ? 1 : i === 1 ? 2 : 0
    a[26] = caps
    a[27] = words.kind[i]!
    a[28] = i > 0 ? words.kind[p]! : -1
    a[29] = n < count ? words.kind[n]! : -1
    a[30] = i > 1 ? words.kind[i - 2]! : -1
    a[32] = words.fine[i]!
    a[33] = i > 0 ? words.fine[p]! : -1
    a[34] = n < count ? words.fine[n]! : -1
    a[31] = i + 2 < count ? words.kind[i + 2]! : -1
    TEMPLATES.fill(a, this.features)
  }
}

/** Whether most words begin with a capital: a headline, where capitals tell little. */
export function isShouting(words: Words): boolean {
  let letters = 0
  let capitals = 0
  for (let i = 0; i < words.count; i++) {
    const code = words.forms[i]!.charCodeAt(0)
    if (code >= 65 && code <= 90) capitals++
    else if (code >= 97 && code <= 122) letters++
  }
  return capitals > letters * 1.5
}
