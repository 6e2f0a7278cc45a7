import { Coverage, type NewCoverage } from '../model/coverage.ts'
import type { Roles } from '../model/fact.ts'
import { definitionOf, isKind, type Kind } from '../model/kinds/index.ts'
import { citationOf, listOf } from './fact-row.ts'
import type { Row } from './table.ts'

export function coverageOfRow(row: Row, sources: ReadonlySet<string>): NewCoverage {
  const kind = row.get('kind')
  if (!isKind(kind)) throw row.wrong('kind', `"${kind}" is no kind`)
  const given = {
    kind,
    roles: rolesOf(row, kind),
    from: row.get('from'),
    to: row.get('to'),
    grade: row.get('grade') || undefined,
    by: row.get('by'),
    note: row.get('note') || undefined,
    cite: citationOf(row, sources),
  }
  const parsed = Coverage.safeParse(given)
  if (!parsed.success) throw row.wrong(String(parsed.error.issues[0]!.path[0]), parsed.error.issues[0]!.message)
  if (given.by === '') throw row.wrong('by', 'nobody is named: write who says that the list is whole')
  if (given.to < given.from) throw row.wrong('to', 'the end lies before the start')
  return parsed.data
}

/** `visitor=office:president/USA&to=state:CUB;state:MEX`: a role and its values, parts joined by `&`. */
function rolesOf(row: Row, kind: Kind): Roles {
  const roles: Roles = {}
  for (const part of row.get('roles').split('&').filter(Boolean)) {
    const cut = part.indexOf('=')
    const [role, values] = [part.slice(0, cut).trim(), listOf(part.slice(cut + 1))]
    if (cut < 0 || !Object.hasOwn(definitionOf(kind).roles, role))
      throw row.wrong(
        'roles',
        `"${part}" names no role of ${kind}: ${Object.keys(definitionOf(kind).roles).join(', ')}`,
      )
    if (!values.length) throw row.wrong('roles', `"${part}" has no value: leave the role out if it is not restricted`)
    roles[role] = values.length === 1 ? values[0]! : values
  }
  return roles
}
