import type { Named, Worded } from '../../model/claim.ts'
import { type Article, textOf } from '../article.ts'
import { entityOf, fillerOf, stateEntity } from '../entity.ts'

/** The names of an article, to be looked up by their words or by the label that a row prints. */
export interface Names {
  /** Somebody named in the article; `undefined` when the article names nobody so. */
  find(name: string): Named | undefined
  /** Words that stand in the article as given. */
  words(text: string): Worded | undefined
}

const keyOf = (text: string): string => text.trim().replace(/^the /i, '').replace(/\s+/g, ' ').toLowerCase()

export function namesOf(article: Article): Names {
  const known = new Map<string, Named>()
  const put = (key: string, named: Named) => void (known.has(keyOf(key)) || known.set(keyOf(key), named))
  for (const m of article.mentions.all) {
    const entity = entityOf(m)
    if (entity.of?.startsWith('state:')) {
      const { id, label } = stateEntity(entity.of, entity.span)
      put(label, { is: 'entity', id: id!, label, span: entity.span })
    }
    const filler = fillerOf(entity)
    if (filler.is !== 'entity') continue
    put(filler.label, filler)
    put(textOf(article, m), filler)
  }
  return {
    find: (name) => known.get(keyOf(name)),
    words(text) {
      const start = article.text.indexOf(text.trim())
      return start < 0 || !text.trim()
        ? undefined
        : { is: 'words', label: text.trim(), span: { start, end: start + text.trim().length } }
    },
  }
}
