import type { Clause } from '../grammar/types.ts'
import type { Modality } from '../model/fact.ts'
import type { Line } from './article.ts'
import { lightOf } from './dating.ts'
import { SPEECH } from './en/speech.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const PLANNED =
  set(`plan schedule expect due set intend prepare aim slate look poise ready going agree promise pledge vow commit decide vote
  announce confirm anticipate begin-plan about upcoming forthcoming`)
const PROPOSED =
  set(`want wish hope urge ask call invite invitation offer propose proposal encourage need seek request recommend
  suggest discuss demand press pressure order instruct appeal consider happy willing keen eager interested like opportunity prospect possible
  possibility able intention effort desire readiness willingness interest mull explore advocate favour favor support back require
  important necessary threaten threat resolution motion bid allow enable help let welcome support try attempt time`)
const DONE = set('help enable allow let')
const CANCELLED = set('cancel call-off scrap abandon postpone shelve cancellation postponement')
const DENIED = set('refuse decline fail reject deny exclude refusal failure forbid prevent stop avoid bar')
const PLANNED_WORDS = set(
  'pending impending imminent looming upcoming planned forthcoming scheduled next future coming expected',
)
const PROPOSED_WORDS = set('proposed possible potential prospective eventual')
/** "Welcomed the *recent* summit": it took place. */
const PAST_WORDS = set('recent last latest past previous earlier successful historic')
const CANCELLED_WORDS = set('cancelled canceled postponed aborted')

/** How the text presents what a clause tells, short of the kind's own default. */
export function modalityOf(line: Line, clause: Clause): Modality | undefined {
  if (clause.form === 'noun') return ofNoun(line, clause)
  return ofVerb(line, clause, 0)
}

function ofVerb(line: Line, c: Clause, depth: number): Modality | undefined {
  if (c.negated || c.never) return 'denied'
  if (c.mark === 'for' && c.tense === 'none') return undefined
  const aimed = byNounBefore(line, c)
  if (aimed) return aimed
  const governed = byGovernor(line, c)
  if (governed && governed !== 'planned') return governed
  if (c.mark === 'to' && c.tense === 'present' && !c.perfect && c.form === 'verb') return 'planned'
  if (c.tense === 'future' || c.modals.some((m) => m === 'will' || m === 'shall')) return 'planned'
  if (c.modals.includes('would') && c.tense !== 'past') return c.perfect ? undefined : 'planned'
  if (c.modals.some((m) => ['should', 'must', 'may', 'might', 'could', 'can', 'ought'].includes(m))) return 'proposed'
  if (governed) return governed
  if (c.tense === 'none' && depth < 4) return ofHost(line, c, depth) ?? ofPurpose(line, c, depth)
  return undefined
}

/** The word that governs an infinitive or a content: a plan, a wish, a refusal. A verb of saying ends the search. */
function byGovernor(line: Line, c: Clause): Modality | undefined {
  const upTo = c.under.findIndex((w) => SPEECH.has(w))
  const above4 = c.under.slice(0, upTo < 0 ? 4 : Math.min(4, upTo)).map((w) => w.replaceAll(' ', '-'))
  if (above4.some((w) => CANCELLED.has(w))) return 'cancelled'
  if (above4.some((w) => DENIED.has(w))) return 'denied'
  let at: Clause | undefined = c
  for (let k = 0; k < c.under.length && k < 4; k++) {
    const word = c.under[k]!
    const above: Clause | undefined = at?.governor === undefined ? undefined : line.clauses[at.governor]
    const key = word.replaceAll(' ', '-')
    if (word === 'be' || word === 'have') continue
    if (CANCELLED.has(key)) return 'cancelled'
    if (DENIED.has(key)) return 'denied'
    // "Called the visit a provocation" names it.
    const named = key === 'call' && c.form === 'noun'
    const told =
      PROPOSED.has(key) && !named ? 'proposed' : PLANNED.has(key) && c.tense === 'none' ? 'planned' : undefined
    // "He helped to negotiate": it was done.
    if (told && DONE.has(key) && above?.tense === 'past' && !above.negated && !above.never) return undefined
    if (told) return above && (above.negated || above.never) ? 'denied' : told
    if (SPEECH.has(key)) return undefined
    at = above
  }
  return undefined
}

/** "The goal of *ousting*", "in the process of *leaving*", "the vote to *remove* him failed": what an aim or an attempt is for. */
function byNounBefore(line: Line, c: Clause): Modality | undefined {
  if (c.form !== 'verb' || c.tense === 'past' || c.tense === 'future') return undefined
  let k = c.predicate - 1
  while (k > 0 && SKIPPED.has(line.tokens[k]!.upos) && line.tokens[k]!.form !== 'to') k--
  const link = line.tokens[k]?.form.toLowerCase() ?? ''
  const noun = line.tokens[k - 1]
  if (noun?.upos !== 'NOUN' || (link !== 'of' && link !== 'to' && link !== 'toward' && link !== 'towards'))
    return undefined
  const word = noun.lemma.toLowerCase()
  if (link === 'to' ? !ATTEMPTS.has(word) : !AIMS.has(word) && !UNDER_WAY.has(word)) return undefined
  const verb = line.clauses.find(
    (v) => v.form === 'verb' && [...v.subjects, ...v.objects].some((s) => s.head === noun.i),
  )
  if (verb && (FAILING.has(verb.lemma) || (verb.negated && SUCCEEDING.has(verb.lemma)))) return 'denied'
  if (UNDER_WAY.has(word)) return c.lemma === 'negotiate' || c.lemma === 'discuss' ? undefined : 'planned'
  return 'proposed'
}
const SKIPPED = new Set(['ADV', 'PART'])
const AIMS =
  set(`goal aim purpose objective idea hope prospect possibility intention risk threat chance option dream question likelihood
  danger thought aspiration ambition`)
const UNDER_WAY = set('process verge brink cusp threshold eve midst')
const ATTEMPTS = set('vote bid attempt effort motion move push resolution campaign drive referendum plot petition')
const FAILING = set('fail collapse falter defeat reject fall block thwart foil lapse')
const SUCCEEDING = set('succeed pass carry')

/** "travelled to Paris *to sign*", "visiting and *meeting*": a clause without tense of its own goes with its host. */
function ofHost(line: Line, c: Clause, depth: number): Modality | undefined {
  const id = c.governor ?? c.host
  const host = id === undefined || id === c.id ? undefined : line.clauses[id]
  if (!host || host.form === 'noun') return undefined
  const there = ofVerb(line, host, depth + 1)
  if (there === 'denied' && c.governor === undefined) return undefined
  if (there) return there
  // "Became the third state to sign": it did.
  const ranked = BECOMING.has(host.lemma) && host.predicatives.length > 0 && host.tense === 'past'
  return c.mark === 'to' && c.joined === 'adverbial' && host.tense === 'past' && !ordinalHost(c) && !ranked
    ? 'planned'
    : undefined
}
/** "The ceremony *to open it* will be held": what something still to come is for. */
function ofPurpose(line: Line, c: Clause, depth: number): Modality | undefined {
  const noun = c.mark === 'to' ? c.modifies?.head : undefined
  const told = line.clauses.find(
    (v) => v.form !== 'noun' && v.id !== c.id && [...v.subjects, ...v.objects].some((np) => np.head === noun),
  )
  return told && noun !== undefined && ofVerb(line, told, depth + 1) === 'planned' ? 'planned' : undefined
}

const BECOMING = set('become be remain')
const ordinalHost = (c: Clause): boolean => c.modifies !== undefined

/** "The urgent need *for* a ceasefire": the noun that a noun is asked for by. */
export function askedFor(line: Line, c: Clause): boolean {
  for (let k = c.predicate - 1; k > 0 && c.predicate - k < 7; k--) {
    const t = line.tokens[k]!
    if (t.form.toLowerCase() === 'for') return ASKING.has(line.tokens[k - 1]!.lemma.toLowerCase())
    if (!['ADJ', 'DET', 'NOUN', 'PROPN', 'ADV', 'CCONJ', 'PUNCT', 'NUM', 'VERB'].includes(t.upos)) return false
  }
  return false
}
const ASKING = new Set(['need', 'call', 'request', 'appeal', 'demand', 'plea', 'prospect', 'hope', 'push', 'necessity'])

function ofNoun(line: Line, c: Clause): Modality | undefined {
  if (askedFor(line, c)) return 'proposed'
  const words = c.modifiers.map((k) => line.tokens[k]!.form.toLowerCase())
  if (words.some((w) => CANCELLED_WORDS.has(w)) || calledOff(line, c)) return 'cancelled'
  if (words.some((w) => PLANNED_WORDS.has(w)) || ofNextRound(line, c) || prepared(line, c)) return 'planned'
  if (words.some((w) => PROPOSED_WORDS.has(w))) return 'proposed'
  if (words.some((w) => PAST_WORDS.has(w))) return undefined
  if (
    line.clauses.some(
      (v) => v.form !== 'noun' && v.tense === 'future' && v.subjects.some((s) => s.head === c.predicate),
    )
  )
    return 'planned'
  const light = lightOf(line, c)
  if (light && light.id !== c.id) return ofVerb(line, light, 0)
  const governor = c.governor === undefined ? undefined : line.clauses[c.governor]
  const off = line.clauses.find(
    (v) =>
      CANCELLED.has(v.lemma.replaceAll(' ', '-')) && [...v.objects, ...v.subjects].some((s) => s.head === c.predicate),
  )
  if (off && stillOn(off)) return 'planned'
  const aim = meansTo(line, c) ?? partOfPlan(line, c)
  if (aim) return aim
  return byGovernor(line, c) ?? (governor && governor.form !== 'noun' ? ofGoverned(line, governor) : undefined)
}
/** "*May* cancel", "did *not* cancel", "*called on* him to cancel": what is not called off still stands. */
export const stillOn = (c: Clause): boolean =>
  c.negated ||
  c.never ||
  c.mark === 'if' ||
  c.modals.some((m) => ['may', 'might', 'could', 'would', 'should', 'can'].includes(m)) ||
  c.under.some((w) => ['threaten', 'consider', 'urge', 'call', 'ask', 'refuse', 'want', 'press'].includes(w))
/** "Ahead of *talks*", "lay the groundwork for *a summit*", "preparations for *the visit*": what is still to come where it is told of. */
function prepared(line: Line, c: Clause): boolean {
  let k = c.predicate - 1
  while (k > 0 && ['DET', 'ADJ', 'PROPN', 'PRON', 'PART', 'NUM'].includes(line.tokens[k]!.upos)) k--
  const words = line.tokens.slice(Math.max(0, k - 2), k + 1).map((t) => t.lemma.toLowerCase())
  return BEFOREHAND.test(words.join(' '))
}
const BEFOREHAND =
  /(?:^| )(?:ahead of|in advance of|(?:groundwork|stage|preparation|preparations|prepare|way|ready) for|build (?:up )?towards?|(?:lead|run)-?up to)$/

/** "The *next round* of talks", "the *upcoming session* of the dialogue". */
function ofNextRound(line: Line, c: Clause): boolean {
  const noun = line.tokens[line.tokens[c.predicate]!.head]
  if (!noun || noun.i > c.predicate || !ROUNDS.has(noun.lemma.toLowerCase())) return false
  return line.tokens.some(
    (t) => t.head === noun.i && t.i < noun.i && t.deprel === 'amod' && PLANNED_WORDS.has(t.form.toLowerCase()),
  )
}
const ROUNDS = set('meeting round session iteration edition installment instalment')

/** "His planned trip to Chad, *which was cancelled*": it is the event that is, also where the tree has the clause on the place. */
const calledOff = (line: Line, c: Clause): boolean =>
  line.clauses.some((v) => {
    const far = v.modifies ? v.modifies.head - c.predicate : -1
    if (far < 0 || far > 5 || v.negated || v.modals.length || !CANCELLED.has(v.lemma.replaceAll(' ', '-'))) return false
    return !line.tokens.slice(c.predicate + 1, c.predicate + far).some((t) => t.upos === 'VERB')
  })

/** "Will preside *over the opening*", "are to sign it *during his visit*", "the ceremony *to open it* will be held": part of what is to come. */
function partOfPlan(line: Line, c: Clause): Modality | undefined {
  if (!OCCASIONS.has(line.tokens[c.predicate]!.lemma.toLowerCase())) return undefined
  const around = line.clauses.find(
    (v) => v.form === 'verb' && v.obliques.some((o) => AT_IT.has(o.prep) && o.np.head === c.predicate),
  )
  const told = around && ofVerb(line, around, 0)
  return told === 'planned' ? told : undefined
}
const OCCASIONS =
  set(`visit trip tour stay opening reopening closing closure signing inauguration launch presentation meeting talk talks
  summit conference session ceremony`)
const AT_IT = set('over at in during for with through')

/** "We look forward to deepening ties *through the opening* of an embassy": the means of what is still to be done. */
function meansTo(line: Line, c: Clause): Modality | undefined {
  const end = line.clauses.find(
    (v) => v.form === 'verb' && v.obliques.some((o) => MEANS.has(o.prep) && o.np.head === c.predicate),
  )
  const told = end && ofVerb(line, end, 0)
  return told === 'planned' || told === 'proposed' ? told : undefined
}
const MEANS = set('through by via with')

/** "looks forward to this visit", "will discuss the agreement": what is only spoken of keeps its own modality. */
function ofGoverned(line: Line, verb: Clause): Modality | undefined {
  const lemma = verb.lemma.replaceAll(' ', '-')
  if (CANCELLED.has(lemma)) return 'cancelled'
  if (DENIED.has(lemma)) return 'denied'
  if (PLANNED.has(lemma)) return 'planned'
  // "Called the expulsion a provocation": it is named, not asked for.
  if (PROPOSED.has(lemma) && lemma !== 'call') return 'proposed'
  return verb.tense === 'future' || verb.negated ? ofVerb(line, verb, 0) : undefined
}
