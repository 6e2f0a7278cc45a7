import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Found, type Syntax, syntaxOf, visit } from './find.ts'

/** What only a call knows, the name of an element say, is taken for a word of letters. */
const UNKNOWN = 'zq'

/** A pattern with its source. */
export type Known = Found & { source: string }

/**
 * The source of a pattern that code makes: its expression is evaluated with the constants of its module that it names, and those
 * that they name. Throws where that fails.
 */
export async function folded(root: string, found: Found): Promise<Known> {
  const { file, code, source, flags } = found
  if (source !== undefined) return { ...found, source, flags }
  const text = readFileSync(join(root, file), 'utf8')
  const names = namesIn(text, file)
  for (const name of boundAround(syntaxOf(file, text), code!.pattern.start)) names.delete(name)
  const needed = new Set<string>()
  const parts = [code!.pattern, ...(code!.flags ? [code!.flags] : [])]
  for (const part of parts) need(part, names, needed)
  const lines = [...needed].map((name) => names.get(name)?.(root) ?? `const ${name} = ${JSON.stringify(UNKNOWN)}`)
  const [pattern, given = "''"] = parts.map((part) => text.slice(part.start, part.end))
  const flagsKnown = `(${given}) === ${JSON.stringify(UNKNOWN)} ? '' : (${given}) || p.flags`
  const made = `{ const p = (${pattern}), r = new RegExp(p, ${flagsKnown}); out = [r.source, r.flags] }`
  const script = stripTypeScriptTypes([...new Set(lines), 'export let out', made].join('\n'))
  const { out } = await import(`data:text/javascript,${encodeURIComponent(script)}`)
  return { ...found, source: out[0], flags: out[1] }
}

type Names = Map<string, ((root: string) => string) & { syntax?: Syntax }>

/** How each name of a module's outermost scope comes about. */
function namesIn(text: string, file: string): Names {
  const names: Names = new Map()
  for (const statement of syntaxOf(file, text).body as Syntax[]) {
    const one = statement.type === 'ExportNamedDeclaration' ? (statement.declaration ?? statement) : statement
    if (one.type === 'ImportDeclaration' && one.importKind !== 'type') nameImports(one, file, names)
    const own = one.type === 'VariableDeclaration' ? one.declarations : one.type === 'FunctionDeclaration' ? [one] : []
    for (const { id } of own)
      visit(id, ({ type, name }) => {
        if (type === 'Identifier')
          names.set(
            name,
            Object.assign(() => text.slice(one.start, one.end), { syntax: one }),
          )
      })
  }
  return names
}

function nameImports({ source, specifiers }: Syntax, file: string, names: Names): void {
  const from = source.value as string
  for (const { imported, local } of specifiers as Syntax[])
    names.set(local.name, (root) => {
      const url = from.startsWith('.') ? pathToFileURL(join(root, dirname(file), from)).href : import.meta.resolve(from)
      return `import { ${imported?.name ?? 'default'} as ${local.name} } from ${JSON.stringify(url)}`
    })
}

/** What the functions around a place call their parameters and variables: only a call knows what these are. */
function boundAround(module: Syntax, at: number): string[] {
  const bound: string[] = []
  const bind = (part: unknown) => visit(part, ({ type, name }) => type === 'Identifier' && bound.push(name))
  visit(module, (node) => {
    if (!node.params || at < node.start || at >= node.end) return
    bind(node.params)
    visit(node.body, ({ type, id }) => type === 'VariableDeclarator' && bind(id))
  })
  return bound
}

/** Adds the names that an expression needs, those first on which others rest. */
function need(syntax: Syntax, names: Names, needed: Set<string>): void {
  const own = new Set<string>()
  const used = new Set<string>()
  visit(syntax, (node) => {
    if (node.type === 'MemberExpression' && !node.computed) node.property.type = 'Property name'
    if (node.type === 'Property' && !node.computed) node.key.type = 'Property name'
    for (const param of node.params ?? []) visit(param, (p) => p.type === 'Identifier' && own.add(p.name))
    if (node.type === 'VariableDeclarator') visit(node.id, (p) => p.type === 'Identifier' && own.add(p.name))
    if (node.type.startsWith('TS')) visit(node, (t) => t.type === 'Identifier' && own.add(t.name))
  })
  visit(syntax, ({ type, name }) => {
    if (type === 'Identifier' && !own.has(name) && !(name in globalThis)) used.add(name)
  })
  for (const name of used) {
    if (needed.has(name)) continue
    const inner = names.get(name)?.syntax
    if (inner && inner !== syntax) need(inner, names, needed)
    needed.add(name)
  }
}
