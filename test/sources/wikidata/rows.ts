import { join } from 'node:path'
import type { Row, Term } from '../../../src/sources/wikidata/answer.ts'

export const RECORDED = join(import.meta.dirname, 'recorded')

const ENTITY = 'http://www.wikidata.org/entity/'
export const uri = (value: string): Term => ({ type: 'uri', value: value.startsWith('http') ? value : ENTITY + value })
export const literal = (value: string): Term => ({ type: 'literal', value })
export const label = (value: string): Term => ({ 'xml:lang': 'en', type: 'literal', value })
export const statement = (of: string, more = 'a'): Term => uri(`statement/${of}-0000-${more.replace(/\W/g, '')}`)

/** A time by its EDTF; `some` is unknown, `none` is told to be none. */
export function time(name: string, when: string): Record<string, Term> {
  if (when === 'none') return { [`${name}None`]: literal('true') }
  if (when === 'some') return { [name]: uri('http://www.wikidata.org/.well-known/genid/5f0c') }
  const precision = { 4: '9', 7: '10', 10: '11' }[when.length]!
  return { [name]: literal(`${`${when}-01-01`.slice(0, 10)}T00:00:00Z`), [`${name}Precision`]: literal(precision) }
}

export const row = (topic: string, id: Term, ...more: object[]): Row =>
  Object.assign({ [topic]: id, asked: literal('2026-11-20T09:00:00Z'), scope: literal('ECU-ISR') }, ...more)

/** An answer in the service's format; a variable set to `undefined` has no value. */
export const answer = (vars: readonly string[], rows: readonly object[]): string =>
  JSON.stringify({ head: { vars }, results: { bindings: rows } })
