import { blank, clauseAbove, type Draft, type Work } from './draft.ts'
import { SPEECH } from './lexicon.ts'
import { isGerundComplement } from './predicate.ts'
import { isComplement, isNonFinite, isPurpose, outerSubject } from './subjects.ts'
import { isNominal, kidsBy, lemmaAt, rel, type Tree } from './tree.ts'

/** Links each verbal clause to the clause that it completes, or else to the one it is joined to. */
export function linkGovernors(work: Work): void {
  for (const i of work.tree.order) {
    const d = work.verbs.get(i)
    if (d) link(work, d)
  }
  for (const d of work.drafts) if (d.form !== 'noun') adoptQuoted(work, d)
}

function link(work: Work, d: Draft): void {
  const { tree } = work
  const head = tree.up[d.predicate]!
  const outer = outerSubject(tree, d.predicate)
  if (outer !== undefined && isNonFinite(tree, d.predicate)) d.governor = nounDraft(work, outer).id
  if (head < 0 || d.governor !== undefined) return
  const host = work.verbs.get(head)
  switch (rel(tree, d.predicate)) {
    case 'conj':
      linkConjunct(work, d, head)
      return
    case 'xcomp':
      if (host && !host.passive && isPurpose(host, tree, d.predicate)) join(d, host, 'adverbial')
      else d.governor = governing(work, head)?.id
      return
    case 'ccomp':
    case 'csubj':
      d.governor = governing(work, head)?.id
      return
    case 'acl':
    case 'advcl':
    case 'amod':
      linkModifier(work, d, head, host)
      return
    default:
      join(d, clauseAbove(work, head), rel(tree, d.predicate) === 'parataxis' ? 'parenthetical' : 'modifier')
  }
}

/** The clause or, for a noun without one, the nominal clause that a token heads. */
const governing = (work: Work, i: number): Draft | undefined =>
  work.verbs.get(i) ?? (isNominal(work.tree, i) ? nounDraft(work, i) : clauseAbove(work, i))

function linkConjunct(work: Work, d: Draft, head: number): void {
  const first = work.verbs.get(head) ?? clauseAbove(work, head)
  if (!first) return
  d.governor = first.governor
  join(d, first, 'coordinate')
}

function linkModifier(work: Work, d: Draft, head: number, host: Draft | undefined): void {
  const { tree } = work
  const adjective = host?.form === 'copula' && tree.tokens[head]!.upos === 'ADJ'
  if (rel(tree, d.predicate) === 'advcl' && host && isGerundComplement(tree, d.predicate)) {
    d.governor = host.id
    return
  }
  if (rel(tree, d.predicate) === 'advcl' && host && !(adjective && isComplement(tree, d.predicate))) {
    join(d, host, 'adverbial')
    return
  }
  if (adjective && host) {
    d.governor = host.id
    return
  }
  const completes = isComplement(tree, d.predicate) && !d.modifies && !work.relatives.clauses.has(d.predicate)
  if (completes && isNominal(tree, head)) d.governor = nounDraft(work, head).id
  else join(d, clauseAbove(work, head), 'modifier')
}

function join(d: Draft, host: Draft | undefined, how: NonNullable<Draft['joined']>): void {
  if (!host || host === d) return
  d.host = host.id
  d.joined = how
}

const nounDraft = (work: Work, i: number): Draft => work.nouns.get(i) ?? blank(work, i, 'noun', lemmaAt(work.tree, i))

/** '"We are friends," Lasso said': the verb of saying that stands beside its content governs it. */
function adoptQuoted(work: Work, d: Draft): void {
  const { tree } = work
  if (rel(tree, d.predicate) !== 'parataxis' || !SPEECH.has(d.lemma) || d.surface.length === 0) return
  const host = work.verbs.get(tree.up[d.predicate]!)
  if (!host || hasContent(tree, d.predicate)) return
  d.host = undefined
  d.joined = undefined
  for (const said of [host, ...coordinates(work, host)]) said.governor ??= d.id
}

const hasContent = (tree: Tree, i: number): boolean => kidsBy(tree, i, 'ccomp').length > 0
const coordinates = (work: Work, host: Draft): Draft[] =>
  kidsBy(work.tree, host.predicate, 'conj').flatMap((k) => work.verbs.get(k) ?? [])

/** The words that a governor adds to `under`. */
export function governingWords(d: Draft): string[] {
  return d.passive || d.form === 'copula' ? [...(d.lemma === 'be' ? [] : ['be']), d.lemma] : [d.lemma]
}

const DEEPEST = 12

/** Governing lemmas from near to far; a loop in the links or a dozen governors end the walk. */
export function under(work: Work, d: Draft): string[] {
  const out: string[] = []
  const seen = new Set([d.id])
  for (let id = d.governor; id !== undefined && !seen.has(id) && seen.size <= DEEPEST; id = work.drafts[id]!.governor) {
    seen.add(id)
    out.push(...governingWords(work.drafts[id]!))
    const copula = work.drafts[id]!.form === 'noun' ? work.verbs.get(work.drafts[id]!.predicate) : undefined
    if (copula) out.push('be')
  }
  return out
}
