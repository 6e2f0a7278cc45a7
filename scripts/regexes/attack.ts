import { alphabetOf } from './alphabet.ts'
import { type Node, parse } from './parse.ts'
import { loops, type Paths, pathsOf, waysAlong, wordTo } from './paths.ts'
import { compile, type Program } from './program.ts'
import { stepsOf } from './run.ts'

/** A text that a pattern takes more than linear time over: `before`, `again` so many times, `after`. */
export interface Attack {
  before: string
  again: string
  after: string
  /** Steps for a text, and for one twice as long; of the second at least so many. */
  steps: [number, number]
}

/** Of two texts, one twice as long: a linear matcher takes twice the steps, a quadratic one four times. */
const GROWTH = 2 ** 1.5
const LENGTH = 100
/** A repetition that is counted up to this costs a factor, and no growth; one of more counts as unbounded. */
const LONGEST_COUNT = 1000
/** What stands for a longer count: growth is the same, and shows on shorter texts. */
const COUNT = 20
const MOST_STEPS = 4_000_000
const MOST_WORDS = 600
const MOST_TRIED = 16
const LONGEST_WORD = 24

/**
 * Looks for a text over which a backtracking matcher needs more than linear steps. Words that lead a loop of the pattern back to
 * itself are pumped: where the ways open on the automaton grow with the text, the matcher itself is run on two lengths and its
 * steps are counted. Time plays no part, so the answer is always the same. Throws `SyntaxError` for what is no pattern.
 */
export function attackOn(source: string, flags: string): Attack | undefined {
  void new RegExp(source, flags)
  const tree = scaled(parse(source))
  const alphabet = alphabetOf(tree, source, flags)
  const paths = pathsOf(tree, alphabet)
  const program = compile(tree, flags, alphabet)
  const search = !flags.includes('y')
  const grown = pumped(paths, search, hasBehind(tree))
  for (const { before, again } of grown.slice(0, MOST_TRIED)) {
    const attack = tried(program, flags, before, again)
    if (attack) return attack
  }
  return undefined
}

interface Pump {
  before: number[]
  again: number[]
}

function tried(program: Program, flags: string, before: number[], again: number[]): Attack | undefined {
  const { letters } = program.alphabet
  const turns = Math.ceil(LENGTH / again.length)
  const text = (n: number, after: number[]): number[] => [
    ...before,
    ...Array.from({ length: n }, () => again).flat(),
    ...after,
  ]
  for (const after of [[], ...letters.map((_, i) => [i])]) {
    const short = stepsOf(program, text(turns, after), flags, MOST_STEPS)
    // The least that a quadratic matcher needs.
    if (short < (turns * turns) / 4) continue
    const long = stepsOf(program, text(2 * turns, after), flags, MOST_STEPS)
    const word = (classes: number[]): string => classes.map((i) => letters[i]).join('')
    if (long >= GROWTH * short || short >= MOST_STEPS)
      return { before: word(before), again: word(again), after: word(after), steps: [short, long] }
  }
  return undefined
}

/** Words that lead a loop back to itself, or from one loop into another, and open ever more ways, those that open most first. */
function pumped(paths: Paths, search: boolean, behind: boolean): Pump[] {
  const seen = new Map<string, Pump & { growth: number }>()
  const add = (before: number[], again: number[]): void => {
    const key = `${before}|${again}`
    if (seen.has(key) || seen.size > MOST_WORDS) return
    seen.set(key, { before, again, growth: growthOf(paths, before, again, search) })
  }
  const all = loops(paths)
  for (const loop of all)
    for (const { into, ways } of wordsOf(paths, loop, all))
      for (const word of ways) for (const before of [into, into.slice(0, -1), []]) add(before, word)
  const kept = [...seen.values()].filter(({ growth }) => growth > 1.4 || behind)
  return kept.sort((a, b) => b.growth - a.growth || a.again.length - b.again.length)
}

/** For each place of a loop and each character that it takes: a word that leads there, and words that lead back or came from a loop before. */
function* wordsOf(paths: Paths, loop: readonly number[], all: readonly number[][]) {
  const within = new Set(loop)
  for (const place of loop)
    for (let like = 0; like < paths.takes[place]!.length; like++) {
      if (!paths.takes[place]![like]) continue
      const back = wordTo(paths, paths.next[place]!.keys(), place, like, within)
      const into = wordTo(paths, paths.first.keys(), place, like)
      if (!back || !into) continue
      const across = all.flatMap((other) =>
        other === loop ? [] : [wordTo(paths, paths.next[other[0]!]!.keys(), place, like) ?? []],
      )
      yield { into, ways: [back, into, ...across].filter((word) => word.length > 0 && word.length <= LONGEST_WORD) }
    }
}

const MEASURED = 48

/** How many times as many ways are open after a text twice as long. */
function growthOf(paths: Paths, before: number[], again: number[], search: boolean): number {
  const turns = 2 * Math.ceil(MEASURED / 2 / again.length)
  const text = [...before, ...Array.from({ length: turns }, () => again).flat()]
  const ways = waysAlong(paths, text, search)
  const at = (turn: number): number =>
    ways
      .slice(before.length + (turn - 1) * again.length, before.length + turn * again.length)
      .reduce((a, b) => a + b, 0)
  return at(turns) / Math.max(1, at(turns / 2))
}

/** The tree with long counts made short. */
function scaled(node: Node): Node {
  if (node.is === 'seq' || node.is === 'either') return { ...node, of: node.of.map(scaled) }
  if (node.is === 'set' || node.is === 'edge' || node.is === 'again') return node
  if (node.is !== 'repeat') return { ...node, of: scaled(node.of) }
  const { min, max } = node
  const most = max > LONGEST_COUNT ? Infinity : Math.min(max, COUNT)
  return { ...node, of: scaled(node.of), min: Math.min(min, COUNT), max: most }
}

function hasBehind(node: Node): boolean {
  if (node.is === 'seq' || node.is === 'either') return node.of.some(hasBehind)
  if (node.is === 'set' || node.is === 'edge' || node.is === 'again') return false
  return (node.is === 'look' && node.behind) || hasBehind(node.of)
}
