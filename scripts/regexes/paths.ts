import type { Alphabet } from './alphabet.ts'
import type { Node } from './parse.ts'

/** A pattern as an automaton: places that take a character, and which places may come next, in how many ways. */
export interface Paths {
  takes: (readonly boolean[])[]
  first: ReadonlyMap<number, number>
  next: ReadonlyMap<number, number>[]
}

interface Joint {
  /** What the place takes; absent: it is passed without a character. */
  take?: readonly boolean[]
  to: number[]
}

/** More ways than this are as bad as many. */
const MOST_WAYS = 4
/** As many joints are walked from one place at most. */
const MOST_WALKED = 20_000

/** Edges and references are passed over, so there are never fewer ways than the engine has; what lies behind is read forwards. */
export function pathsOf(tree: Node, alphabet: Alphabet): Paths {
  const joints: Joint[] = []
  const add = (joint: Joint): number => joints.push(joint) - 1
  const end = add({ to: [] })

  /** The joint at which a node begins, where `out` comes after it. */
  function build(node: Node, out: number): number {
    if (node.is === 'set') return add({ take: alphabet.taken.get(node.text)!, to: [out] })
    if (node.is === 'seq') return node.of.reduceRight((after, one) => build(one, after), out)
    if (node.is === 'either') return add({ to: node.of.map((one) => build(one, out)) })
    if (node.is === 'group') return build(node.of, out)
    if (node.is === 'look') return add({ to: [build(node.of, end), out] })
    if (node.is !== 'repeat') return out
    return repeated(node, out)
  }

  function repeated({ of, min, max }: Node & { is: 'repeat' }, out: number): number {
    if (max === 0) return out
    if (max === 1) return min === 1 ? build(of, out) : add({ to: [build(of, out), out] })
    const loop = add({ to: [] })
    joints[loop]!.to = [build(of, loop), out]
    return min > 0 ? build(of, loop) : loop
  }

  const start = build(tree, end)
  const places = joints.flatMap(({ take }, i) => (take ? [i] : []))
  const numbers = new Map(places.map((joint, n) => [joint, n]))

  function reach(from: number): Map<number, number> {
    const ways = new Map<number, number>()
    const onPath = new Map<number, number>()
    let walked = 0
    const walk = (at: number): void => {
      if (++walked > MOST_WALKED) return
      const joint = joints[at]!
      const number = numbers.get(at)
      if (number !== undefined) return void ways.set(number, Math.min(MOST_WAYS, (ways.get(number) ?? 0) + 1))
      const times = onPath.get(at) ?? 0
      // Twice: out of an inner loop, and into it again by an outer one.
      if (times > 1) return
      onPath.set(at, times + 1)
      for (const next of joint.to) walk(next)
      onPath.set(at, times)
    }
    walk(from)
    return ways
  }

  return {
    takes: places.map((joint) => joints[joint]!.take!),
    first: reach(start),
    next: places.map((joint) => reach(joints[joint]!.to[0]!)),
  }
}

/** The parts within which every place is reached from every other, by a way of at least one step. */
export function loops({ next }: Paths): number[][] {
  const reachable = next.map((_, from) => {
    const seen = new Set(next[from]!.keys())
    for (const place of seen) for (const after of next[place]!.keys()) seen.add(after)
    return seen
  })
  const out: number[][] = []
  const done = new Set<number>()
  for (let a = 0; a < next.length; a++) {
    if (done.has(a) || !reachable[a]!.has(a)) continue
    const loop = next.flatMap((_, b) => (reachable[a]!.has(b) && reachable[b]!.has(a) ? [b] : []))
    for (const b of loop) done.add(b)
    out.push(loop)
  }
  return out
}

/** A shortest word that leads from one of some places to a place, first and last character included; staying with `like` where it may. */
export function wordTo(
  { takes, next }: Paths,
  from: Iterable<number>,
  to: number,
  like: number,
  within?: ReadonlySet<number>,
): number[] | undefined {
  const before = new Map<number, number | undefined>()
  for (const place of from) if (!within || within.has(place)) before.set(place, undefined)
  for (const place of before.keys()) {
    if (place === to) break
    for (const after of next[place]!.keys())
      if (!before.has(after) && (!within || within.has(after))) before.set(after, place)
  }
  if (!before.has(to)) return undefined
  const word: number[] = []
  for (let at: number | undefined = to; at !== undefined; at = before.get(at)) word.unshift(letterOf(takes[at]!, like))
  return word.includes(-1) ? undefined : word
}

const letterOf = (take: readonly boolean[], like: number): number => (take[like] ? like : take.indexOf(true))

/** How many ways are open after each character of a text, where a new try begins at each (`search`) or at the first alone. */
export function waysAlong({ takes, first, next }: Paths, text: readonly number[], search: boolean): number[] {
  let now = new Map(first)
  return text.map((letter) => {
    const then = new Map<number, number>()
    let open = 0
    for (const [place, ways] of now) {
      if (!takes[place]![letter]) continue
      open += ways
      for (const [after, more] of next[place]!) then.set(after, Math.min(1e9, (then.get(after) ?? 0) + ways * more))
    }
    if (search) for (const [place, more] of first) then.set(place, (then.get(place) ?? 0) + more)
    now = then
    return open
  })
}
