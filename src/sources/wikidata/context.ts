import { type EntityId, personId, slug } from '../../model/ids.ts'
import type { Finding } from '../source.ts'
import type { Draft } from '../telling.ts'
import type { Row } from './answer.ts'
import { stateOfItem } from './states.ts'
import { type BadTime, itemOf, labelOf, type Snak, timeOf } from './value.ts'

export const SOURCE = 'wikidata'

/** What the telling of answers has found so far, and whom it has named. */
export class Context {
  readonly drafts: Draft[] = []
  readonly findings: Finding[] = []
  readonly #names = new Map<EntityId, string>()
  readonly #items = new Map<EntityId, string>()
  readonly #said = new Set<string>()

  find(kind: string, file: string, locator: string | undefined, message: string): void {
    const key = `${kind} ${message}`
    if (this.#said.has(key)) return
    this.#said.add(key)
    this.findings.push({ kind, file, ...(locator && { locator }), message })
  }

  /** The state in a variable; what stands in the way is a finding. */
  state(row: Row, name: string, file: string): EntityId | undefined {
    const item = itemOf(row, name)
    if (item?.is !== 'value') return undefined
    const found = stateOfItem(item.value, labelOf(row, name))
    if ('state' in found) return found.state
    this.find(found.fault, file, item.value, `${found.message}: nothing is filed for it`)
    return undefined
  }

  /** The person in a variable. Two items of one name are two persons: the second keeps its number. */
  person(row: Row, name: string, file: string): EntityId | undefined {
    const item = itemOf(row, name)
    if (item?.is !== 'value') return undefined
    const label = labelOf(row, name)
    if (!label || !slug(label)) {
      this.find('no-label', file, item.value, `${item.value} has no English name: nothing is filed for it`)
      return undefined
    }
    const plain = personId(label)
    const id = (this.#items.get(plain) ?? item.value) === item.value ? plain : `${plain}-${item.value.toLowerCase()}`
    this.#items.set(id, item.value)
    this.#names.set(id, label)
    return id
  }

  named(id: EntityId, label: string): void {
    this.#names.set(id, label)
  }

  names(): { id: EntityId; label: string }[] {
    return [...this.#names].map(([id, label]) => ({ id, label }))
  }

  /** A time that can be taken; where it is told otherwise, a finding. `undefined` also where nothing is told. */
  time(row: Row, name: string, file: string, locator: string): Snak<{ when: string; julian?: true }> {
    const found = timeOf(row, name)
    if (found?.is !== 'value') return found
    if (typeof found.value !== 'string') return { is: 'value', value: found.value }
    const text = row[name]?.value ?? ''
    this.find(found.value, file, locator, `${locator}: ${WHY[found.value]} (${text}): the time is left open`)
    return undefined
  }

  tell(draft: Omit<Draft, 'cite'>, locator: string, item: string, note?: string): void {
    const cite = { source: SOURCE, url: `https://www.wikidata.org/wiki/${item}`, locator }
    this.drafts.push({ ...draft, ...(note && { note }), cite })
  }
}

const WHY: Readonly<Record<BadTime, string>> = {
  'unknown-precision': 'it is not told how exact the time is',
  'before-our-calendar': 'the time lies before the year 1',
  'no-such-day': 'the time is none',
}

export const when = (time: Snak<{ when: string }>): string | undefined =>
  time?.is === 'value' ? time.value.when : undefined

/** "Told in the Julian calendar", where one of the times is. */
export const julian = (...times: Snak<{ when: string; julian?: true }>[]): string | undefined =>
  times.some((t) => t?.is === 'value' && t.value.julian)
    ? 'Told in the Julian calendar; the day is given in the Gregorian one.'
    : undefined

/** A span of times as EDTF, the first point of its start to the last of its end; empty ends stay open. */
export const spell = (from: string | undefined, to: string | undefined): string =>
  `${from?.split('/')[0] ?? ''}/${to?.split('/').at(-1) ?? ''}`
