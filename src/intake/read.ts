import { charsetOf, declaredIn, decode } from './charset.ts'
import type { Extract, Form, Hint } from './extract.ts'
import { readMarkdown } from './markdown.ts'

/** A file to be read, and what is known of it. */
export interface Job {
  form: Form
  bytes: Uint8Array
  hint: Hint
}

/** Text by its bytes, with the encoding that a server, the page or an XML declaration says. */
const textOf = ({ bytes, hint }: Job): string =>
  decode(bytes, hint.name, charsetOf(hint.type) ?? declaredIn(bytes)).text

/** Loads what reads a form, so that the time of a job is its own. */
export async function readerOf(form: Form): Promise<(job: Job, done: () => void) => Promise<Extract[]>> {
  switch (form) {
    case 'html': {
      const { readHtml } = await import('./html.ts')
      return async (job) => [readHtml(textOf(job), job.hint.name)]
    }
    case 'feed': {
      const { readFeed } = await import('./feed.ts')
      return async (job) => readFeed(textOf(job), job.hint.name)
    }
    case 'docx': {
      const { readDocx } = await import('./docx.ts')
      return async ({ bytes, hint }) => [readDocx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), hint.name)]
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf.ts')
      return async ({ bytes, hint }, done) => [await readPdf(bytes, hint.name, done)]
    }
    case 'markdown':
      return async (job) => [readMarkdown(textOf(job))]
    case 'text':
      return async (job) => [{ text: textOf(job) }]
  }
}
