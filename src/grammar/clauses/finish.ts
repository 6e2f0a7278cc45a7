import type { Clause, Participant } from '../types.ts'
import { actors, type Draft, type Work } from './draft.ts'
import { under } from './govern.ts'
import { ASPECT } from './lexicon.ts'
import { type Morphology, morphology, PLAIN } from './morphology.ts'
import { nearbyOf } from './nominal.ts'
import { prepositionOf } from './phrase.ts'
import { auxiliaries, firstConjunct } from './predicate.ts'
import { markOf, spanOf } from './span.ts'
import { formAt, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

/** Verbs whose passive subject may be the one who receives ("was given the prize"). */
const GIVING = new Set(
  'give offer award grant pay send show tell promise hand lend deny ask teach allow accord'.split(' '),
)

/** Turns drafts into clauses: voice undone, polarity and tense settled, links filled in. */
export function finish(work: Work): Clause[] {
  const forms = work.drafts.map((d) => own(work, d))
  const clauses = work.drafts.map((d, id) => clause(work, d, settled(work, d, forms, id)))
  for (const c of clauses) if (c.governor !== undefined) clauses[c.governor]!.complements.push(c.id)
  return clauses
}

function clause(work: Work, d: Draft, form: Morphology): Clause {
  const undone = undoVoice(d)
  const prep = d.form === 'copula' ? prepositionOf(work.tree, d.predicate) : ''
  const mark = d.form === 'noun' ? undefined : markOf(work, d.predicate)
  return {
    id: d.id,
    form: d.form,
    predicate: d.predicate,
    lemma: d.lemma,
    voice: d.passive ? 'passive' : 'active',
    ...undone,
    obliques: d.obliques,
    possessors: d.possessors,
    modifiers: d.modifiers,
    predicatives: d.predicatives,
    nearby: nearbyOf(work, d),
    complements: [],
    under: under(work, d),
    ...form,
    adverbs: d.adverbs,
    span: spanOf(work, d),
    ...(prep && { prep }),
    ...(mark && { mark }),
    ...(d.governor !== undefined && { governor: d.governor }),
    ...(d.host !== undefined && { host: d.host, joined: d.joined }),
    ...(d.light !== undefined && { light: d.light }),
    ...(d.modifies && { modifies: d.modifies }),
  }
}

function undoVoice(d: Draft): Pick<Clause, 'subjects' | 'objects' | 'recipients'> {
  if (!d.passive) return { subjects: d.surface, objects: d.objects, recipients: d.recipients }
  const received = d.objects.length > 0 && GIVING.has(d.lemma)
  const objects: Participant[] = received ? d.objects : [...d.surface, ...d.objects]
  return { subjects: actors(d), objects, recipients: received ? [...d.recipients, ...d.surface] : d.recipients }
}

/** What a predicate says by its own words; a coordinate verb without auxiliaries takes over those of the first. */
function own(work: Work, d: Draft): Morphology {
  const { tree } = work
  if (d.form === 'noun')
    return { ...PLAIN, negated: kidsBy(tree, d.predicate, 'det').some((k) => formAt(tree, k) === 'no') }
  const form = morphology(tree, d.predicate)
  if (form.tense === 'none' && isMistaggedPast(work, d)) return { ...form, tense: 'past' }
  const first = borrowsFrom(tree, d.predicate)
  if (first === undefined) return form
  const lent = morphology(tree, first)
  const shared = lent.negated && auxiliaries(tree, first).length > 0 && !d.ownSubject
  const verb = d.form === 'verb'
  return {
    ...lent,
    negated: form.negated || shared,
    never: form.never || (shared && lent.never),
    perfect: verb && lent.perfect,
  }
}

/** "He discussed it and *promised* to return": a past tense tagged as a participle after a past tense. */
function isMistaggedPast({ tree }: Work, d: Draft): boolean {
  if (d.passive || tree.tokens[d.predicate]!.xpos !== 'VBN' || rel(tree, d.predicate) !== 'conj') return false
  return tree.tokens[firstConjunct(tree, d.predicate)]!.xpos === 'VBD' && auxiliaries(tree, d.predicate).length === 0
}

/** The first of a chain of coordinate verbs in the same form: "has met Herzog and *visited* the Wall". */
function borrowsFrom(tree: Tree, i: number): number | undefined {
  let at = i
  while (rel(tree, at) === 'conj' && tree.up[at]! >= 0 && auxiliaries(tree, at).length === 0) at = tree.up[at]!
  if (at === i || auxiliaries(tree, at).length === 0 || kidsBy(tree, i, 'nsubj').length > 0) return undefined
  const same = alike(tree.tokens[at]!.xpos) === alike(tree.tokens[i]!.xpos)
  const finite = auxiliaries(tree, at).some((k) => lemmaAt(tree, k) === 'have') || tree.tokens[i]!.xpos !== 'VBD'
  return same && finite ? at : undefined
}

/** Past tense and participle look alike, as do present tense and infinitive, and a tagger confuses them. */
const alike = (xpos: string): string => (xpos === 'VBD' ? 'VBN' : xpos === 'VBP' ? 'VB' : xpos)

/** Adds what governors and light verbs lend: "failed to visit" is negated, a visit that will be paid is future. */
function settled(work: Work, d: Draft, forms: readonly Morphology[], id: number): Morphology {
  const form = forms[id]!
  if (d.light !== undefined) {
    const lent = forms[d.light]!
    const denied = lent.negated && !ASPECT.has(work.drafts[d.light]!.lemma.split(' ')[0]!)
    return { ...lent, negated: form.negated !== denied, never: denied && lent.never }
  }
  if (d.form === 'noun' || d.governor === undefined) return form
  const governor = work.drafts[d.governor]!
  const nonFinite = form.tense === 'none' && form.modals.length === 0
  if (!nonFinite) return form
  const above = forms[d.governor]!
  if (governor.lemma === 'fail') return { ...form, negated: form.negated !== !above.negated }
  if (governor.lemma === 'go' && above.progressive) return { ...form, tense: 'future' }
  return form
}
