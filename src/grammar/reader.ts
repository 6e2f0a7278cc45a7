import { Heads } from './heads.ts'
import { matrices, Net, round8, type Shape } from './net.ts'
import { FEATURES, Vocabulary } from './vocabulary.ts'
import type { Weights } from './weights.ts'

/** The most words that are read together. */
export const LONGEST = 400
/** Forms whose part of the first layer is kept ready. */
const KEPT = 8192

/** How much less, in logarithms of odds; chosen on the treebanks' development parts. */
const DISCOURAGED = 3
const STOPS = new Set(['.', '?', '!', '...'])
const CLOSING = new Set(['"', "'", '\u201d', '\u2019', "''", ')', ']'])
const COPULAS = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  'am',
  "'s",
  "'re",
  "'m",
  '\u2019s',
  '\u2019re',
  '\u2019m',
])

/** What a form brings along: its place among the forms that are kept ready, and what others remember of it by tag. */
export interface Form {
  text: string
  place: number
  lemmas: string[]
  feats: Readonly<Record<string, string>>[]
}

/** Tags and trees of sentences. Not re-entrant: arrays are reused from sentence to sentence. */
export class Reader {
  /** The tag of each word. */
  readonly tags = new Int32Array(LONGEST)
  /** The words that stand in the tree, their heads as places among them (their number is the root), and labels. */
  readonly kept = new Int32Array(LONGEST + 4)
  readonly head = new Int32Array(LONGEST + 4)
  readonly label = new Int32Array(LONGEST + 4)
  forms: Form[] = []
  private shape: Shape
  private net: Net
  private table: Weights['table']
  private scales: Weights['scales']
  private vocabulary: Vocabulary
  private punctuation: Uint8Array
  private verbal: Uint8Array
  private nominal: Uint8Array
  private known = new Map<string, Form>()
  private rows = new Int32Array(FEATURES)
  private trees = new Heads()
  private inputs: number
  private first: number
  private scores: number
  private heads: number
  private columns: number

  constructor(weights: Weights) {
    const { about, words, rows, letters, table, scales } = weights
    this.shape = about.shape
    const { width, arc } = about.shape
    const square = (LONGEST + 8) * (LONGEST + 8)
    this.net = new Net(
      about.shape,
      LONGEST,
      (KEPT + 8) * width * 4 + square + 2 * (LONGEST + 8) * arc + shortRoom(about.shape),
    )
    this.inputs = this.net.arena.take((KEPT + 8) * width)
    this.first = this.net.arena.take((KEPT + 8) * width * 3)
    this.scores = this.net.arena.take(square)
    this.heads = this.net.arena.take((LONGEST + 8) * arc)
    this.columns = this.net.arena.take((LONGEST + 8) * arc)
    this.table = table
    this.scales = scales
    this.vocabulary = new Vocabulary({ words, rows, letters, first: about.first })
    this.punctuation = Uint8Array.from(about.tags, (tag) => (tag.startsWith('PUNCT ') ? 1 : 0))
    this.verbal = Uint8Array.from(about.tags, (tag) => (/ (?:VBD|VBZ|VBP|VBN|MD)$/.test(tag) ? 1 : 0))
    this.nominal = Uint8Array.from(about.tags, (tag) => (/^(NOUN|PROPN|PRON|NUM|DET) /.test(tag) ? 1 : 0))
    unpack(weights, this.net)
    this.net.shorten()
  }

  /** Reads one sentence; returns how many of its words stand in the tree. */
  read(texts: readonly string[]): number {
    const { net, shape } = this
    const count = texts.length
    this.look(texts)
    net.layer(0, count, [count], true)
    for (let l = 1; l < shape.layers; l++) net.layer(l, count, [count])
    net.scoreTags(count)
    const n = this.choose(count)
    net.look(this.kept, n)
    net.headsOf(0, n, this.heads, this.columns)
    net.scoreArcs(0, n, this.columns, this.scores)
    if (this.isSentence(count)) this.discourage(n)
    this.trees.choose(net.arena.f, this.scores, round8(n + 1), n, this.head)
    net.scoreLabels(this.head, n, n)
    for (let d = 0; d < n; d++) this.label[d] = net.bestOf(net.labelScores + d * round8(shape.labels), shape.labels)
    return n
  }

  /** Whether the words end in a full stop, question or exclamation mark and hold a word that may be a finite verb. */
  private isSentence(count: number): boolean {
    let last = count - 1
    while (last > 0 && CLOSING.has(this.forms[last]!.text)) last--
    if (!STOPS.has(this.forms[last]!.text)) return false
    for (let i = 0; i < last; i++) if (this.verbal[this.tags[i]!]) return true
    return false
  }

  /** A sentence is seldom a noun alone: nouns that no copula goes with are less likely its root than the treebanks' fragments have it. */
  private discourage(n: number): void {
    const { f } = this.net.arena
    const wide = round8(n + 1)
    for (let d = 0; d < n; d++) {
      if (!this.nominal[this.tags[this.kept[d]!]!]) continue
      let copula = false
      for (let c = 0; c < n && !copula; c++) {
        if (c === d || !COPULAS.has(this.forms[this.kept[c]!]!.text.toLowerCase())) continue
        copula = this.net.bestOf(this.scores + c * wide, n + 1) === d
      }
      if (!copula) f[this.scores + d * wide + n]! -= DISCOURAGED
    }
  }

  /** Brings the words' embeddings and their part of the first layer into place. */
  private look(texts: readonly string[]): void {
    const { net, known } = this
    const { width } = this.shape
    const { f } = net.arena
    if (known.size + texts.length > KEPT) known.clear()
    const begun = known.size
    this.forms = texts.map((text) => known.get(text) ?? this.meet(text))
    const fresh = known.size - begun
    const to = this.first + begun * width * 3
    if (fresh > 0) net.linear('layer0', this.inputs + begun * width, width, to, width * 3, fresh)
    this.forms.forEach(({ place }, i) => {
      const [x, pre] = [this.inputs + place * width, this.first + place * width * 3]
      f.copyWithin(net.x[0]! + i * width, x, x + width)
      f.copyWithin(net.pre[0]! + i * width * 3, pre, pre + width * 3)
    })
  }

  private meet(text: string): Form {
    const form = { text, place: this.known.size, lemmas: [], feats: [] }
    this.known.set(text, form)
    this.vocabulary.look(text, this.rows, 0)
    const { width } = this.shape
    const { f } = this.net.arena
    const at = this.inputs + form.place * width
    f.fill(0, at, at + width)
    for (const row of this.rows) {
      if (row === 0) continue
      const scale = this.scales[row]!
      for (let j = 0; j < width; j++) f[at + j]! += this.table[row * width + j]! * scale
    }
    return form
  }

  /** Chooses tags, and as words of the tree those that are no punctuation, or all where nothing else is there. */
  private choose(count: number): number {
    const { net, shape } = this
    let n = 0
    for (let i = 0; i < count; i++) {
      this.tags[i] = net.bestOf(net.tagScores + i * round8(shape.tags), shape.tags)
      if (!this.punctuation[this.tags[i]!]) this.kept[n++] = i
    }
    if (n === 0) for (; n < count; n++) this.kept[n] = n
    return n
  }
}

/** Room for the larger matrices in 16-bit integers. */
const shortRoom = (shape: Shape): number =>
  matrices(shape).reduce((sum, [, m, n]) => sum + (m * n) / 2 + n + 128, (LONGEST + 8) * shape.width + 2048)

function unpack({ about, dense, denseScales }: Weights, net: Net): void {
  const { f } = net.arena
  let from = 0
  matrices(about.shape).forEach(([name, m, n], i) => {
    const to = net.at[name]!
    const scale = denseScales[i]!
    for (let k = 0; k < m * n; k++) f[to + k] = dense[from + k]! * scale
    from += m * n
  })
}
