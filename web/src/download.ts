import { Refused } from './api.ts'

const KEPT_MS = 10_000

/** Has the browser save the bytes under a name. */
export function saved(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}

/** Posts JSON and has the browser save the file that comes back, under the name that the server gives it. Throws `Refused`. */
export async function download(path: string, body: unknown, otherwise: string): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  if (!response.ok) throw new Refused(await response.json())
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? otherwise
  saved(await response.blob(), name)
}
