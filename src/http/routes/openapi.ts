import type { Routes } from '../routes.ts'

/** What the routes are, as OpenAPI 3.1 made of their schemas. */
export const openapi: Routes = (api) => {
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Chancery', version: '1', description: 'The record of relations between states.' },
  })
}
