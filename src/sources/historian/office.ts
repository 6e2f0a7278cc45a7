import type { Source } from '../../model/coverage.ts'
import type { Licence } from '../source.ts'

export const OFFICE = 'Office of the Historian, United States Department of State'
export const VIEWPOINT = 'as recorded by the United States'
export const CC0: Licence = {
  name: 'CC0-1.0',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  exports: true,
}
export const SITE = 'https://history.state.gov'

/** A list of the Office of the Historian as a source. */
export const listOf = (id: string, title: string, page: string, asOf: string): Source => ({
  id,
  title,
  url: `${SITE}/${page}`,
  licence: 'CC0-1.0',
  viewpoint: VIEWPOINT,
  asOf,
  contact: `${OFFICE}: history@state.gov`,
})
