import { type Draft, people, type Work } from './draft.ts'
import { LINKING, SPEECH } from './lexicon.ts'
import { obliques, phrase, prepositionOf } from './phrase.ts'
import { isExistential } from './predicate.ts'
import { formAt, hasKid, isNominal, kidsBy, lemmaAt, rel, type Tree, words } from './tree.ts'

/** Fills a draft with what hangs on its predicate, by the tree alone. */
export function fillArguments(work: Work, d: Draft): void {
  for (const k of work.tree.kids[d.predicate]!) place(work, d, k)
  const own = d.objects.filter((p) => p.shared !== 'relative')
  if (own.length > 0) d.objects = own
}

function place(work: Work, d: Draft, k: number): void {
  const { tree } = work
  const { deprel, upos } = tree.tokens[k]!
  switch (rel(tree, k)) {
    case 'nsubj':
      if (deprel === 'nsubj:outer') return
      d.ownSubject = true
      d.surface.push(...people(work, k))
      return
    case 'obj':
      if (isRelativeTime(work, k)) d.obliques.push(...people(work, k).map((np) => ({ prep: '', np })))
      else if (upos !== 'VERB' || work.relatives.antecedents.has(k)) d.objects.push(...people(work, k))
      return
    case 'iobj':
      d.recipients.push(...people(work, k))
      return
    case 'obl':
    case 'nmod':
      placeOblique(work, d, k)
      return
    case 'xcomp':
    case 'dep':
      placePredicative(work, d, k)
      return
    case 'advmod':
      placeAdverb(work, d, k)
      return
    default:
      return
  }
}

/** "the third time *that* he visited it": the pronoun stands for a time, not an object. */
const isRelativeTime = ({ tree, relatives }: Work, k: number): boolean =>
  (relatives.antecedents.get(k) ?? []).some((i) => TIMES.has(lemmaAt(tree, i)))

/** "the country *that* he visited": a bare relative pronoun is an object, whatever a parser called it. */
const isRelativeObject = ({ tree, relatives }: Work, d: Draft, k: number): boolean =>
  relatives.antecedents.has(k) &&
  d.form === 'verb' &&
  !d.passive &&
  tree.kids[k]!.length === 0 &&
  !hasKid(tree, d.predicate, 'obj') &&
  ['that', 'which', 'who', 'whom'].includes(formAt(tree, k))

function placeOblique(work: Work, d: Draft, k: number): void {
  const { tree } = work
  const { deprel } = tree.tokens[k]!
  if (deprel === 'nmod:poss') {
    if (d.form === 'verb') d.surface.push(...people(work, k))
    else d.possessors.push(...people(work, k))
    return
  }
  if (deprel === 'nmod:desc') return
  if (isRelativeObject(work, d, k) && !isRelativeTime(work, k)) {
    d.objects.push(...people(work, k))
    return
  }
  const found = obliquesAt(work, k)
  for (const o of found) {
    if (
      d.passive &&
      o.prep === 'by' &&
      (deprel === 'obl:agent' || !isTime(tree, o.np.head) || hasKid(tree, o.np.head, 'nmod'))
    )
      d.agents.push(o.np)
    else d.obliques.push(o)
  }
}

/** Obliques headed by `k`; a stranded preposition follows its relative pronoun. */
export function obliquesAt(work: Work, k: number) {
  const found = obliques(work.tree, k, (i) => people(work, i))
  if (!work.relatives.antecedents.has(k)) return found
  const stranded = kidsBy(work.tree, k, 'case').map((c) => words(work.tree, c))
  return found.map((o) => ({ ...o, prep: prepositionOf(work.tree, k) || stranded.join(' ') }))
}

function placePredicative(work: Work, d: Draft, k: number): void {
  const { tree } = work
  if (rel(tree, k) === 'dep') {
    if (isNominal(tree, k) && prepositionOf(tree, k)) d.obliques.push(...obliquesAt(work, k))
    return
  }
  const state = tree.tokens[k]!.xpos === 'VBN' && STATES.has(d.lemma)
  if (['VERB', 'AUX'].includes(tree.tokens[k]!.upos) && !state) return
  const object =
    isNominal(tree, k) && hasKid(tree, k, 'det') && !LINKING.has(d.lemma) && !hasKid(tree, d.predicate, 'obj')
  if (object && !d.passive) d.objects.push(...people(work, k))
  else d.predicatives.push(...people(work, k))
}

/** An adverb, a relative adverb ("where"), or an adverb that carries a phrase ("together with his wife"). */
function placeAdverb(work: Work, d: Draft, k: number): void {
  const { tree } = work
  const antecedents = work.relatives.antecedents.get(k)
  if (antecedents) {
    const prep = formAt(tree, k) === 'where' ? 'in' : ''
    if (formAt(tree, k) !== 'why')
      d.obliques.push(...antecedents.map((h) => ({ prep, np: phrase(tree, h, 'relative') })))
    return
  }
  d.adverbs.push(k)
  for (const o of kidsBy(tree, k, 'obl', 'nmod')) {
    for (const found of obliquesAt(work, o)) {
      d.obliques.push({
        ...found,
        prep: ledBy(formAt(tree, k), tree.tokens[o]!.deprel === 'obl:unmarked' ? '' : found.prep),
      })
    }
  }
}

/** "ago" of "over a year ago"; "together with". */
const ledBy = (adverb: string, prep: string): string => (prep.startsWith(adverb) ? prep : `${adverb} ${prep}`.trim())

const STATES = new Set('remain stay become get seem appear look feel keep'.split(' '))
const TIMES = new Set(
  'day week month year decade century today yesterday tomorrow morning evening night afternoon noon midnight end time hour minute monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
)
export const isTime = (tree: Tree, i: number): boolean =>
  TIMES.has(lemmaAt(tree, i)) || /^\d/.test(formAt(tree, i)) || /^(1|2)\d\d\ds?$/.test(formAt(tree, i))

const OUTER = new Set(['in', 'at', 'on', 'during', 'after', 'before', 'since', 'until', 'following'])

/** "welcomed by King Felipe *in Madrid*", "on Monday *for talks*": names and days take no phrase but "of"; the clause has it. */
export function liftPhrases(work: Work, d: Draft): void {
  const { tree } = work
  liftGoals(work, d)
  const inside = [...d.objects, ...d.agents, ...d.obliques.map((o) => o.np)].filter(
    (p) => !p.shared && p.head > d.predicate,
  )
  for (const p of inside) {
    const time = isTime(tree, p.head)
    if (!time && tree.tokens[p.head]!.upos !== 'PROPN') continue
    for (const k of kidsBy(tree, p.head, 'nmod').filter((n) => tree.tokens[n]!.deprel === 'nmod' && n > p.head)) {
      const prep = prepositionOf(tree, k)
      if (time ? prep !== 'of' && prep !== '' : OUTER.has(prep)) d.obliques.push(...obliquesAt(work, k))
    }
  }
}

/** "moved from Lagos *to Abuja*": where a way begins and where it ends both belong to the verb. */
function liftGoals(work: Work, d: Draft): void {
  const { tree } = work
  for (const { prep, np } of [...d.obliques]) {
    if (prep !== 'from' || np.shared) continue
    for (const k of kidsBy(tree, np.head, 'nmod').filter((n) => n > np.head && prepositionOf(tree, n) === 'to'))
      d.obliques.push(...obliquesAt(work, k))
  }
}

/** "There are plans": the thing that there is stands as subject, whatever the parser called it. */
export function settleExistential(work: Work, d: Draft): void {
  if (!isExistential(work.tree, d.predicate) || d.surface.length > 0) return
  d.surface = d.objects
  d.objects = []
}

/** '"…," added *the agency*': the noun after a verb of saying that stands beside its content is its subject. */
export function settleSpeaker(work: Work, d: Draft): void {
  const { tree } = work
  if (d.form !== 'verb' || d.passive || d.surface.length > 0 || !SPEECH.has(d.lemma) || d.objects.length !== 1) return
  const quoted =
    rel(tree, d.predicate) === 'parataxis' || kidsBy(tree, d.predicate, 'ccomp').some((k) => k < d.predicate)
  if (!quoted || d.objects[0]!.head < d.predicate) return
  d.surface = d.objects
  d.objects = []
}
