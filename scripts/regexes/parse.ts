/** A regular expression as a tree. `set` is the text of one atom that takes one character: `a`, `\d`, `[^"]`, `.`. */
export type Node =
  | { is: 'set'; text: string }
  | { is: 'seq'; of: Node[] }
  | { is: 'either'; of: Node[] }
  | { is: 'repeat'; of: Node; min: number; max: number; lazy: boolean }
  | { is: 'group'; of: Node; n: number; name?: string }
  | { is: 'look'; of: Node; behind: boolean; not: boolean }
  | { is: 'edge'; edge: '^' | '$' | 'b' | 'B' }
  | { is: 'again'; of: number | string }

/** Reads the source of a regular expression that JavaScript takes; flags `u` and `v` only change what an atom's text means. */
export function parse(source: string): Node {
  let at = 0
  let groups = 0
  const eat = (text: string): boolean => {
    if (!source.startsWith(text, at)) return false
    at += text.length
    return true
  }
  /** What stands here and fits a sticky pattern. */
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) at += match[0].length
    return match
  }

  function either(): Node {
    const of = [seq()]
    while (eat('|')) of.push(seq())
    return of.length > 1 ? { is: 'either', of } : of[0]!
  }

  function seq(): Node {
    const of: Node[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') of.push(repeated(atom()))
    return { is: 'seq', of }
  }

  function repeated(of: Node): Node {
    const found = take(/\*|\+|\?|\{(\d+)(,(\d*))?\}/uy)
    if (!found) return of
    const [sign, least, comma, most] = found
    const lazy = eat('?')
    if (sign === '*') return { is: 'repeat', of, min: 0, max: Infinity, lazy }
    if (sign === '+') return { is: 'repeat', of, min: 1, max: Infinity, lazy }
    if (sign === '?') return { is: 'repeat', of, min: 0, max: 1, lazy }
    const max = comma ? (most ? Number(most) : Infinity) : Number(least)
    return { is: 'repeat', of, min: Number(least), max, lazy }
  }

  function close(node: Node): Node {
    if (!eat(')')) throw new SyntaxError(`no end of a group in /${source}/`)
    return node
  }

  function group(): Node {
    for (const [sign, behind, not] of LOOKS) if (eat(sign)) return close({ is: 'look', of: either(), behind, not })
    if (take(/\?[a-z]*(?:-[a-z]+)?:/uy)) return close(either())
    const name = take(/\?<([^>]+)>/uy)?.[1]
    const n = ++groups
    return close({ is: 'group', of: either(), n, ...(name && { name }) })
  }

  function atom(): Node {
    if (eat('(')) return group()
    if (eat('^')) return { is: 'edge', edge: '^' }
    if (eat('$')) return { is: 'edge', edge: '$' }
    const start = at
    if (eat('[')) {
      for (let depth = 1; depth > 0; at++) {
        if (at >= source.length) throw new SyntaxError(`no end of a class in /${source}/`)
        if (source[at] === '\\') at++
        else if (source[at] === ']') depth--
      }
      return { is: 'set', text: source.slice(start, at) }
    }
    if (eat('\\')) return escaped(start)
    at += source.codePointAt(at)! > 0xffff ? 2 : 1
    return { is: 'set', text: source.slice(start, at) }
  }

  function escaped(start: number): Node {
    const edge = take(/[bB]/uy)?.[0]
    if (edge) return { is: 'edge', edge: edge as 'b' }
    const number = take(/[1-9]\d*/uy)?.[0]
    if (number) return { is: 'again', of: Number(number) }
    const name = take(/k<([^>]+)>/uy)?.[1]
    if (name) return { is: 'again', of: name }
    const long = take(
      /[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|x[0-9a-fA-F]{2}|c[a-zA-Z]/uy,
    )
    if (!long) at += source.codePointAt(at)! > 0xffff ? 2 : 1
    return { is: 'set', text: source.slice(start, at) }
  }

  const tree = either()
  if (at < source.length) throw new SyntaxError(`more than is understood at ${at} of /${source}/`)
  return tree
}

const LOOKS = [
  ['?=', false, false],
  ['?!', false, true],
  ['?<=', true, false],
  ['?<!', true, true],
] as const

/** The atoms of a tree that take a character each. */
export function atoms(node: Node): string[] {
  if (node.is === 'set') return [node.text]
  if (node.is === 'seq' || node.is === 'either') return node.of.flatMap(atoms)
  if (node.is === 'edge' || node.is === 'again') return []
  return atoms(node.of)
}
