import type { Clause, Participant } from '../grammar/types.ts'
import type { Line } from './article.ts'
import { distinct, type Entity, entityOf } from './entity.ts'
import type { References } from './reference.ts'

/** Who a class noun is said to be: "Clark became *the first minister to visit*", and the clause that says it. */
export interface Identity {
  who: Entity[]
  clause?: Clause
}

export interface Identities {
  /** By the head of the class noun. */
  is: ReadonlyMap<number, Identity>
  /** Members of a class by its head: "Peru was one of *the states* that …". */
  among: ReadonlyMap<number, Identity>
}

const BECOMING = new Set(['become', 'remain', 'be', 'make', 'emerge', 'serve'])
const REGARDING = new Set([
  'hail',
  'describe',
  'praise',
  'regard',
  'see',
  'recognise',
  'recognize',
  'know',
  'elect',
  'appoint',
  'consider',
])
const known = (list: Entity[]): Entity[] =>
  distinct(list.filter((e) => e.type === 'person' || e.type === 'state' || e.type === 'body'))

export function identitiesOf(refs: References, line: Line): Identities {
  const is = new Map<number, Identity>()
  const among = new Map<number, Identity>()
  const who = (nps: readonly Participant[]) => known(nps.flatMap((np) => refs.resolve(line, np)))
  const put = (to: Map<number, Identity>, head: number, found: Entity[], clause?: Clause) => {
    if (found.length && !to.has(head)) to.set(head, { who: found, ...(clause && { clause }) })
  }
  for (const c of line.clauses) {
    if (c.form === 'noun') continue
    const subjects = () => who(c.subjects)
    if (c.form === 'copula') {
      put(c.prep === 'among' ? among : is, c.predicate, subjects(), c)
      const name = line.mentionAt[c.predicate]
      if (name?.type === 'person') for (const s of c.subjects) put(is, s.head, [entityOf(name)], c)
      const one = line.tokens[c.predicate]!.lemma.toLowerCase() === 'one'
      if (one) for (const o of c.obliques) if (o.prep === 'of') put(among, o.np.head, subjects(), c)
    }
    if (BECOMING.has(c.lemma)) for (const np of [...c.predicatives, ...c.objects]) put(is, np.head, subjects(), c)
    const acted = REGARDING.has(c.lemma) ? who(c.objects) : who(c.subjects)
    for (const o of c.obliques) if (o.prep === 'as') put(is, o.np.head, acted, c)
    for (const np of [...c.subjects, ...c.objects, ...c.obliques.map((o) => o.np)]) apposed(line, np, put, is, c)
  }
  for (const c of line.clauses) {
    const told = c.form === 'verb' ? (c.modifies ?? (toInfinitive(line, c) ? c.subjects[0] : undefined)) : undefined
    const name = told && namedAfter(line, c)
    if (name) put(is, told.head, [name])
  }
  return { is, among }
}

const toInfinitive = (line: Line, c: Clause): boolean => line.tokens[c.predicate - 1]?.form.toLowerCase() === 'to'

/** "The first president to visit Peru *was Tarja Halonen*": a name after "was", for a tree that misses it. */
function namedAfter(line: Line, c: Clause): Entity | undefined {
  for (let k = c.predicate + 1; k < Math.min(line.tokens.length - 1, c.predicate + 7); k++) {
    const t = line.tokens[k]!
    const m = line.mentionAt[k + 1]
    if (t.lemma.toLowerCase() === 'be') return m?.type === 'person' ? entityOf(m) : undefined
    if (t.upos === 'VERB' || t.form === ',') return undefined
  }
  return undefined
}

function apposed(
  line: Line,
  np: Participant,
  put: (to: Map<number, Identity>, head: number, found: Entity[], clause?: Clause) => void,
  is: Map<number, Identity>,
  clause: Clause,
): void {
  const own = line.mentionAt[np.head]
  for (const k of np.apposed) {
    const name = line.mentionAt[k]
    if (own?.type === 'person' || own?.type === 'state') put(is, k, [entityOf(own)], clause)
    if (name?.type === 'person' || name?.type === 'state') put(is, np.head, [entityOf(name)], clause)
  }
}
