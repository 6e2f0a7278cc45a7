import type { Name } from '../keep/port.ts'
import { MODALITIES, type NewFact, type Roles } from '../model/fact.ts'
import { classOf, type EntityId, nameOf, slug } from '../model/ids.ts'
import { definitionOf, type Kind, keyRoles } from '../model/kinds/index.ts'
import type { RoleDefinition } from '../model/kinds/kind.ts'
import { type Day, daysOf, EVER } from '../model/when.ts'
import type { Holders } from '../read/ports.ts'
import { officeOf, partyOfCell, personOfCell, type ReadCell, stateOfCell, wordsOfCell } from './import-cells.ts'
import type { Mapped } from './import-columns.ts'
import { type DateOrder, dateOf, type ReadDate, spanOf } from './import-dates.ts'
import type { TableRow } from './import-table.ts'
import { tellsPersonal } from './personal.ts'

/** What is wrong or doubtful with a row: `filed` says whether a fact was made of it all the same. */
export interface RowFinding {
  line: number
  kind: string
  message: string
  filed: boolean
  /** The row as it stands, where nothing of it is filed. */
  row?: Record<string, string>
}

export interface RowsOptions {
  source: string
  today: Day
  dates?: 'dmy' | 'mdy'
  holders: Holders
  /** For whom those act whom the table names and the ledger does not know. */
  homes: Map<string, EntityId>
}

const FAULTS = {
  'no-date': 'is no date that can be read: write 2022-05-10, 10 May 2022 or 2022',
  'no-such-day': 'is no day of the calendar',
  'end-before-start': 'ends before it begins',
} as const

/** Reads one row into a fact; what is wrong or doubtful of it is kept as findings. */
export class RowReader {
  readonly #row: TableRow
  readonly #kind: Kind
  readonly #mapping: readonly Mapped[]
  readonly #order: DateOrder
  readonly #options: RowsOptions
  readonly #findings: RowFinding[] = []
  readonly #names: Name[] = []
  #lost = false

  constructor(row: TableRow, kind: Kind, mapping: readonly Mapped[], order: DateOrder, options: RowsOptions) {
    this.#row = row
    this.#kind = kind
    this.#mapping = mapping
    this.#order = order
    this.#options = options
  }

  read(): { facts: NewFact[]; names: Name[]; findings: RowFinding[] } {
    const when = this.#when()
    const modality = this.#modality()
    const day = when ? daysOf(when)!.from : undefined
    this.#checkFuture(day, modality)
    const roles = this.#roles(day === EVER.from ? undefined : day)
    const nothing = { facts: [], names: [], findings: this.#findings }
    if (this.#lost) return { ...nothing, findings: this.#findings.map((f) => ({ ...f, filed: false })) }
    const fact = this.#fact(roles, when, modality)
    return { facts: [fact, ...this.#office(roles, when)], names: this.#names, findings: this.#findings }
  }

  #cells(role: string): string[] {
    return this.#mapping.flatMap((m, i) => (m.role === role && this.#row.cells[i] ? [this.#row.cells[i]!] : []))
  }
  #cell = (role: string): string => this.#cells(role)[0] ?? ''

  #find(kind: string, message: string, lost = false): void {
    this.#findings.push({ line: this.#row.line, kind, message, filed: !lost })
    if (lost) this.#lost = true
  }

  #when(): string | undefined {
    const told = this.#told()
    if (!told) return this.#undated()
    const { text, date } = told
    if ('fault' in date) {
      this.#find(date.fault, `${JSON.stringify(text)} ${FAULTS[date.fault]}`, true)
      return undefined
    }
    if (date.coarse)
      this.#find(
        'day-or-month',
        `${JSON.stringify(text)} may be two days: filed as ${date.when}; say --dates dmy or mdy`,
      )
    return date.when
  }

  #undated(): undefined {
    this.#find('undated', 'no date is told: shown in a dossier, and decides nothing')
  }

  #told(): { text: string; date: ReadDate } | undefined {
    const [when, start, end] = [this.#cell('when'), this.#cell('start'), this.#cell('end')]
    const read = (cell: string) => dateOf(cell, this.#order)
    if (when) return { text: end ? `${when} – ${end}` : when, date: spanOf(read(when), end ? read(end) : undefined) }
    if (start)
      return { text: end ? `${start} – ${end}` : start, date: spanOf(read(start), end ? read(end) : undefined) }
    const parts = [this.#cell('year'), this.#cell('month'), this.#cell('day')]
    if (!parts[0]) return end ? { text: end, date: read(end) } : undefined
    const known = parts.slice(0, parts[1] ? (parts[2] ? 3 : 2) : 1)
    const text = known.map((p, i) => (i ? p.padStart(2, '0') : p)).join('-')
    return { text, date: read(text) }
  }

  #modality(): NewFact['modality'] {
    const told = this.#cell('modality').toLowerCase()
    if (!told) return 'happened'
    const words: Record<string, NewFact['modality']> = {
      canceled: 'cancelled',
      completed: 'happened',
      done: 'happened',
      scheduled: 'planned',
      postponed: 'cancelled',
      yes: 'happened',
    }
    const found = MODALITIES.find((m) => m === told) ?? (Object.hasOwn(words, told) ? words[told] : undefined)
    if (found) return found
    this.#find('no-such-value', `status cannot be ${JSON.stringify(told)}: use ${MODALITIES.join(', ')}`, true)
    return 'happened'
  }

  #checkFuture(day: Day | undefined, modality: NewFact['modality']): void {
    const { today } = this.#options
    if (day && day > today && modality === 'happened')
      this.#find('in-the-future', `${day} lies after ${today}: give it the status planned, or another day`, true)
  }

  #roles(day: Day | undefined): Roles {
    const out: Roles = {}
    const home = this.#home(day)
    for (const [name, role] of Object.entries(definitionOf(this.#kind).roles)) {
      const values = this.#cells(name)
        .flatMap((cell) => (role.list ? cell.split(/;| and (?=\p{Lu})/u) : [cell]))
        .flatMap((cell) => {
          const read = this.#value(cell.trim(), name, role, home, day)
          if (read.doubt) this.#find(read.doubt.kind, read.doubt.message, read.value === undefined && role.key === true)
          if (read.value && read.label) this.#names.push({ id: read.value, label: read.label, aliases: [] })
          return read.value ?? []
        })
      if (values.length) out[name] = role.list ? [...new Set(values)] : values[0]!
    }
    if (this.#kind === 'visit' && !out.visitor && home) out.visitor = officeOf(this.#cell('title'), home) ?? home
    this.#checkWhole(out)
    return out
  }

  #home(day: Day | undefined): EntityId | undefined {
    const cell = this.#cell('from') || this.#cell('sender')
    return cell ? stateOfCell(cell, day).value : undefined
  }

  #value(cell: string, name: string, role: RoleDefinition, home: EntityId | undefined, day: Day | undefined): ReadCell {
    if (!cell) return {}
    const asked = { ...(home && { home }), ...(day && { day }) }
    if (role.holds === 'state') return stateOfCell(cell, day)
    if (role.holds === 'person' || role.holds === 'party') {
      const { holders } = this.#options
      if (role.holds === 'party') return this.#oneOf(partyOfCell(cell, asked, holders), home)
      return classOf(cell) === 'person' ? { value: cell } : this.#oneOf(personOfCell(cell, asked, holders), home)
    }
    return wordsOfCell(cell, name, role)
  }

  /** Two of one name who act for two states are two. */
  #oneOf(read: ReadCell, home: EntityId | undefined): ReadCell {
    const { homes } = this.#options
    if (!home || !read.value || !read.label) return read
    const known = homes.get(read.value) ?? home
    homes.set(read.value, known)
    return known === home ? read : { ...read, value: `${read.value}-${slug(nameOf(home))}` }
  }

  #checkWhole(roles: Roles): void {
    const lacking = keyRoles(this.#kind).filter((role) => roles[role] === undefined)
    const untold = lacking.filter((role) => !this.#cells(role).length)
    if (untold.length)
      this.#find('role-missing', `nothing is told of ${untold.join(', ')}, without which the fact is not known`, true)
    const { list } = definitionOf(this.#kind).roles.between ?? {}
    if (list && [roles.between].flat().length < 2 && !lacking.length)
      this.#find('one-party', 'one party alone is told', true)
    if (this.#kind === 'visit' && roles.from !== undefined && roles.from === roles.to)
      this.#find('own-state', 'the visitor comes from the state visited', true)
  }

  #fact(roles: Roles, when: string | undefined, modality: NewFact['modality']): NewFact {
    const quote = this.#kept('quote', this.#cell('quote'))
    const url = this.#cell('url')
    if (url && !/^https?:\/\//i.test(url))
      this.#find('no-address', `${JSON.stringify(url.slice(0, 80))} is no web address: left out`)
    const note = this.#note()
    const amount = this.#amount()
    return {
      ...{ kind: this.#kind, roles, ...(when && { when }) },
      ...{ telling: 'yes', modality, standing: 'data', ...(amount && { amount }) },
      ...(note && { note }),
      cite: {
        source: this.#options.source,
        locator: this.#cell('locator') || `line ${this.#row.line}`,
        ...(quote && { quote }),
        ...(/^https?:\/\//i.test(url) && { url }),
      },
    }
  }

  /** Words that tell the religion, ethnicity or health of somebody are not kept. */
  #kept(what: string, text: string): string {
    if (!text || !tellsPersonal(text)) return text
    this.#find('personal', `the ${what} tells of a person's religion, ethnicity or health: left out`)
    return ''
  }

  #note(): string {
    const kept = this.#mapping.flatMap((m, i) =>
      m.role === 'kept' && this.#row.cells[i] ? [`${m.column}: ${this.#row.cells[i]}`] : [],
    )
    const title = this.#cell('title')
    return this.#kept(
      'note',
      [this.#cell('note'), ...(title ? [`title: ${title}`] : []), ...kept].filter(Boolean).join('; '),
    )
  }

  #amount(): NewFact['amount'] {
    const number = (role: string): number | null => {
      const cell = this.#cell(role).replaceAll(/[, ]/g, '')
      if (!cell) return null
      if (/^\d{1,12}$/.test(cell)) return Number(cell)
      this.#find('no-number', `${role} ${JSON.stringify(cell.slice(0, 40))} is no whole number: left out`)
      return null
    }
    const [least, most] = [number('least'), number('most')]
    if (least === null && most === null) return undefined
    if (least !== null && most !== null && least > most)
      this.#find('bounds-crossed', `${least} is more than ${most}`, true)
    return { least, most }
  }

  /** That the visitor was seen in an office on the days of the visit. */
  #office({ visitor }: Roles, when: string | undefined): NewFact[] {
    const title = this.#cell('title')
    const state = this.#home(when && daysOf(when)?.from)
    const office = title && state ? officeOf(title, state) : undefined
    if (this.#kind !== 'visit' || !office || !state || !when || classOf(String(visitor)) !== 'person') return []
    return [
      {
        ...{ kind: 'office', roles: { person: String(visitor), title, state, office, step: 'served' }, when },
        ...{ telling: 'yes', modality: 'happened', standing: 'data' },
        cite: { source: this.#options.source, locator: this.#cell('locator') || `line ${this.#row.line}` },
      },
    ]
  }
}
