import type { Claim } from '../../src/model/claim.ts'
import { toRow } from '../../src/read/index.ts'

/**
 * What a sentence says, in short: `visit.first visitor=Nixon to=CHN when=1972 mod=planned n=2`. `a|b` is either, `a,b` both, `?`
 * anything; what is not named may be anything.
 */
export interface Gist {
  kind: string
  is: string
  fields: Readonly<Record<string, string>>
  /** It need not be read, and is no wrong reading when it is. */
  optional: boolean
}

/** The gists of a cell, split by `;`. `~`: nothing need be read; a leading `+`: it may be. */
export const gistsOf = (cell: string): Gist[] =>
  cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '~' && part !== '')
    .map(gistOf)

function gistOf(part: string): Gist {
  const optional = part.startsWith('+')
  const [head = '', ...rest] = part.replace(/^\+/, '').split(/\s(?=\w+=)/)
  const [kind = '', is = 'so'] = head.trim().split('.')
  return { kind, is, fields: Object.fromEntries(rest.map((f) => f.trim().split('=') as [string, string])), optional }
}

/** Whether a claim says what a gist has. */
export function says(claim: Claim, { kind, is, fields }: Gist): boolean {
  const row = toRow(claim)
  if (claim.kind !== kind || claim.is !== is) return false
  return Object.entries(fields).every(([name, wanted]) => {
    if (name === 'n') return [claim.count?.least, claim.count?.most].includes(Number(wanted))
    if (name === 'mod') return wanted.split('|').includes(claim.modality)
    if (name === 'when') return wanted === '?' || wanted.split('|').includes(row.when ?? '')
    const labels = [row.roles[name] ?? []].flat()
    return wanted.split(',').every((one) => one.split('|').some((w) => labels.some((label) => alike(label, w))))
  })
}

const alike = (label: string, wanted: string): boolean => {
  const [a, b] = [label.toLowerCase(), wanted.toLowerCase()]
  return wanted === '?' || a === b || (wanted.length > 3 && (a.includes(b) || b.includes(a)))
}
