import { Fact, type NewFact, type Roles } from '../model/fact.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import { faultOf } from './role-value.ts'
import type { Row } from './table.ts'

const BESIDES = ['when', 'telling', 'modality', 'least', 'most', 'source', 'url', 'quote', 'locator', 'speaker', 'note']

/** The columns of a file of facts: the roles of the kind, then what every fact may have. */
export const columnsOf = (kind: Kind): string[] => [...new Set([...Object.keys(definitionOf(kind).roles), ...BESIDES])]

export function factOfRow(row: Row, kind: Kind, sources: ReadonlySet<string>): NewFact {
  const roles = rolesOf(row, kind)
  const given = {
    kind,
    roles,
    when: row.get('when') || undefined,
    telling: row.get('telling') || undefined,
    modality: row.get('modality') || undefined,
    amount: amountOf(row),
    // In a kind with a role of that name, the column is the role.
    speaker: (!('speaker' in definitionOf(kind).roles) && row.get('speaker')) || undefined,
    note: row.get('note') || undefined,
    cite: citationOf(row, sources),
  }
  const parsed = Fact.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw row.wrong(String(issue.path[0] ?? 'kind'), issue.message)
}

function rolesOf(row: Row, kind: Kind): Roles {
  const roles: Roles = {}
  for (const [name, role] of Object.entries(definitionOf(kind).roles)) {
    const text = row.get(name)
    const values = role.list ? listOf(text) : text ? [text] : []
    if (!values.length && role.key) throw row.wrong(name, 'the value is missing, and without it the fact is not known')
    if (!values.length) continue
    const fault = values.map((value) => faultOf(role, value)).find((found) => found !== undefined)
    if (fault) throw row.wrong(name, fault)
    roles[name] = role.list ? values : text
  }
  return roles
}

/** Values of a cell, parted by semicolons. */
export const listOf = (text: string): string[] =>
  text
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '')

function amountOf(row: Row): NewFact['amount'] {
  const [least, most] = [boundOf(row, 'least'), boundOf(row, 'most')]
  if (least === null && most === null) return undefined
  if (least !== null && most !== null && least > most) throw row.wrong('most', 'the bound lies below "least"')
  return { least, most }
}

function boundOf(row: Row, column: string): number | null {
  const text = row.get(column)
  if (text === '') return null
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw row.wrong(column, `"${text}" is no number: write digits, as in 14000`)
  return Number(text)
}

export function citationOf(row: Row, sources: ReadonlySet<string>): NewFact['cite'] {
  const source = row.get('source')
  if (!sources.has(source))
    throw row.wrong('source', `"${source}" is none of the pack's sources: ${[...sources].join(', ')}`)
  const optional = (column: string) => row.get(column) || undefined
  return { source, url: optional('url'), quote: optional('quote'), locator: optional('locator') }
}
