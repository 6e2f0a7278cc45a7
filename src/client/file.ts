/** A file to be kept as it came. */
export interface FileView {
  name: string
  /** Its media type. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
  /** What is to be said of it besides, as of a placeholder of a template that is none. */
  said?: string
}

/** A file as it stands among events. */
interface Carried {
  name?: string
  type: string
  base64: string
  said?: string
}

/** The file of a response. */
export async function fileIn(response: Response): Promise<FileView> {
  const { headers } = response
  const said = decodeURIComponent(headers.get('x-chancery-said') ?? '')
  return {
    name: /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '',
    type: headers.get('content-type') ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
    ...(said && { said }),
  }
}

/** The file that the last of a stream of events brings. */
export function fileOf({ name = '', type, base64, said }: Carried): FileView {
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
  return { name, type, bytes, ...(said && { said }) }
}

/** As many at once as a call takes arguments everywhere. */
const PART = 0x8000

export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PART) text += String.fromCharCode(...bytes.subarray(at, at + PART))
  return btoa(text)
}
