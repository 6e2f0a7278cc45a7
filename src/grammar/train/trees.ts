import { Parser } from '../parser.ts'
import { LEFT, SHIFT } from '../state.ts'
import type { Bare } from '../view.ts'
import { cost, MOVES } from './oracle.ts'
import { Perceptron } from './perceptron.ts'
import { randomFrom, shuffle } from './random.ts'

/** A view with its gold tree: head (`n` at the root) and label of every word. */
export interface Example {
  view: Bare
  head: Int32Array
  label: Int32Array
}

export interface TreeOptions {
  epochs: number
  seed: number
  /** Share of wrong guesses that are followed, from the second epoch on. */
  explore: number
  report?: (line: string) => void
}

/** Trains moves and labels together, following the parser's own guesses; weights are averaged. */
export function trainParser(examples: readonly Example[], labels: number, options: TreeOptions) {
  const moves = new Perceptron(3)
  const relations = new Perceptron(labels)
  const parser = new Parser(moves, relations)
  const random = randomFrom(options.seed)
  const order = examples.map((_, i) => i)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    const wrong = { moves: 0, labels: 0 }
    for (const k of order) learn(parser, moves, relations, examples[k]!, epoch < 1 ? 0 : options.explore, random, wrong)
    options.report?.(`parser, epoch ${epoch + 1}: ${wrong.moves} moves and ${wrong.labels} labels wrong`)
  }
  moves.average()
  relations.average()
  return { parser, moves, relations }
}

/** Parses one example, mostly following the guesses, and corrects the models at every step. */
function learn(
  parser: Parser,
  moves: Perceptron,
  relations: Perceptron,
  example: Example,
  explore: number,
  random: () => number,
  wrong: { moves: number; labels: number },
): void {
  const { state } = parser
  state.start(example.view.n)
  while (!state.done) {
    if (state.only >= 0) {
      follow(parser, relations, example, state.only, wrong)
      continue
    }
    parser.lookAtMove(example.view)
    moves.score(parser.features, parser.moveCount, parser.moveScores)
    const guess = parser.bestMove()
    const right = bestOf(parser, example.head)
    if (!right.includes(guess)) wrong.moves++
    const rival = rivalOf(parser, right)
    if (rival >= 0 && parser.moveScores[right[0]!]! <= parser.moveScores[rival]!) {
      moves.update(parser.features, parser.moveCount, right[0]!, 1)
      moves.update(parser.features, parser.moveCount, rival, -1)
    }
    moves.time++
    const next = right.includes(guess) || random() < explore ? guess : right[0]!
    follow(parser, relations, example, next, wrong)
  }
}

/** The moves of least cost, the best scored first. */
function bestOf(parser: Parser, gold: Int32Array): number[] {
  let least = Infinity
  let out: number[] = []
  for (const move of MOVES) {
    if (!parser.state.allows(move)) continue
    const c = cost(parser.state, gold, move)
    if (c < least) {
      least = c
      out = [move]
    } else if (c === least) out.push(move)
  }
  return out.sort((a, b) => parser.moveScores[b]! - parser.moveScores[a]!)
}

/** The best scored move that is allowed but costs more; -1 for none. */
function rivalOf(parser: Parser, right: readonly number[]): number {
  let best = -1
  for (const m of MOVES)
    if (!right.includes(m) && parser.state.allows(m) && (best < 0 || parser.moveScores[m]! > parser.moveScores[best]!))
      best = m
  return best
}

function follow(
  parser: Parser,
  relations: Perceptron,
  example: Example,
  move: number,
  wrong: { labels: number },
): void {
  const { state } = parser
  if (move === SHIFT) {
    state.shift()
    return
  }
  const [h, d] = [state.headOf(move), state.s(0)]
  const label = parser.label(example.view, h, d)
  if (example.head[d] === h) {
    relations.time++
    const right = example.label[d]!
    if (label !== right) wrong.labels++
    const rival = label === right ? runnerUp(parser.labelScores, right) : label
    if (parser.labelScores[right]! <= parser.labelScores[rival]!) {
      relations.update(parser.features, parser.labelCount, right, 1)
      relations.update(parser.features, parser.labelCount, rival, -1)
    }
  }
  if (move === LEFT) state.left(label)
  else state.right(label)
}

function runnerUp(scores: Float64Array, best: number): number {
  let second = best === 0 ? 1 : 0
  for (let c = 0; c < scores.length; c++) if (c !== best && scores[c]! > scores[second]!) second = c
  return second
}
