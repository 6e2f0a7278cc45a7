import type { Document } from '../model/claim.ts'

/** What a file or page holds as an article: its text, and what it says of itself. */
export type Extract = Pick<Document, 'text' | 'title' | 'date' | 'outlet' | 'language' | 'source'> & {
  /** What the text was taken from, where that is only a part of the file: an entry of a feed. */
  part?: { type: string; content: string }
}

/** The forms in which an article comes. */
export const FORMS = ['text', 'markdown', 'html', 'pdf', 'docx', 'feed'] as const
export type Form = (typeof FORMS)[number]

/** What is known of bytes besides themselves. */
export interface Hint {
  /** A path or an address, for its ending and for messages. */
  name: string
  /** The media type that a server or an archive gave, with its parameters. */
  type?: string
}

/** The longest text that is an article, in bytes of UTF-8: longer than a long novel, which would be read for minutes. */
export const LONGEST_TEXT = 2 * 1024 * 1024
/** The longest file of which a text is taken, in bytes. */
export const LONGEST_FILE = 32 * 1024 * 1024

/** Without what is not known; a text stays, also where there is none of it. */
export function known<T extends object>(fields: T): T {
  const told = Object.entries(fields).filter(
    ([name, value]) => name === 'text' || (value !== undefined && value !== ''),
  )
  return Object.fromEntries(told) as T
}
