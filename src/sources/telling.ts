import { Fact, type NewFact } from '../model/fact.ts'
import type { EntityId } from '../model/ids.ts'
import type { NamedEntity } from './names-row.ts'
import type { Finding, Told } from './source.ts'

/** Facts as an importer writes them: what the schema adds may be left out. */
export type Draft = Omit<NewFact, 'telling' | 'modality' | 'standing'> & Partial<NewFact>

export const nothingTold = (): Told => ({
  sources: [],
  facts: [],
  coverage: [],
  names: [],
  ballots: [],
  findings: [],
  rows: 0,
})

/** A fact with what is left out filled in as the schema does, so that packs and pulls keep the same content. */
export const factOf = ({ note, ...draft }: Draft): NewFact => ({
  telling: 'yes',
  modality: 'happened',
  standing: 'data',
  ...draft,
  ...(note && { note }),
})

/** Files a draft, or a finding where its time is no time: an end before its start, a 30 February. */
export function tellFact(told: Told, draft: Draft, file: string): void {
  const fact = factOf(draft)
  if (fact.when === undefined || Fact.shape.when.safeParse(fact.when).success) told.facts.push(fact)
  else told.findings.push(badTime(fact, file))
}

const badTime = (fact: NewFact, file: string): Finding => {
  const [from = '', to = ''] = (fact.when ?? '').split('/')
  const kind = to !== '' && to < from ? 'end-before-start' : 'no-such-day'
  return { kind, file, locator: fact.cite.locator, message: `${fact.when} is no time; the fact is left out` }
}

/** A span of days as EDTF: one day when both are the same, open where the end is not told. */
export const spanOf = (from: string, to: string): string => (from === to ? from : `${from}/${to}`)

/** Names once each, with every alias that was told. */
export function namesOf(told: readonly { id: EntityId; label: string; alias?: string }[]): NamedEntity[] {
  const groups = Map.groupBy(told, ({ id }) => id)
  return [...groups].map(([id, same]) => {
    const { label } = same[0]!
    const aliases = new Set(same.flatMap((one) => [one.label, one.alias ?? label]))
    return { id, label, aliases: [...aliases].filter((alias) => alias !== label) }
  })
}

/** Facts told once: rows with the same content under other locators are one telling that names them all. */
export function folded(facts: readonly NewFact[], key: (fact: NewFact) => string): NewFact[] {
  return [...Map.groupBy(facts, key).values()].map((same) => ({
    ...same[0]!,
    cite: { ...same[0]!.cite, locator: [...new Set(same.map(({ cite }) => cite.locator))].join('; ') },
  }))
}
