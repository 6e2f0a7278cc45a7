import type { Participant } from '../grammar/types.ts'
import { type EntityId, nameOf, officeId, stateOfOffice } from '../model/ids.ts'
import type { Article, Line } from './article.ts'
import type { Title } from './en/titles.ts'
import type { Entity } from './entity.ts'
import { subjectsLeft } from './linear.ts'
import type { Holders } from './ports.ts'
import type { References } from './reference.ts'

const BECOMING = new Set(['become', 'remain', 'be', 'serve', 'act'])

/** Who is said to be what a noun names: "*Tarja Halonen* became the first president". */
function saidToBe(line: Line, head: number): Participant[] {
  const found = line.clauses.flatMap((c) => {
    if (c.form === 'noun') return []
    const said =
      (c.form === 'copula' && c.predicate === head) ||
      (BECOMING.has(c.lemma) && [...c.predicatives, ...c.objects].some((np) => np.head === head)) ||
      c.obliques.some((o) => o.prep === 'as' && o.np.head === head)
    return said ? c.subjects.filter((np) => np.head !== head) : []
  })
  return found.length ? found : beforeCopula(line, head)
}

/** By word order, for a tree that misses it. */
function beforeCopula(line: Line, head: number): Participant[] {
  for (let k = head - 1; k > 0 && head - k < 6; k--) {
    const t = line.tokens[k]!
    if (['be', 'become'].includes(t.lemma.toLowerCase())) return subjectsLeft(line, k)
    if (t.upos === 'VERB' || t.upos === 'PUNCT') return []
  }
  return []
}

/** The one state that a person held the title in, by the ledger. */
export function stateOfTitle(holders: Holders, person: EntityId, title: Title): EntityId | undefined {
  const states = holders.offices(person).flatMap(({ office }) => {
    const state = stateOfOffice(office)
    return state && officeId(title.words, nameOf(state)) === office ? [state] : []
  })
  return new Set(states).size === 1 ? states[0] : undefined
}

/** The owner of an office named without one: the state whose office the person held who is said to hold it. */
export function ownerOfBare(
  article: Article,
  refs: References,
  line: Line,
  np: Participant,
  title: Title,
): { of?: EntityId } {
  const who: Entity[] = saidToBe(line, np.head).flatMap((s) => refs.resolve(line, s))
  const persons = who.filter((e) => e.type === 'person')
  const known = persons.flatMap((e) => (e.id ? (stateOfTitle(article.holders, e.id, title) ?? []) : []))
  // "Ruiz became president", of one whom the article calls a minister of Chile.
  const told = title.sort === 'head' || title.sort === 'minister' ? persons.flatMap((e) => e.of ?? []) : []
  const states = new Set(known.length ? known : told.filter((id) => id.startsWith('state:')))
  return states.size === 1 ? { of: [...states][0]! } : {}
}
