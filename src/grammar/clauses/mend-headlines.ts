import type { Mend, Patch } from './mend.ts'
import { hasMainVerb } from './mend-finite.ts'
import { isCommaAt, isNounAt } from './mend-tests.ts'
import { isInfinitive } from './predicate.ts'
import { formAt, hasKid, isNominal, kidsBy, rel, type Tree } from './tree.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Verbs that headlines are made of and that are nouns too, or that a tagger takes for nouns. */
const TRANSITIVE =
  set(`visit meet host recall expel open close sign welcome receive urge name warn join reject accept condemn
  recognise recognize cut restore sever summon announce seek hold back send lose ask tell see begin launch face offer slam hail
  thank praise pledge approve pass ban lift impose suspend resume halt cancel postpone delay blast slap mark award rename
  appoint elect swear pick dump oust sack greet assure invite demand deny confirm ratify renew review support veto block raise
  freeze boost deploy withdraw reopen mourn celebrate criticise criticize accuse arrest free release bar buy sell sue
  protest decry rebuke cite test fire shell strike kill hit mull probe quit near fear defy dismiss deport extradite`)
/** Verbs whose forms in "-s" are hardly ever nouns. */
const ALONE =
  set(`resign arrive meet depart die win agree refuse vow warn abstain withdraw apologise apologize flee reopen
  resume begin leave go come return stay remain sign join seek reject welcome expel recall condemn send hold become`)

/** Verbs known by the word after them, where who acts stands before them. */
const CALLS: Readonly<Record<string, readonly string[]>> = {
  call: ['for', 'on', 'off'],
  vote: ['for', 'against', 'to'],
  plan: ['to'],
}

/** The verb's lemma for a form in "-s". */
function lemmaOf(form: string): string {
  if (/(?:ss|sh|ch|x|o)es$/.test(form)) return form.slice(0, -2)
  if (form.length <= 4) return form.slice(0, -1)
  return form.endsWith('ies') ? `${form.slice(0, -3)}y` : form.slice(0, -1)
}

const THIRD = {
  upos: 'VERB',
  xpos: 'VBZ',
  feats: { Mood: 'Ind', Number: 'Sing', Person: '3', Tense: 'Pres', VerbForm: 'Fin' },
}
const PLURAL = { upos: 'VERB', xpos: 'VBP', feats: { Mood: 'Ind', Tense: 'Pres', VerbForm: 'Fin' } }
const TO_THE_LEFT = new Set([
  'compound',
  'amod',
  'det',
  'nummod',
  'nmod:poss',
  'nmod',
  'appos',
  'conj',
  'flat',
  'nmod:desc',
])

/** "Turkish foreign minister *visits* Cairo": where nothing else is a verb, a noun in "-s" between a name and an object is one. */
const headlineVerb: Mend = (tree) => {
  const root = tree.order[0]
  if (root === undefined || !isNominal(tree, root) || hasMainVerb(tree)) return []
  const v = tree.tokens.findIndex((t, i) => i > 0 && ['NNS', 'NN', 'NNPS'].includes(t.xpos) && isHeadlineVerb(tree, i))
  if (v < 0) return []
  const subject = subjectOf(tree, v, root)
  return subject < 0 ? [] : verbPatches(tree, v, root, subject, { ...THIRD, lemma: lemmaOf(formAt(tree, v)) })
}

function isHeadlineVerb(tree: Tree, i: number): boolean {
  const form = formAt(tree, i)
  if (!form.endsWith('s') || form !== tree.tokens[i]!.form || hasKid(tree, i, 'case')) return false
  const lemma = lemmaOf(form)
  const before = tree.tokens[i - 1]!
  const closes = before.deprel === 'acl:relcl'
  if (!['NOUN', 'PROPN'].includes(before.upos) && before.form !== ',' && !closes) return false
  if (closes && lemma === 'lie') return true
  if (CALLS[lemma]?.includes(tree.tokens[i + 1]?.form ?? '')) return before.upos === 'PROPN' || ACTORS.has(before.form)
  return ALONE.has(lemma) || (TRANSITIVE.has(lemma) && opensPhrase(tree, i + 1))
}

const FIRSTS = new Set(['first', 'second', 'third', 'new', 'last'])

/** A noun phrase that nothing leads. */
function opensPhrase(tree: Tree, i: number): boolean {
  const t = tree.tokens[i]
  return (
    t !== undefined &&
    (FIRSTS.has(t.form) || ['PROPN', 'DET', 'PRON', 'NUM'].includes(t.upos) || ['JJ', 'NN', 'NNS'].includes(t.xpos))
  )
}

/** The noun right before the verb, or before the comma that ends what interrupts it: then the root. */
function subjectOf(tree: Tree, v: number, root: number): number {
  if (!isCommaAt(tree, v - 1) && tree.tokens[v - 1]!.deprel !== 'acl:relcl') return v - 1
  return root < v && rel(tree, v) !== 'compound' ? root : -1
}

/** Makes a noun the verb of its sentence: what stood before it is of its subject, what follows is its object and phrases. */
function verbPatches(tree: Tree, v: number, root: number, subject: number, tag: Patch['tag']): Patch[] {
  const top = root === v || root === subject ? subject : highest(tree, subject, v)
  const old = tree.up[v]!
  const moved = tree.kids[v]!.filter((k) => k !== top && k !== subject)
  return [
    { i: v, head: -1, deprel: 'root', ...(tag && { tag }) },
    { i: top, head: v, deprel: 'nsubj' },
    ...(root !== v && root !== top ? [{ i: root, head: v, deprel: root < v ? 'nsubj' : 'obj' }] : []),
    ...moved.map((k): Patch => {
      const { deprel } = tree.tokens[k]!
      if (k < v) return { i: k, head: TO_THE_LEFT.has(deprel) ? top : v, deprel }
      return { i: k, head: v, deprel: hasKid(tree, k, 'case') ? 'obl' : deprel === 'punct' ? deprel : objectOr(deprel) }
    }),
    ...(old >= 0 && old > v && old !== root ? [{ i: old, head: v, deprel: 'obj' }] : []),
    ...after(tree, v, [root, top, ...moved]),
  ]
}

/** What follows the verb and hangs on what stands before it. */
const after = (tree: Tree, v: number, done: readonly number[]): Patch[] =>
  tree.up.flatMap((h, k): Patch[] => {
    if (k <= v || h < 0 || h >= v || done.includes(k)) return []
    const { deprel } = tree.tokens[k]!
    return [{ i: k, head: v, deprel: hasKid(tree, k, 'case') ? 'obl' : deprel === 'punct' ? deprel : 'obl:unmarked' }]
  })

const objectOr = (deprel: string): string =>
  ['nmod', 'compound', 'flat', 'appos', 'dep'].includes(deprel) ? 'obj' : deprel

/** The word that heads the phrase before the verb. */
function highest(tree: Tree, i: number, v: number): number {
  let at = i
  while (tree.up[at]! >= 0 && tree.up[at]! < v) at = tree.up[at]!
  return at
}

/** "Cuba, EU *hold* talks", "EU leaders *back* Kyiv": several who stand before a plain form and an object. */
const headlinePlural: Mend = (tree) => {
  const root = tree.order[0]
  if (root === undefined || !isNounAt(tree, root) || hasMainVerb(tree)) return []
  const v = tree.tokens.findIndex(
    (t, i) => i > 0 && PLAIN.has(t.xpos) && TRANSITIVE.has(t.form) && opensPhrase(tree, i + 1),
  )
  if (v < 0 || hasKid(tree, v, 'mark', 'case', 'det', 'cc')) return []
  const last = v - 1
  const plural = ['NNS', 'NNPS'].includes(tree.tokens[last]!.xpos)
  const first = plural ? highest(tree, last, v) : firstOfPair(tree, last, v)
  if (first < 0 || hasKid(tree, first, 'case') || hasKid(tree, last, 'case')) return []
  const object = objectAfter(tree, v)
  if (![first, object, v].includes(root)) return []
  return [
    { i: v, head: -1, deprel: 'root', tag: { ...PLURAL, lemma: formAt(tree, v) } },
    { i: first, head: v, deprel: 'nsubj' },
    ...(first === last
      ? []
      : [{ i: last, head: plural ? tree.up[last]! : first, deprel: plural ? tree.tokens[last]!.deprel : 'conj' }]),
    { i: object, head: v, deprel: 'obj' },
  ]
}
const PLAIN = new Set(['NN', 'NNP', 'VB', 'JJ', 'RB', 'RP', 'IN'])

/** The name before a comma or "and" and the name that ends before the verb. */
function firstOfPair(tree: Tree, last: number, v: number): number {
  if (tree.tokens[last]!.upos !== 'PROPN') return -1
  const root = tree.order[0]!
  return root < last && tree.tokens.slice(root + 1, v).some((t) => t.form === ',' || t.form === 'and') ? root : -1
}

/** The head of the phrase that begins right after the verb. */
function objectAfter(tree: Tree, v: number): number {
  let at = v + 1
  while (tree.up[at]! > at && !hasKid(tree, tree.up[at]!, 'case')) at = tree.up[at]!
  return at
}

const ACTORS =
  set(`president minister ministers premier chancellor leader leaders king queen pope prince envoy envoys ambassador
  delegation secretary chief pm fm government parliament states countries nations presidents diplomats troops official officials
  lawmakers senators mps`)

/** "Romania, Bulgaria *to join* the pact": a name and an infinitive without any verb tell what will be. */
const headlineInfinitive: Mend = (tree) => {
  const root = tree.order[0]
  if (root === undefined || !isNominal(tree, root) || hasMainVerb(tree) || hasKid(tree, root, 'case', 'det')) return []
  const v = kidsBy(tree, root, 'parataxis', 'acl', 'xcomp', 'advcl', 'conj', 'dep', 'list').find(
    (k) => k > root && isInfinitive(tree, k) && tree.tokens[k]!.upos === 'VERB',
  )
  if (v === undefined || hasKid(tree, v, 'nsubj')) return []
  const before = tree.tokens[tree.left[v]! - 1]
  const actor = before !== undefined && (before.upos === 'PROPN' || ACTORS.has(before.form.toLowerCase()))
  if (!actor || hasKid(tree, root, 'nsubj', 'cop')) return []
  return [
    { i: v, head: -1, deprel: 'root' },
    { i: root, head: v, deprel: 'nsubj' },
    ...tree.kids[root]!.filter((k) => k > v).map((i) => ({ i, head: v, deprel: tree.tokens[i]!.deprel })),
  ]
}

/** "Crown prince *due* in Ankara": without any verb, "due" and a place say who will come. */
const headlineDue: Mend = (tree) => {
  const root = tree.order[0]
  if (root === undefined || !isNominal(tree, root) || hasMainVerb(tree) || hasKid(tree, root, 'case', 'det')) return []
  const due = tree.tokens.findIndex((t, i) => i === root + 1 && t.form === 'due' && rel(tree, i) === 'case')
  const place = due < 0 ? -1 : tree.up[due]!
  const lead = due + 1
  if (place <= lead || !['in', 'at', 'for', 'on'].includes(tree.tokens[lead]!.form)) return []
  return [
    { i: due, head: -1, deprel: 'root' },
    { i: root, head: due, deprel: 'nsubj' },
    { i: place, head: due, deprel: 'obl' },
    { i: lead, head: place, deprel: 'case' },
  ]
}

/** Headlines: sentences without auxiliaries and articles, whose verbs a tagger takes for nouns. */
export const headlineMends: Readonly<Record<string, Mend>> = {
  headlineVerb,
  headlinePlural,
  headlineInfinitive,
  headlineDue,
}
