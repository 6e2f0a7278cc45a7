/** A file of the page as it is sent. */
export interface WebFile {
  type: string
  /** Strong: a hash of the content. */
  etag: string
  body: Uint8Array
  /** Compressed, where that is shorter. */
  brotli?: Uint8Array
  gzip?: Uint8Array
}

/** The built page by path (`/index.html`, `/assets/…`). */
export type WebFiles = ReadonlyMap<string, WebFile>
