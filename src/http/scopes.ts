import type { Scope } from '../keep/access.ts'

/**
 * What each route demands where tokens are demanded: the one place that says so. A route that does not stand here is for `admin` alone,
 * and the tests find it. `POST` routes of `read` keep nothing of what they are given.
 */
export const ROUTE_SCOPES: Readonly<Record<string, Scope>> = {
  'GET /api/ask/examples': 'read',
  'GET /api/ask/link': 'read',
  'GET /api/changes': 'read',
  'GET /api/decisions': 'read',
  'GET /api/dossier/{a}/{b}': 'read',
  'GET /api/entities': 'read',
  'GET /api/entity/{id}': 'read',
  'GET /api/document/{id}': 'read',
  'GET /api/documents': 'read',
  'GET /api/examples': 'read',
  'GET /api/fact/{id}': 'read',
  'GET /api/me': 'read',
  'GET /api/names': 'read',
  'GET /api/docs': 'read',
  'GET /api/docs.css': 'read',
  'GET /api/openapi.json': 'read',
  'GET /api/pair/{a}/{b}': 'read',
  'GET /api/pair/{a}/{b}/rolls': 'read',
  'GET /api/panel.zip': 'read',
  'GET /api/roll/{id}': 'read',
  'GET /api/rolls': 'read',
  'GET /api/sources': 'read',
  'DELETE /mcp': 'read',
  'GET /mcp': 'read',
  'GET /metrics': 'read',
  'POST /mcp': 'read',
  'GET /reconcile': 'read',
  'GET /reconcile/preview': 'read',
  'GET /reconcile/suggest/{of}': 'read',
  'POST /api/ask': 'read',
  'POST /api/ask/data': 'read',
  'POST /api/briefing': 'read',
  'POST /api/briefing/file': 'read',
  'POST /api/check': 'read',
  'POST /api/export': 'read',
  'POST /api/open': 'read',
  'POST /api/read': 'read',
  'GET /api/watches': 'read',
  'POST /reconcile': 'read',
  'POST /api/decisions': 'review',
  'POST /api/keep': 'review',
  'DELETE /api/watches/{id}': 'review',
  'POST /api/watches': 'review',
  'POST /api/watches/run': 'review',
  'POST /api/found': 'review',
  'POST /api/review': 'review',
  'POST /api/review/undo': 'review',
  'POST /api/same': 'review',
  'POST /api/same/undo': 'review',
  'POST /api/whole': 'review',
  'POST /api/table': 'admin',
}

/** The name of a route as the description has it: `GET /api/pair/{a}/{b}` of Hono's `/api/pair/:a/:b`. */
export const routeName = (method: string, path: string): string =>
  `${method === 'HEAD' ? 'GET' : method} ${path.replace(/:(\w+)(?:\{[^}]{0,100}\})?/g, '{$1}')}`

export const scopeOf = (name: string): Scope => (Object.hasOwn(ROUTE_SCOPES, name) ? ROUTE_SCOPES[name]! : 'admin')
