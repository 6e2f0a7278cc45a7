import type { Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import type { Label } from './en/label.ts'
import { sayFact } from './en/say.ts'
import { dates } from './en/time.ts'
import { harmless } from './harmless.ts'
import { wrap } from './wrap.ts'

interface Report {
  id: string
  names: readonly string[]
  facts: readonly {
    kind: string
    facts: readonly { fact: Fact; history: readonly { at: string; by: string; act: string }[] }[]
  }[]
  articles: readonly { id: string; title?: string; date?: string }[]
  sources: ReadonlyMap<string, Source>
}

/** All that is on record of a person: names, facts with their sources and ids, what was done to them, and articles. */
export function personText(report: Report, label: Label, width: number, strong: (text: string) => string): string {
  const { id, names, facts, articles, sources } = report
  const count = facts.reduce((sum, of) => sum + of.facts.length, 0)
  const known = names.length > 1 ? [`also told as ${names.slice(1).join(', ')}`] : []
  const out = [
    strong(`${names[0] ?? id} (${id})`),
    ...known.flatMap((l) => wrap(l, width)),
    `${count} facts, ${articles.length} articles`,
  ]
  for (const { kind, facts: of } of facts) {
    out.push('', strong(kind))
    for (const { fact, history } of of) {
      const source = sources.get(fact.cite.source)
      const where = [source?.title ?? fact.cite.source, fact.cite.locator, fact.cite.url].filter(Boolean).join(', ')
      const done = history.at(-1)
      const acts = done ? `; ${done.act} ${done.at.slice(0, 10)} by ${done.by}` : ''
      const standing = fact.standing === 'reported' ? ' (reported, not accepted)' : ''
      out.push(
        ...wrap(
          `${fact.when ? dates(fact.when) : 'undated'}: ${sayFact(fact, label, false)}${standing}`,
          width - 2,
        ).map((l) => `  ${l}`),
      )
      out.push(...wrap(harmless(`${where}${acts}; ${fact.id}`), width - 6).map((l) => `      ${l}`))
    }
  }
  if (articles.length)
    out.push(
      '',
      strong('Articles that name the person'),
      ...articles.map((a) => `  ${a.date ?? 'undated'}  ${a.title ?? ''}  ${a.id}`),
    )
  out.push(
    '',
    ...wrap(
      'Of named persons no religion, ethnicity or health is kept. What is wrong is rejected (chancery reject ID) or taken out for good (chancery redact ID --why REASON, of a fact or of the person).',
      width,
    ),
  )
  return `${out.join('\n')}\n`
}
