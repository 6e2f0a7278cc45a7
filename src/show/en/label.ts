import { labelOf, occupant } from '../../atlas/index.ts'
import { classOf, type EntityId, nameOf } from '../../model/ids.ts'
import type { Day } from '../../model/when.ts'

/** How our own voice calls an entity; with a day, by the name that a state bore then. */
export type Label = (id: EntityId, day?: Day) => string

/** Names by id, as a ledger has them. */
type Known = Pick<ReadonlyMap<EntityId, string>, 'get'>

/** Names of the ledger first, then the atlas, then the id itself made readable. */
export const labels =
  (known: Known): Label =>
  (id, day) => {
    const kind = classOf(id)
    if (kind === 'seat') return labelOf(occupant(id, day) ?? `state:${nameOf(id)}`, day) ?? nameOf(id)
    if (kind === 'office') return officeLabel(id, known)
    if (kind === undefined) return id
    return known.get(id) ?? inAtlas(id, day) ?? (kind === 'person' ? ofSlug(nameOf(id)) : titled(nameOf(id), kind))
  }

/** The atlas gives the id itself for whom it does not know. */
function inAtlas(id: EntityId, day?: Day): string | undefined {
  const found = labelOf(id, day)
  return found === nameOf(id) ? undefined : found
}

/** An id that is made of a name alone tells it; one that tells two of a name apart is no name. */
const ofSlug = (slug: string): string =>
  /^\p{L}{2,}(?:-\p{L}+)*$/u.test(slug) ? titled(slug, 'person') : 'a person without a name here'

function officeLabel(id: EntityId, known: Known): string {
  const [title = '', holder = ''] = nameOf(id).split('/')
  const name =
    inAtlas(`state:${holder}`) ?? inAtlas(`body:${holder}`) ?? known.get(`body:${holder}`) ?? titled(holder, 'body')
  return `${title.replace(/-/g, ' ')} of ${definite(name)}`
}

/** A people that has no state's name: told by what they are. */
const COMMON = /^(?:refugee|migrant|immigrant|student|worker|citizen|national|expatriate)/
const titled = (slug: string, kind: string): string =>
  kind === 'people' || kind === 'group'
    ? slug.replace(/-/g, ' ').replace(/^\p{L}/u, (c) => (kind === 'people' && !COMMON.test(slug) ? c.toUpperCase() : c))
    : slug.replace(/(^|-)(\p{L})/gu, (_, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase())

const WITH_ARTICLE =
  /^(United |Netherlands|Philippines|Bahamas|Maldives|Gambia|Comoros|Seychelles|Marshall Islands|Solomon Islands|Cook Islands|Soviet Union|Holy See|Czech Republic|Dominican Republic|Central African|Democratic Republic|Republic of|Union of|Kingdom of|State of|European Union|African Union|Arab League|Organization)/

/** A name as it stands inside a sentence: "the United States", "Cuba". */
export const definite = (name: string): string => (WITH_ARTICLE.test(name) ? `the ${name}` : name)

/** "A, B and C"; more than `most` are counted: "A, B and 5 others". */
export function listed(names: readonly string[], most = 12): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} others`] : names
  return shown.length < 2 ? (shown[0] ?? 'nobody') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
