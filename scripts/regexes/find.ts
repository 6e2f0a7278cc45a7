import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'

/** A regular expression in the project's code. */
export interface Found {
  file: string
  line: number
  /** Absent where the code makes it of parts: `code` makes them. */
  source?: string
  flags: string
  code?: Made
}

/** The arguments of `new RegExp`, as they stand. */
export interface Made {
  pattern: Syntax
  flags?: Syntax
}

/** A node of the syntax tree, as ESTree has it. */
export interface Syntax {
  type: string
  start: number
  end: number
  // biome-ignore lint/suspicious/noExplicitAny: each type of node has fields of its own.
  [field: string]: any
}

export const CODE = ['src/**/*.ts', 'web/src/**/*.{ts,tsx}', 'scripts/**/*.ts']
/** Methods that make a pattern of a text. */
const MAKERS = new Set(['match', 'matchAll', 'search'])

/** Every regular expression in the code under a folder, literals and those that are made, by file and line. */
export function findRegexes(root: string, patterns: readonly string[] = CODE): Found[] {
  return globSync([...patterns], { cwd: root })
    .sort()
    .flatMap((file) => regexesIn(file, readFileSync(join(root, file), 'utf8')))
}

export const syntaxOf = (file: string, text: string): Syntax =>
  parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Syntax

export function regexesIn(file: string, text: string): Found[] {
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length
  const found: Found[] = []
  visit(syntaxOf(file, text), (node) => {
    const at = { file, line: lineOf(node.start) }
    if (node.type === 'Literal' && node.regex)
      found.push({ ...at, source: node.regex.pattern, flags: node.regex.flags })
    const made = madeBy(node)
    if (made) found.push({ ...at, flags: '', code: made })
  })
  return found
}

function madeBy({ type, callee, arguments: given }: Syntax): Made | undefined {
  if (type !== 'NewExpression' && type !== 'CallExpression') return undefined
  const [pattern, flags] = given as Syntax[]
  if (!pattern || pattern.regex) return undefined
  if (callee.type === 'Identifier' && callee.name === 'RegExp') return { pattern, ...(flags && { flags }) }
  const method = callee.type === 'MemberExpression' && !callee.computed ? callee.property.name : ''
  const isText = pattern.type === 'TemplateLiteral' || (pattern.type === 'Literal' && typeof pattern.value === 'string')
  return MAKERS.has(method) && isText ? { pattern } : undefined
}

/** Calls for each node of a tree. */
export function visit(node: unknown, see: (node: Syntax) => void): void {
  const open = [node]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null || next instanceof RegExp) continue
    if ('type' in next && typeof next.type === 'string') see(next as Syntax)
    open.push(...Object.values(next))
  }
}
