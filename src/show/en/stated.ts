import type { Coverage } from '../../model/coverage.ts'
import { sayDoubt } from './doubt.ts'

/**
 * Who states how far a list goes, what puts it in doubt, and the note on it: "as stated by the compilers of the atlas. Definition: UNSD M49".
 * No full stop at its end.
 */
export function statedBy({ by, note, doubts }: Pick<Coverage, 'by' | 'note' | 'doubts'>): string {
  const doubt = doubts?.length ? `; it is ${unstopped(sayDoubt(doubts))}` : ''
  return `as stated by ${stater(by)}${doubt}${note ? `. ${unstopped(note)}` : ''}`
}

/** A name as it stands inside a sentence: "The compilers" begin with a small letter there. */
export const stater = (by: string): string => by.replace(/^The /, 'the ')

/** Words without the full stop that their sentence will have. */
export const unstopped = (text: string): string => text.trim().replace(/(?<!\.)\.$/, '')
