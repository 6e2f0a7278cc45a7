import { escapeHtml } from '../show/files/escape.ts'

// biome-ignore lint/suspicious/noExplicitAny: a description as OpenAPI has it, walked as far as it goes.
type Any = any

/** The page that tells what the routes are, made of their description: no script, nothing from elsewhere. */
export function docsPage(document: Any): string {
  const operations = Object.entries(document.paths as Record<string, Any>).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Any>).map(([method, about]) => ({ path, method, about })),
  )
  operations.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.method < b.method ? -1 : 1))
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Chancery: the API</title><link rel="stylesheet" href="/api/docs.css"></head>
<body><main><h1>The API of Chancery</h1>
<p>HTTP with JSON, described by OpenAPI 3.1 in <a href="/api/openapi.json">openapi.json</a>. Every refusal is
<code>application/problem+json</code>. On this machine no token is needed; beyond it each route says which scope it demands.</p>
<nav aria-label="Routes"><ul>${operations.map(link).join('\n')}</ul></nav>
${operations.map((one) => operation(one, document)).join('\n')}
</main></body></html>
`
}

interface Operation {
  path: string
  method: string
  about: Any
}

const anchor = ({ method, path }: Operation): string => `${method}${path.replace(/[^\w]+/g, '-')}`
const link = (one: Operation): string =>
  `<li><a href="#${anchor(one)}"><code>${one.method.toUpperCase()} ${escapeHtml(one.path)}</code></a></li>`

function operation(one: Operation, document: Any): string {
  const { method, path, about } = one
  const scope = about.security?.[0]?.token?.[0] ?? 'admin'
  return `<section id="${anchor(one)}"><h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(about.summary ?? '')}. <small>Scope: ${escapeHtml(scope)}</small></p>
${table('Parameters', (about.parameters ?? []).map(parameter))}
${table('Body', bodyRows(about.requestBody, document))}
<p>Answer: ${escapeHtml(about.responses?.['200']?.description ?? 'as described')}.</p></section>`
}

type Row = [name: string, type: string, needed: boolean, note: string]

const parameter = ({ name, in: where, schema, required, description }: Any): Row => [
  `${name} (${where})`,
  typeOf(schema, {}),
  required === true,
  description ?? schema?.description ?? '',
]

function bodyRows(requestBody: Any, document: Any): Row[] {
  const [type, content] = Object.entries((requestBody?.content ?? {}) as Record<string, Any>)[0] ?? []
  if (!type) return []
  const schema = resolved(content.schema, document)
  const fields = Object.entries((schema?.properties ?? {}) as Record<string, Any>)
  const needed = new Set<string>(schema?.required ?? [])
  return fields.map(([name, of]) => [name, typeOf(of, document), needed.has(name), of.description ?? ''])
}

function table(title: string, rows: readonly Row[]): string {
  if (!rows.length) return ''
  const lines = rows.map(
    ([name, type, needed, note]) =>
      `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(type)}</td>` +
      `<td>${needed ? 'needed' : ''}</td><td>${escapeHtml(note)}</td></tr>`,
  )
  return `<table><caption>${title}</caption><tbody>${lines.join('\n')}</tbody></table>`
}

const resolved = (schema: Any, document: Any): Any =>
  typeof schema?.$ref === 'string' ? document.components?.schemas?.[schema.$ref.split('/').at(-1)] : schema

const DEEPEST = 4
/** A schema in a few words. */
function typeOf(given: Any, document: Any, depth = 0): string {
  const schema = resolved(given, document)
  if (!schema || depth > DEEPEST) return 'any'
  if (schema.enum) return schema.enum.map((one: unknown) => JSON.stringify(one)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((one: Any) => typeOf(one, document, depth + 1)).join(' | ')
  if (schema.type === 'array') return `list of ${typeOf(schema.items, document, depth + 1)}`
  const named = typeof given.$ref === 'string' ? given.$ref.split('/').at(-1) : undefined
  const format = schema.format ? ` (${schema.format})` : ''
  const preset = schema.default === undefined ? '' : `, ${JSON.stringify(schema.default)} unless given`
  return `${named ?? schema.type ?? 'any'}${format}${preset}`
}

export const DOCS_CSS = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 60rem; padding: 1rem }
h2 { font-size: 1.1rem; margin-top: 2.5rem; overflow-wrap: anywhere }
nav ul { columns: 24rem auto; list-style: none; padding: 0 }
table { border-collapse: collapse; display: block; overflow-x: auto }
caption { font-weight: bold; text-align: start }
th, td { border-block-start: 1px solid; padding: .25rem .75rem .25rem 0; text-align: start; vertical-align: top; font-weight: normal }
`
