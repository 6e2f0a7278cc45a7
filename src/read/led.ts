import type { Participant, Token } from '../grammar/types.ts'
import type { Line } from './article.ts'
import type { Entity } from './entity.ts'
import { namesAfter } from './linear.ts'
import type { References } from './reference.ts'
import { statesInside } from './resolve.ts'
import { nounClause } from './slots.ts'

const GROUPS_LED = /^(?:delegation|group|team|mission)$/i
const leads = (t: Token): boolean => /^(?:led|headed)$/i.test(t.form)

/** "A delegation from Peru led by A, B and C" are they, of the state that the delegation is of. */
export function ledPersons(refs: References, line: Line, np: Participant, states: readonly Entity[]): Entity[] {
  if (!GROUPS_LED.test(line.tokens[np.head]!.form)) return []
  const verb = line.tokens
    .slice(np.head + 1, np.head + 12)
    .find((t) => leads(t) && (t.i === np.head + 1 || (t.head === np.head && t.deprel.startsWith('acl'))))
  if (!verb) return []
  const from = (nounClause(line, np.head)?.obliques ?? []).filter((o) => o.prep === 'from')
  const home = states.length ? states : from.flatMap((o) => statesInside(refs, line, o.np))
  return namesAfter(line, verb.i, 'by', true)
    .flatMap((p) => refs.resolve(line, p))
    .filter((e) => e.type === 'person')
    .map((e) => ({ ...(home.length === 1 && { of: home[0]!.id! }), ...e }))
}
