import type { Article } from './article.ts'
import { distinct, type Entity, personEntity } from './entity.ts'

/** Who speaks in a transcript, each once. */
export const turnSpeakers = (article: Article): Entity[] =>
  distinct(article.quotations.flatMap((q) => (q.label ? labelled(article, q.label) : [])))

/** The person whose surname ends a transcript's label. */
export function labelled(article: Article, label: string): Entity[] {
  const last = label.trim().split(' ').at(-1)!.toLowerCase()
  const person = article.mentions.persons.all.find((p) => p.label.toLowerCase().split(' ').includes(last))
  return person ? [personEntity(person, { start: 0, end: 0 })] : []
}
