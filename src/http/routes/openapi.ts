import type { Api } from '../api.ts'
import { DOCS_CSS, docsPage } from '../docs-page.ts'
import type { Routes } from '../routes.ts'
import { routeName, scopeOf } from '../scopes.ts'

const ABOUT = {
  openapi: '3.1.0',
  info: { title: 'Chancery', version: '1', description: 'The record of relations between states.' },
}

/** What the routes are, as OpenAPI 3.1 made of their schemas, with the scope that each demands beyond this machine. */
export function described(api: Api) {
  const document = api.getOpenAPI31Document(ABOUT)
  for (const [path, methods] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(methods))
      (operation as { security?: unknown }).security = [{ token: [scopeOf(routeName(method.toUpperCase(), path))] }]
  const token = { type: 'http', scheme: 'bearer', description: 'Beyond this machine: a token of chancery token add' }
  return { ...document, components: { ...document.components, securitySchemes: { token } } }
}

export const openapi: Routes = (api) => {
  let made: string | undefined
  api.get('/api/openapi.json', (c) => {
    made ??= JSON.stringify(described(api))
    return c.body(made, 200, { 'content-type': 'application/json' })
  })
  let page: string | undefined
  api.get('/api/docs', (c) => {
    page ??= docsPage(described(api))
    return c.html(page)
  })
  api.get('/api/docs.css', (c) => c.body(DOCS_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }))
}
