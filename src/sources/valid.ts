import { Coverage } from '../model/coverage.ts'
import { Fact, type NewFact } from '../model/fact.ts'
import { definitionOf, keyRoles } from '../model/kinds/index.ts'
import { faultOf } from './role-value.ts'
import type { Finding, Told } from './source.ts'

/**
 * What may be filed of what an importer told: a fact that breaks its kind's rules (a role that is no role, an id of another
 * class, a time that is none, a source that is not described) is left out, and a finding says so.
 */
export function validTold(told: Told): Told {
  const sources = new Set(told.sources.map((source) => source.id))
  const findings: Finding[] = [...told.findings]
  const facts = told.facts.filter((fact) => {
    const fault = faultOfFact(fact, sources)
    if (fault) findings.push(notFiled(fact, fault))
    return !fault
  })
  const coverage = told.coverage.filter((item) => {
    const fault = Coverage.safeParse(item).error?.issues[0]?.message ?? unknownSource(item.cite.source, sources)
    if (fault)
      findings.push({ kind: 'not-filed', file: item.cite.source, message: `coverage of ${item.kind}: ${fault}` })
    return !fault
  })
  return { ...told, facts, coverage, findings }
}

const unknownSource = (source: string, known: ReadonlySet<string>): string | undefined =>
  known.has(source) ? undefined : `the source ${source} is not described`

function faultOfFact(fact: NewFact, sources: ReadonlySet<string>): string | undefined {
  const { error } = Fact.safeParse(fact)
  if (error) return `${error.issues[0]!.path.join('.')}: ${error.issues[0]!.message}`
  return unknownSource(fact.cite.source, sources) ?? missingRole(fact) ?? wrongRole(fact)
}

function missingRole({ kind, roles }: NewFact): string | undefined {
  const missing = keyRoles(kind).find((role) => !(role in roles))
  return missing && `the role ${missing} of ${kind} is missing`
}

function wrongRole({ kind, roles }: NewFact): string | undefined {
  const known = definitionOf(kind).roles
  for (const [name, value] of Object.entries(roles)) {
    const role = Object.hasOwn(known, name) ? known[name]! : undefined
    if (!role) return `${name} is no role of ${kind}`
    if (Array.isArray(value) !== (role.list === true))
      return `${name} ${role.list ? 'takes a list' : 'takes one value'}`
    for (const one of Array.isArray(value) ? value : [value]) {
      const fault = faultOf(role, one) ?? (one.endsWith(':') ? `"${one}" names nobody` : undefined)
      if (fault) return `${name}: ${fault}`
    }
  }
  return undefined
}

const notFiled = (fact: NewFact, fault: string): Finding => ({
  kind: 'not-filed',
  file: fact.cite.source,
  ...(fact.cite.locator !== undefined && { locator: fact.cite.locator }),
  message: `${fact.kind}: ${fault}`,
})
