import type { Briefing } from '../../../src/show/views/briefing.ts'

/** What a briefing is asked for, as its address tells it; `since` is empty where no differences are wanted. */
export interface Asked {
  a: string
  b: string
  on: string
  names: string
  since: string
}

/** What is sent for it: an issue that was kept goes before a day. */
export const bodyOf = ({ since, ...asked }: Asked, issue: Briefing | undefined) => ({
  ...asked,
  ...(issue ? { since: issue } : since && { since }),
})
