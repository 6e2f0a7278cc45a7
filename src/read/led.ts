import type { Participant, Token } from '../grammar/types.ts'
import type { EntityId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'
import type { Article, Line } from './article.ts'
import { distinct, type Entity, entityOf, stateEntity } from './entity.ts'
import { namesAfter } from './linear.ts'
import type { Mention } from './mention.ts'
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

/** "The mayor of Lima, *Ana Ruiz*": a name without a title of its own right after an office and a comma. */
export const namedNext = (article: Article, line: Line, m: Mention): Mention | undefined =>
  line.mentions.find(
    (x) =>
      x.type === 'person' &&
      !x.title &&
      x.start > m.end &&
      x.start - m.end < 50 &&
      /^(?:\s(?:of|to)\s(?:the\s)?(?:\p{Lu}[\p{L}\p{M}’'-]*|country)(?:\s\p{Lu}[\p{L}\p{M}’'-]*){0,3})?,\s{1,2}$/u.test(
        article.text.slice(m.end, x.start),
      ) &&
      /^[,.;]|^\s(?:as well|and (?:other|the|with|his|her))/.test(article.text.slice(x.end, x.end + 12)),
  )

/** "The ambassadors of *Peru, Chile and Togo*": each state that an envoy is of. */
export const senders = (refs: References, line: Line, np: Participant, first: EntityId): Entity[] =>
  first.startsWith('state:') ? distinct([stateEntity(first, np.span), ...statesInside(refs, line, np)]) : []

/** "The president *who has visited it most*": told by what he did, whoever was named before. */
export const toldByDeed = (article: Article, m: Mention): boolean =>
  /^ who\b/.test(article.text.slice(m.end, m.end + 5))

/** Bodies named in a phrase that are no state's. */
export const bodiesInside = (line: Line, np: Participant): Entity[] =>
  np.tokens.flatMap((k) => {
    const m = line.mentionAt[k]
    return m?.type === 'body' && !m.of ? [entityOf(m)] : []
  })

/** Envoys of several states are each their own; other ministers of several act for their states. */
export const eachOf = (states: readonly Entity[], m: Mention & { type: 'office' }, span: Span): Entity[] =>
  states.map((s) =>
    m.title.sort === 'envoy' ? entityOf({ ...m, of: s.id!, plural: false }) : { ...s, span, form: 'organ' as const },
  )
