import type { Api } from './api.ts'
import { check } from './routes/check.ts'
import type { Services } from './services.ts'

/** One group of routes: a file each in `routes/`, named in the table below. */
export type Routes = (api: Api, services: Services) => void

export const ROUTES: readonly Routes[] = [check]
