import { formAt, hasKid, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

export type Form = 'verb' | 'copula'
const NEVER = new Set(
  'aux cop case mark cc det fixed flat compound goeswith punct discourse expl reparandum nummod advmod'.split(' '),
)
const CLAUSE_LIKE = new Set(['root', 'conj', 'ccomp', 'csubj', 'advcl', 'acl', 'parataxis', 'xcomp'])

/** Whether a token is the predicate of a clause of its own; nominal events are apart. */
export function formOf(tree: Tree, i: number): Form | undefined {
  const { upos, xpos } = tree.tokens[i]!
  if (NEVER.has(rel(tree, i)) && !hasKid(tree, i, 'nsubj')) return undefined
  if (upos === 'VERB' && lemmaAt(tree, i) === 'be') return 'copula'
  if (upos === 'VERB') return rel(tree, i) === 'amod' && xpos !== 'VBN' && xpos !== 'VBG' ? undefined : 'verb'
  if (upos === 'AUX') return auxiliaryForm(tree, i)
  if (hasKid(tree, i, 'cop')) return 'copula'
  if (hasKid(tree, i, 'nsubj')) return hasKid(tree, i, 'aux', 'obj') ? 'verb' : 'copula'
  if (hasKid(tree, i, 'aux', 'obj') && CLAUSE_LIKE.has(rel(tree, i))) return 'verb'
  if (upos === 'ADJ') return adjectiveForm(tree, i)
  return alsoPredicated(tree, i) ? 'copula' : undefined
}

/** "Is a gateway to the islands and *a partner* of Japan": a second noun that the subject is. */
function alsoPredicated(tree: Tree, i: number): boolean {
  const up = tree.up[i]!
  if (tree.tokens[i]!.upos !== 'NOUN' || rel(tree, i) !== 'conj' || up < 0 || up >= i) return false
  return tree.tokens[up]!.upos === 'NOUN' && hasKid(tree, up, 'cop') && hasKid(tree, i, 'det', 'amod', 'nmod')
}

function auxiliaryForm(tree: Tree, i: number): Form | undefined {
  if (!CLAUSE_LIKE.has(rel(tree, i))) return undefined
  return lemmaAt(tree, i) === 'be' ? 'copula' : 'verb'
}

/** "countries *likely* to vote", "*due* to visit": an adjective after its noun, or with a clause of its own. */
function adjectiveForm(tree: Tree, i: number): Form | undefined {
  if (rel(tree, i) === 'acl') return 'copula'
  if (!['xcomp', 'amod', 'advcl', 'root', 'parataxis'].includes(rel(tree, i))) return undefined
  return hasKid(tree, i, 'xcomp', 'ccomp', 'csubj') || infinitives(tree, i) ? 'copula' : undefined
}

const infinitives = (tree: Tree, i: number): boolean => kidsBy(tree, i, 'advcl').some((k) => isInfinitive(tree, k))

export const isInfinitive = (tree: Tree, i: number): boolean =>
  kidsBy(tree, i, 'mark', 'aux').some((k) => formAt(tree, k) === 'to') && tree.tokens[i]!.xpos !== 'VBG'

const COMPLETING = new Set(['of', 'from', 'for', 'on', 'into', 'to', 'about', 'against', 'in', 'upon'])

/** "accused it *of violating*", "insisted *on visiting*", "looks forward *to opening*": a gerund that completes the verb before it. */
export function isGerundComplement(tree: Tree, i: number): boolean {
  const head = tree.up[i]!
  if (tree.tokens[i]!.xpos !== 'VBG' || head < 0 || head > i) return false
  const mark = kidsBy(tree, i, 'mark', 'case').find((k) => k < i && COMPLETING.has(formAt(tree, k)))
  return mark !== undefined && tree.tokens[mark - 1]?.upos !== 'PUNCT'
}

/** `visit`, `call off`; for a contracted or capitalised form the lemma as tagged. */
export const predicateLemma = (tree: Tree, i: number): string =>
  [
    lemmaAt(tree, i),
    ...tree.kids[i]!.filter((k) => tree.tokens[k]!.deprel === 'compound:prt' || isParticle(tree, i, k)).map((k) =>
      formAt(tree, k),
    ),
  ].join(' ')

/** "walked *out*", which a parser takes for an adverb. */
const isParticle = (tree: Tree, i: number, k: number): boolean =>
  k === i + 1 && ['RB', 'RP'].includes(tree.tokens[k]!.xpos) && PARTICLES.has(`${lemmaAt(tree, i)} ${formAt(tree, k)}`)
const PARTICLES = new Set([
  'walk out',
  'pull out',
  'pull back',
  'call off',
  'break off',
  'cut off',
  'rule out',
  'carry out',
  'step down',
  'sign up',
  'set up',
  'swear in',
])

/** Auxiliaries and copulas of a predicate, in order. */
export const auxiliaries = (tree: Tree, i: number): number[] => kidsBy(tree, i, 'aux', 'cop')

export function isPassive(tree: Tree, i: number): boolean {
  const { xpos, upos } = tree.tokens[i]!
  if (upos !== 'VERB' || xpos === 'VBG' || xpos === 'VBZ' || xpos === 'VBP') return false
  const kids = tree.kids[i]!.map((k) => tree.tokens[k]!.deprel)
  const helpers = auxiliaries(tree, i).map((k) => lemmaAt(tree, k))
  if (helpers.at(-1) === 'have') return false
  if (kids.includes('aux:pass') || kids.includes('nsubj:pass')) return true
  if (xpos !== 'VBN') return xpos === 'VBD' && bareParticiple(tree, i) && kids.includes('obl:agent')
  if (helpers.includes('be') || helpers.includes('get')) return true
  if (helpers.length === 0 && rel(tree, i) === 'conj') return followsPassive(tree, firstConjunct(tree, i))
  if (helpers.length > 0) return false
  return bareParticiple(tree, i) || !hasKid(tree, i, 'obj', 'nsubj') || isHeadlinePassive(tree, i)
}

/** "President *sworn* in": a participle that is no past tense needs no auxiliary in a headline. */
const isHeadlinePassive = (tree: Tree, i: number): boolean =>
  rel(tree, i) === 'root' && NO_PAST.has(formAt(tree, i)) && !hasKid(tree, i, 'obj')
const NO_PAST = new Set(
  'sworn taken given shown chosen seen driven broken frozen withdrawn torn stolen forgotten'.split(' '),
)

/** "was closed and *replaced*": after a passive, or after a participle taken for an adjective. */
const followsPassive = (tree: Tree, first: number): boolean =>
  rel(tree, first) !== 'conj' &&
  (tree.tokens[first]!.upos === 'ADJ' ? hasKid(tree, first, 'cop') : isPassive(tree, first))

/** The first of a chain of coordinate predicates. */
export function firstConjunct(tree: Tree, i: number): number {
  let at = i
  while (rel(tree, at) === 'conj' && tree.up[at]! >= 0) at = tree.up[at]!
  return at
}

/** "the treaty *signed* by both", "*accompanied* by his wife", "the newly *opened* office". */
const bareParticiple = (tree: Tree, i: number): boolean =>
  ['acl', 'advcl', 'amod'].includes(rel(tree, i)) &&
  tree.tokens[i]!.deprel !== 'acl:relcl' &&
  !hasKid(tree, i, 'nsubj', 'obj')

/** "there are plans": an existential, whose subject is the thing that there is. */
export const isExistential = (tree: Tree, i: number): boolean =>
  kidsBy(tree, i, 'expl').some((k) => formAt(tree, k) === 'there')
