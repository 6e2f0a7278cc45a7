import { DISTANCES, distanceOf, LEAK, matrices, type Net, ROOT_DISTANCE, round8 } from '../net.ts'
import { recurBack } from '../recurrence.ts'

import { type Batch, LONGEST, type Loss } from './batch.ts'

export class Gradient {
  readonly net: Net
  /** The net's parameters and their gradients, stretches of `size` floats. */
  readonly first: number
  readonly size: number
  readonly grad: number
  private turned: Record<string, number> = {}
  readonly dx: number[] = []
  private dpre: number
  private dtags: number
  private dkept: number
  private dviews: number
  private dturned: number
  private dfar: number
  private dhidden: number
  private dlabels: number
  private scores: number
  private rows: number
  private columns: number
  private drows: number
  /** Dropout masks after each layer and before the first. */
  readonly masks: Float32Array[]

  constructor(net: Net) {
    this.net = net
    const { arena, shape: s } = net
    const dense = matrices(s)
    this.first = net.at[dense[0]![0]]!
    const [lastName, m, n] = dense[dense.length - 1]!
    this.size = net.at[lastName]! + m * n - this.first
    this.grad = arena.take(this.size)
    for (const [name, m2, n2] of dense) if (m2 > 2) this.turned[name] = arena.take(round8(m2) * n2)
    const rows = net.most + 8
    for (let l = 0; l <= s.layers; l++) this.dx.push(arena.take(rows * s.width))
    this.dpre = arena.take(rows * s.width * 3)
    this.dtags = arena.take(rows * round8(s.tags))
    this.dkept = arena.take(rows * s.width)
    this.dviews = arena.take(rows * (2 * s.arc + 2 * s.label))
    this.dturned = arena.take(rows * s.arc)
    this.dfar = arena.take(rows * DISTANCES)
    this.dhidden = arena.take(rows * s.label)
    this.dlabels = arena.take(rows * round8(s.labels))
    this.scores = arena.take((LONGEST + 8) * (LONGEST + 8))
    this.rows = arena.take((LONGEST + 8) * s.arc)
    this.columns = arena.take((LONGEST + 8) * s.arc)
    this.drows = arena.take((LONGEST + 8) * s.arc)
    this.masks = Array.from({ length: s.layers + 1 }, () => new Float32Array(rows * s.width))
  }

  of(name: string): number {
    return this.net.at[name]! - this.first + this.grad
  }

  /** Copies every matrix turned, for the way back. */
  turn(): void {
    const { f } = this.net.arena
    for (const [name, m, n] of matrices(this.net.shape)) {
      if (m <= 2) continue
      const [from, to] = [this.net.at[name]!, this.turned[name]!]
      const wide = round8(m)
      for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) f[to + j * wide + i] = f[from + i * n + j]!
    }
  }

  private drop(layer: number, count: number): void {
    const { f } = this.net.arena
    const at = this.net.x[layer]!
    const mask = this.masks[layer]!
    for (let i = 0, n = count * this.net.shape.width; i < n; i++) f[at + i]! *= mask[i]!
  }

  private dropBack(layer: number, count: number): void {
    const { f } = this.net.arena
    const at = this.dx[layer]!
    const mask = this.masks[layer]!
    for (let i = 0, n = count * this.net.shape.width; i < n; i++) f[at + i]! *= mask[i]!
  }

  /** Forward and back over a batch whose embeddings are in `net.x[0]`; leaves `scale` times the gradients in `grad` and `dx[0]`. */
  run(b: Batch, scale: number): Loss {
    const { net } = this
    const { f } = net.arena
    const { layers, width } = net.shape
    f.fill(0, this.grad, this.grad + this.size)
    this.drop(0, b.count)
    for (let l = 0; l < layers; l++) {
      net.layer(l, b.count, b.ends)
      this.drop(l + 1, b.count)
    }
    f.fill(0, this.dx[layers]!, this.dx[layers]! + (b.count + 4) * width)
    const loss = { tags: 0, arcs: 0, labels: 0 }
    loss.tags = this.tags(b, scale)
    net.look(b.kept, b.keptCount)
    const heads = 2 * net.shape.arc + 2 * net.shape.label
    f.fill(0, this.dviews, this.dviews + (b.keptCount + 4) * heads)
    loss.labels = this.labels(b, scale)
    loss.arcs = this.arcs(b, scale)
    this.viewsBack(b)
    for (let l = layers - 1; l >= 0; l--) {
      this.dropBack(l + 1, b.count)
      this.layerBack(l, b)
    }
    this.dropBack(0, b.count)
    return loss
  }

  /** dX += dY · Wᵀ, dW += Xᵀ · dY, dbias += sums of dY. */
  private linearBack(
    name: string,
    x: number,
    xw: number,
    dx: number,
    dxw: number,
    dy: number,
    n: number,
    rows: number,
    bias = true,
  ) {
    const { arena, shape } = this.net
    const m = name === 'arcs' || name === 'arcs.far' ? shape.arc : name === 'labels' ? shape.label : shape.width
    arena.multiply(dy, n, this.turned[name]!, round8(m), dx, dxw, rows, m, n)
    arena.multiplyTurned(x, xw, dy, n, this.of(name), n, m, n, rows)
    if (!bias) return
    const { f } = arena
    const g = this.of(`${name}.bias`)
    for (let i = 0; i < rows; i++) for (let j = 0; j < n; j++) f[g + j]! += f[dy + i * n + j]!
  }

  /** Turns scores into the gradient of their cross-entropy; returns the loss. */
  private soften(at: number, n: number, gold: number, scale: number): number {
    const { f } = this.net.arena
    let most = -Infinity
    for (let j = 0; j < n; j++) if (f[at + j]! > most) most = f[at + j]!
    let sum = 0
    const right = f[at + gold]! - most
    for (let j = 0; j < n; j++) sum += f[at + j] = Math.exp(f[at + j]! - most)
    const by = scale / sum
    for (let j = 0; j < n; j++) f[at + j]! *= by
    f[at + gold]! -= scale
    return Math.log(sum) - right
  }

  private tags(b: Batch, scale: number): number {
    const { net } = this
    const { f } = net.arena
    const { tags, width, layers } = net.shape
    const wide = round8(tags)
    net.scoreTags(b.count)
    f.copyWithin(this.dtags, net.tagScores, net.tagScores + b.count * wide)
    let loss = 0
    for (let i = 0; i < b.count; i++) {
      const at = this.dtags + i * wide
      loss += this.soften(at, tags, b.tags[i]!, scale)
      f.fill(0, at + tags, at + wide)
    }
    this.linearBack('tags', net.x[layers]!, width, this.dx[layers]!, width, this.dtags, wide, b.count)
    return loss
  }

  private labels(b: Batch, scale: number): number {
    const { net } = this
    const { f } = net.arena
    const { arc, label, labels } = net.shape
    const wide = round8(labels)
    const heads = 2 * arc + 2 * label
    net.scoreLabels(b.head, b.keptCount)
    f.copyWithin(this.dlabels, net.labelScores, net.labelScores + b.keptCount * wide)
    let loss = 0
    for (let d = 0; d < b.keptCount; d++) {
      const at = this.dlabels + d * wide
      if (b.head[d]! < 0) f.fill(0, at, at + wide)
      else {
        loss += this.soften(at, labels, b.label[d]!, scale)
        f.fill(0, at + labels, at + wide)
      }
    }
    f.fill(0, this.dhidden, this.dhidden + (b.keptCount + 4) * label)
    this.linearBack('labels', net.hidden, label, this.dhidden, label, this.dlabels, wide, b.keptCount)
    const gfar = this.of('labels.far')
    for (let d = 0; d < b.keptCount; d++) {
      const h = b.head[d]!
      if (h < 0) continue
      const own = this.dviews + d * heads + 2 * arc
      const other = this.dviews + h * heads + 2 * arc + label
      const far = gfar + distanceOf(h - d) * label
      const dh = this.dhidden + d * label
      const v = net.hidden + d * label
      for (let j = 0; j < label; j++) {
        const g = f[v + j]! > 0 ? f[dh + j]! : f[dh + j]! * LEAK
        f[own + j]! += g
        f[other + j]! += g
        f[far + j]! += g
      }
    }
    return loss
  }

  private arcs(b: Batch, scale: number): number {
    const { net } = this
    const { f } = net.arena
    const { arc } = net.shape
    f.fill(0, this.dturned, this.dturned + (b.keptCount + 4) * arc)
    f.fill(0, this.dfar, this.dfar + (b.keptCount + 4) * DISTANCES)
    let loss = 0
    for (let s = 0; s < b.starts.length; s++) loss += this.arcsOf(b, b.starts[s]!, b.sizes[s]!, scale)
    this.linearBack('arcs.far', net.turned, arc, this.dturned, arc, this.dfar, DISTANCES, b.keptCount, false)
    const heads = 2 * arc + 2 * net.shape.label
    this.linearBack('arcs', net.views, heads, this.dviews, heads, this.dturned, arc, b.keptCount)
    for (let k = 0; k < b.keptCount; k++) {
      const [v, dv] = [net.views + k * heads, this.dviews + k * heads]
      for (let j = 0; j < 2 * arc; j++) if (f[v + j]! <= 0) f[dv + j]! *= LEAK
    }
    return loss
  }

  private arcsOf(b: Batch, from: number, n: number, scale: number): number {
    const { net } = this
    const { f } = net.arena
    const { arc } = net.shape
    const wide = round8(n + 1)
    const tall = (n + 3) & ~3
    net.headsOf(from, n, this.rows, this.columns)
    net.scoreArcs(from, n, this.columns, this.scores)
    let loss = 0
    for (let d = 0; d < n; d++) {
      const at = this.scores + d * wide
      const gold = b.head[from + d]! < 0 ? n : b.head[from + d]! - from
      f[at + d] = -1e9
      loss += this.soften(at, n + 1, gold, scale)
      f.fill(0, at + n + 1, at + wide)
      const far = this.dfar + (from + d) * DISTANCES
      for (let h = 0; h < n; h++) if (h !== d) f[far + distanceOf(h - d)]! += f[at + h]!
      f[far + ROOT_DISTANCE]! += f[at + n]!
    }
    f.fill(0, this.scores + n * wide, this.scores + tall * wide)
    net.arena.multiply(this.scores, wide, this.rows, arc, this.dturned + from * arc, arc, n, arc, n + 1)
    f.fill(0, this.drows, this.drows + (wide + 4) * arc)
    net.arena.multiplyTurned(this.scores, wide, net.turned + from * arc, arc, this.drows, arc, n + 1, arc, n)
    const heads = 2 * arc + 2 * net.shape.label
    const root = this.of('arcs.root')
    for (let h = 0; h <= n; h++) {
      const to = h < n ? this.dviews + (from + h) * heads + arc : root
      for (let j = 0; j < arc; j++) f[to + j]! += f[this.drows + h * arc + j]!
    }
    return loss
  }

  private viewsBack(b: Batch): void {
    const { net } = this
    const { f } = net.arena
    const { arc, label, width, layers } = net.shape
    f.fill(0, this.dkept, this.dkept + (b.keptCount + 4) * width)
    this.linearBack('heads', net.kept, width, this.dkept, width, this.dviews, 2 * arc + 2 * label, b.keptCount)
    for (let k = 0; k < b.keptCount; k++) {
      if (b.kept[k]! < 0) continue
      const to = this.dx[layers]! + b.kept[k]! * width
      for (let j = 0; j < width; j++) f[to + j]! += f[this.dkept + k * width + j]!
    }
  }

  private layerBack(layer: number, b: Batch): void {
    const { net } = this
    const { width } = net.shape
    const { f } = net.arena
    for (const side of [0, 1]) {
      const strand = net.strand(layer, side)
      const back = {
        dout: this.dx[layer + 1]! + side * (width / 2),
        din: this.dx[layer]! + side * (width / 2),
        dpre: this.dpre + side * 3 * (width / 2),
        dpeep: this.of(`layer${layer}.peep`) + side * width,
      }
      let from = 0
      for (const to of b.ends) {
        if (side === 0) recurBack(f, strand, back, to - 1, from - 1, -1)
        else recurBack(f, strand, back, from, to, 1)
        from = to
      }
    }
    this.linearBack(`layer${layer}`, net.x[layer]!, width, this.dx[layer]!, width, this.dpre, width * 3, b.count)
  }
}
