import type { Briefing } from '../../../src/show/views/briefing.ts'
import type { OwnNames } from './names.tsx'

/** What a briefing is asked for, as its address tells it; `since` is empty where no differences are wanted. */
export interface Asked {
  a: string
  b: string
  on: string
  /** An authority, or `own`. */
  names: string
  since: string
}

/** What is sent for it: an issue that was kept goes before a day, and a list of one's own in the place of an authority. */
export const bodyOf = ({ since, names, ...asked }: Asked, issue: Briefing | undefined, own: OwnNames | undefined) => ({
  ...asked,
  ...(names === 'own' ? own && { ownNames: own.text, ownNamesFile: own.file } : { names }),
  ...(issue ? { since: issue } : since && { since }),
})
