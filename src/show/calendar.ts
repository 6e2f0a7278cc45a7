import type { Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import type { Label } from './en/label.ts'
import { sayFact } from './en/say.ts'
import { point } from './en/time.ts'
import { wrap } from './wrap.ts'

interface Anniversary {
  on: string
  years: number
  fact: Fact
}

export interface ShownAnniversary {
  on: string
  years: number
  say: string
  /** The tellings, the first of them with its address. */
  facts: string[]
  sources: string[]
  url?: string
}

/** Each anniversary in words, "75 years: Colombia and Israel established diplomatic relations, 1 July 1957"; the same words once. */
export function showAnniversaries(list: readonly Anniversary[], label: Label): ShownAnniversary[] {
  const said = list.map((one) => ({ ...one, say: sayFact(one.fact, label) }))
  return [...Map.groupBy(said, ({ on, say }) => `${on} ${say}`).values()].map((same) => {
    const { on, years, say, fact } = same[0]!
    return {
      ...{ on, years, say: `${years} ${years === 1 ? 'year' : 'years'}: ${say}` },
      facts: same.map((one) => one.fact.id),
      sources: [...new Set(same.map((one) => one.fact.cite.source))],
      ...(fact.cite.url && { url: fact.cite.url }),
    }
  })
}

type Sources = ReadonlyMap<string, Source>
const titled = (ids: readonly string[], sources: Sources): string =>
  ids.map((id) => sources.get(id)?.title ?? id).join('; ')

/** A line each, the day first; what is known by its month or year alone says no more. */
export function calendarText(list: readonly ShownAnniversary[], sources: Sources, width: number): string {
  const lines = list.flatMap((one) => {
    const [first = '', ...rest] = wrap(`${one.say} (${titled(one.sources, sources)})`, width - 20)
    return [`${point(one.on).padEnd(18)}  ${first}`, ...rest.map((line) => ' '.repeat(20) + line)]
  })
  return lines.length ? `${lines.join('\n')}\n` : 'No anniversary of what the ledger holds falls in this time.\n'
}

/** An iCalendar file (RFC 5545) of whole-day events. What is not known to the day is left out: a calendar could not say so. */
export async function calendarFile(
  list: readonly ShownAnniversary[],
  title: string,
  sources: Sources,
  today: string,
): Promise<{ text: string; omitted: number }> {
  const { default: ical } = await import('ical-generator')
  const dayed = list.filter((one) => one.on.length === 10)
  const calendar = ical({ name: title, prodId: { company: 'Chancery', product: 'anniversaries' } })
  for (const one of dayed) {
    calendar.createEvent({
      id: `${one.facts[0]!.replace('fact:', '')}-${one.on}@chancery`,
      start: new Date(`${one.on}T00:00:00`),
      stamp: new Date(`${today}T00:00:00Z`),
      allDay: true,
      summary: one.say,
      description: `As told by: ${titled(one.sources, sources)}`,
      ...(one.url && { url: one.url }),
    })
  }
  return { text: calendar.toString(), omitted: list.length - dayed.length }
}
