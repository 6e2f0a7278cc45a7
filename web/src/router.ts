import { useLayoutEffect, useState } from 'preact/hooks'
import { VIEWS, type ViewRoute } from './routes.ts'

export interface Place {
  route?: ViewRoute
  params: Record<string, string>
  query: URLSearchParams
  path: string
}

/** The view of an address; `route` is absent where there is none. */
export function placeOf({ pathname, search }: { pathname: string; search: string }): Place {
  const query = new URLSearchParams(search)
  for (const route of VIEWS) {
    const params = match(route.path, pathname)
    if (params) return { route, params, query, path: pathname }
  }
  return { params: {}, query, path: pathname }
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.replace(/(.)\/$/, '$1').split('/')]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [i, piece] of wanted.entries()) {
    if (piece.startsWith(':')) params[piece.slice(1)] = decoded(given[i]!)
    else if (piece !== given[i]) return undefined
  }
  return params
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece)
  } catch {
    return piece
  }
}

const MOVED = 'chancery:moved'

/** Goes to an address of this page; with `replace`, without a step to go back to. */
export function go(address: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
  dispatchEvent(new Event(MOVED))
}

/** Where the page is; told anew whenever that changes. */
export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(location))
  useLayoutEffect(() => {
    const moved = () => setPlace(placeOf(location))
    addEventListener('popstate', moved)
    addEventListener(MOVED, moved)
    return () => {
      removeEventListener('popstate', moved)
      removeEventListener(MOVED, moved)
    }
  }, [])
  return place
}

/** Follows links within the page without loading it anew. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  const link = (event.target as Element | null)?.closest?.('a')
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  if (link.pathname.startsWith('/api/') || (link.hash && link.pathname === location.pathname)) return
  event.preventDefault()
  go(link.pathname + link.search + link.hash)
}
