import type { ComponentType } from 'preact'

/** What a view is given: the named pieces of its path, and its query. */
export interface ViewProps {
  params: Readonly<Record<string, string>>
  query: URLSearchParams
}

export interface ViewFile {
  default: ComponentType<ViewProps>
}

export interface ViewRoute {
  path: string
  /** What the header calls it; absent: it is reached by links alone. */
  name?: string
  load(): Promise<ViewFile>
}

/** Every view by its path: a file each, loaded when it is first shown. */
export const VIEWS: readonly ViewRoute[] = [
  { path: '/', name: 'Read', load: () => import('./views/read.tsx') },
  { path: '/pair', name: 'Pair', load: () => import('./views/pair.tsx') },
  { path: '/pair/:a/:b', load: () => import('./views/pair.tsx') },
  { path: '/roll', name: 'Roll call', load: () => import('./views/roll.tsx') },
  { path: '/roll/:id', load: () => import('./views/roll.tsx') },
  { path: '/briefing', name: 'Briefing', load: () => import('./views/briefing.tsx') },
  { path: '/briefing/:a/:b', load: () => import('./views/briefing.tsx') },
  { path: '/ask', name: 'Ask', load: () => import('./views/ask.tsx') },
  { path: '/research', name: 'Research', load: () => import('./views/research.tsx') },
  { path: '/sources', name: 'Sources', load: () => import('./views/sources.tsx') },
  { path: '/sources/watches', load: () => import('./views/watches.tsx') },
  { path: '/sources/history', load: () => import('./views/history.tsx') },
]
