import { arcAtoms, LABEL_TEMPLATES, LABEL_WIDTH, MOVE_TEMPLATES, MOVE_WIDTH, moveAtoms, type View } from './features.ts'
import type { Scorer } from './scorer.ts'
import { LEFT, RIGHT, SHIFT, State } from './state.ts'

/** Reads a tree off a view of a sentence, greedily: for each step a move, for each arc at once its relation. */
export class Parser {
  readonly state = new State()
  readonly moves: Scorer
  readonly labels: Scorer
  readonly features = new Int32Array(Math.max(MOVE_TEMPLATES.count, LABEL_TEMPLATES.count))
  readonly moveScores: Float64Array
  readonly labelScores: Float64Array
  readonly moveCount = MOVE_TEMPLATES.count
  readonly labelCount = LABEL_TEMPLATES.count
  private atoms = new Int32Array(MOVE_WIDTH)
  private labelAtoms = new Int32Array(LABEL_WIDTH)

  constructor(moves: Scorer, labels: Scorer) {
    this.moves = moves
    this.labels = labels
    this.moveScores = new Float64Array(moves.classes)
    this.labelScores = new Float64Array(labels.classes)
  }

  /** Parses; heads and labels are left in `state`. */
  parse(view: View): void {
    this.state.start(view.n)
    while (!this.state.done) this.step(view)
  }

  private step(view: View): void {
    const { only } = this.state
    if (only < 0) {
      this.lookAtMove(view)
      this.moves.score(this.features, MOVE_TEMPLATES.count, this.moveScores)
    }
    this.take(view, only < 0 ? this.bestMove() : only)
  }

  /** Makes a move, choosing the relation of its arc. */
  take(view: View, move: number): void {
    if (move === SHIFT) {
      this.state.shift()
      return
    }
    const label = this.label(view, this.state.headOf(move), this.state.s(0))
    if (move === LEFT) this.state.left(label)
    else this.state.right(label)
  }

  bestMove(): number {
    let best = -1
    for (let m = SHIFT; m <= RIGHT; m++)
      if (this.state.allows(m) && (best < 0 || this.moveScores[m]! > this.moveScores[best]!)) best = m
    return best
  }

  label(view: View, head: number, dependent: number): number {
    this.lookAtArc(view, head, dependent)
    this.labels.score(this.features, LABEL_TEMPLATES.count, this.labelScores)
    let best = 0
    for (let c = 1; c < this.labelScores.length; c++) if (this.labelScores[c]! > this.labelScores[best]!) best = c
    return best
  }

  lookAtMove(view: View): void {
    moveAtoms(this.state, view, this.atoms)
    MOVE_TEMPLATES.fill(this.atoms, this.features)
  }

  lookAtArc(view: View, head: number, dependent: number): void {
    arcAtoms(this.state, view, head, dependent, this.labelAtoms)
    LABEL_TEMPLATES.fill(this.labelAtoms, this.features)
  }
}
