import { findGroups } from '../atlas/index.ts'
import type { Participant } from '../grammar/types.ts'
import type { Line } from './article.ts'
import type { Draft } from './draft.ts'
import type { Entity } from './entity.ts'

const RANKED: ReadonlySet<Draft['is']> = new Set(['first', 'last', 'only'])
const RANKS = /^(?:the|first|last|only|sole|latest)$/i

/** "Arab country", "EU member": a group of states whose members the atlas holds, as the class of a claim of rank. */
export function groupIn(line: Line, np: Participant): Entity | undefined {
  const tokens = np.tokens.filter((k) => k <= np.head).map((k) => line.tokens[k]!)
  const from = tokens.findIndex((t) => !RANKS.test(t.form))
  if (from < 0) return undefined
  const words = tokens.slice(from)
  const label = words.map((t) => t.form).join(' ')
  const [hit, ...more] = findGroups(label)
  const whole = hit && !more.length && hit.form === 'members' && hit.start === 0 && hit.end === label.length
  const span = { start: words[0]!.start, end: words.at(-1)!.end }
  return whole ? { type: 'group', label, span } : undefined
}

/** A claim of rank with the group of states among which somebody is said to be first or only, beside who it is. */
export function withClass(d: Draft): Draft {
  const { line } = d.match.site
  if (!RANKED.has(d.is)) return d
  for (const [role, list] of Object.entries(d.match.roles)) {
    const now = d.roles[role] ?? []
    const np = list.find((f) => f.entities.some((e) => e.type === 'group'))?.np
    const group = np && now.some((e) => e.type === 'state') && groupIn(line, np)
    if (group && !now.some((e) => e.type === 'group')) return { ...d, roles: { ...d.roles, [role]: [...now, group] } }
  }
  return d
}
