import type { Clause, Oblique, Participant } from '../types.ts'
import { conjuncts, phrase } from './phrase.ts'
import type { Relatives } from './relative.ts'
import type { Tree } from './tree.ts'

/** A clause in the making: its grammatical subject and object as they stand, before voice is undone. */
export interface Draft {
  id: number
  predicate: number
  form: Clause['form']
  lemma: string
  passive: boolean
  /** The tree gives it a subject of its own. */
  ownSubject: boolean
  surface: Participant[]
  objects: Participant[]
  recipients: Participant[]
  agents: Participant[]
  obliques: Oblique[]
  possessors: Participant[]
  predicatives: Participant[]
  modifiers: number[]
  adverbs: number[]
  modifies?: Participant
  governor?: number
  host?: number
  joined?: Clause['joined']
  light?: number
}

export interface Work {
  tree: Tree
  relatives: Relatives
  drafts: Draft[]
  /** Verbal and copular clauses by predicate token, nominal ones apart, since "is a visit" has both. */
  verbs: Map<number, Draft>
  nouns: Map<number, Draft>
}

/** The participants that the phrase headed by `i` names: a relative pronoun gives its noun. */
export function people({ tree, relatives }: Work, i: number): Participant[] {
  const antecedents = relatives.antecedents.get(i)
  if (antecedents) return antecedents.map((k) => phrase(tree, k, 'relative'))
  return conjuncts(tree, i).map((k) => phrase(tree, k))
}

export const share = (list: readonly Participant[], shared: Participant['shared']): Participant[] =>
  list.map((p) => ({ ...p, shared }))

/** Who acts, in either voice. */
export const actors = (d: Draft): Participant[] => (d.passive ? d.agents : d.surface)

export function blank(work: Work, predicate: number, form: Clause['form'], lemma: string): Draft {
  const d: Draft = {
    id: work.drafts.length,
    predicate,
    form,
    lemma,
    passive: false,
    ownSubject: false,
    surface: [],
    objects: [],
    recipients: [],
    agents: [],
    obliques: [],
    possessors: [],
    predicatives: [],
    modifiers: [],
    adverbs: [],
  }
  work.drafts.push(d)
  const index = form === 'noun' ? work.nouns : work.verbs
  index.set(predicate, d)
  return d
}

/** The nearest clause at or above a token. */
export function clauseAbove({ tree, verbs }: Work, i: number): Draft | undefined {
  for (let at = i; at >= 0; at = tree.up[at]!) {
    const found = verbs.get(at)
    if (found) return found
  }
  return undefined
}
