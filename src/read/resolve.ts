import type { Participant, Token } from '../grammar/types.ts'
import { type EntityId, officeId, stateId } from '../model/ids.ts'
import type { Article, Line } from './article.ts'
import { ownerOfBare } from './bare-office.ts'
import { delegationBefore, PERSONS, personsCounted } from './couples.ts'
import { ORGAN_OF, ORGANS, pointsBack, STATE_NOUNS } from './en/words.ts'
import { distinct, type Entity, entityOf, ownerLabel, stateEntity } from './entity.ts'
import { bodiesInside, eachOf, ledPersons, namedNext, senders, toldByDeed } from './led.ts'
import { namesAfter } from './linear.ts'
import type { Mention } from './mention.ts'
import type { References } from './reference.ts'
import { nounClause } from './slots.ts'
import { holderOf, lookBack, lookBackMany, low, type Trace } from './trace.ts'

/** Who a phrase names: a name in it, what its pronoun or noun points back to, or its own words. */
export function resolve(article: Article, refs: References, traces: Trace[], line: Line, np: Participant): Entity[] {
  const head = line.tokens[np.head]
  if (!head) return []
  const known = refs.pronouns.get(head.start)
  if (known) return known
  const mention = lastPerson(line, np) ?? line.mentionAt[np.head] ?? personInside(line, np)
  if (mention) return fromMention(article, refs, traces, line, np, mention)
  const apposed = np.apposed.map((k) => line.mentionAt[k]).find((m) => m?.type === 'person')
  if (apposed) return [entityOf(apposed)]
  // "Ana Ruiz, *a career diplomat* who …".
  const beside = head.deprel === 'appos' ? line.mentionAt[head.head] : undefined
  if (beside?.type === 'person' && head.xpos === 'NN') return [entityOf(beside)]
  return fromNoun(article, refs, traces, line, np, head)
}

/** "Department of State Deputy Secretary Wendy Sherman": a name that ends a phrase of titles and organs is its head. */
function lastPerson(line: Line, np: Participant): Mention | undefined {
  const end = np.tokens.at(-1) ?? np.head
  const short = line.tokens[end + 1]?.form === '(' && line.tokens[end + 3]?.form === ')'
  const after = line.mentionAt[short ? end + 4 : end + 1]
  const last = after?.type === 'person' && line.mentionAt[end] !== after ? after : line.mentionAt[end]
  const head = line.mentionAt[np.head]
  if (last?.type !== 'person' || head === last || !head || head.type === 'person') return undefined
  if (head.type === 'state' && head.form === 'name') return last.start - head.end <= (short ? 9 : 1) ? last : undefined
  const words = np.tokens.filter((k) => k > np.head && line.mentionAt[k] !== last)
  return words.every((k) => ['PROPN', 'NOUN', 'ADJ', 'ADP', 'DET'].includes(line.tokens[k]!.upos)) ? last : undefined
}

/** A parser may take the title or a given name for the head. */
function personInside(line: Line, np: Participant): Mention | undefined {
  const near = [np.head - 1, np.head + 1].filter((k) => np.tokens.includes(k))
  return near.map((k) => line.mentionAt[k]).find((m) => m?.type === 'person' && m.end > line.tokens[np.head]!.start)
}

function fromMention(
  article: Article,
  refs: References,
  traces: Trace[],
  line: Line,
  np: Participant,
  m: Mention,
): Entity[] {
  if (m.type === 'body') return [organ(entityOf(m), article)]
  if (m.type === 'office') {
    const apposed = np.apposed.map((k) => line.mentionAt[k]).find((x) => x?.type === 'person')
    if (apposed) return [entityOf(apposed)]
    const next = m.plural ? undefined : namedNext(article, line, m)
    if (next) return [entityOf(next)]
    const several = m.plural && m.of ? eachOf(senders(refs, line, np, m.of), m, np.span) : []
    if (several.length > 1) return several
    if (m.plural && m.of && !ofMany(line, np))
      return [
        m.of.startsWith('state:')
          ? { ...stateEntity(m.of, np.span), form: 'organ' }
          : { type: 'body', id: m.of, label: bodyLabel(article, m), span: np.span },
      ]
    const persons = m.plural && !m.of ? personsCounted(traces, line, np) : []
    if (persons.length) return persons.map((e) => ({ ...e, span: np.span }))
    const both =
      m.plural && !m.of && pointsBack(np.tokens.map((k) => low(line.tokens[k]))) ? refs.pair(np.span.start) : []
    if (both.length === 2) return both.map((e) => ({ ...e, span: np.span, form: 'organ' }))
    const owners = m.of ? [] : statesInside(refs, line, np)
    if (m.plural && owners.length > 1) return owners.map((s) => entityOf({ ...m, of: s.id!, plural: false }))
    const owned = m.of
      ? m
      : { ...m, ...(owners.length === 1 ? { of: owners[0]!.id! } : ownerOfBare(article, refs, line, np, m.title)) }
    if (!m.plural && toldByDeed(article, m)) return owned.of ? [entityOf(owned)] : []
    const holder = holderOf(article, traces, line, entityOf(owned), np.head)
    return holder.length ? holder : [entityOf(owned)]
  }
  const e = entityOf(m)
  if (e.type !== 'state' || !['demonym', 'adjective'].includes(e.form ?? '')) return [e]
  return [{ ...e, type: 'people', label: phraseText(article, line, np) }]
}

/** "No US presidents", "five American presidents": a class of persons, not those who act for their state. */
const ofMany = (line: Line, np: Participant): boolean =>
  np.tokens.some((k) => k < np.head && (MANY.has(low(line.tokens[k])) || line.tokens[k]!.upos === 'NUM'))
const MANY = new Set('no none all every most many several few both which what only other former sitting'.split(' '))

/** The article's own name for the body that an office belongs to. */
const bodyLabel = (article: Article, m: Mention & { type: 'office' }): string => {
  const named = article.mentions.all.find((x) => x.type === 'body' && x.id === m.of)
  return named?.type === 'body' ? named.label : ownerLabel(m.of!)
}

/** An organ that acts for its state is the state. */
function organ(e: Entity, article: Article): Entity {
  const name = e.label.toLowerCase().replace(/^(the|u\.?s\.?) /, '')
  const known = ORGAN_OF[name]
  // Other states have one too: it is that of the place from which the text was sent.
  const elsewhere = name === 'foreign office' && article.from?.type === 'state' ? article.from.id : undefined
  if (elsewhere) return { ...stateEntity(elsewhere, e.span), form: 'metonym' }
  if (known) return { ...stateEntity(stateId(known), e.span), form: 'metonym' }
  const last = e.label.toLowerCase().split(' ')
  const acts = ['embassy', 'ministry', 'government', 'administration', 'department', 'cabinet'].some((w) =>
    last.includes(w),
  )
  return e.of && acts ? { ...stateEntity(e.of, e.span), form: 'organ' } : e
}

export const phraseText = (article: Article, line: Line, np: Participant): string => {
  const words = [...np.tokens]
  while (words.length > 1 && ['DET', 'PUNCT'].includes(line.tokens[words[0]!]!.upos)) words.shift()
  const [a, b] = [line.tokens[words[0]!]!, line.tokens[words.at(-1)!]!]
  return article.text.slice(a.start, b.end).replace(/\s+/g, ' ')
}

/** States named inside a phrase: "Israeli officials", "the government of Ecuador". */
export function statesInside(refs: References, line: Line, np: Participant): Entity[] {
  const out: Entity[] = []
  for (const k of np.tokens) {
    const m = line.mentionAt[k]
    if (m?.type === 'state') out.push(entityOf(m))
    else if (m?.type === 'body' && m.of) out.push(stateEntity(m.of, m))
    const pronoun = k === np.head ? undefined : refs.pronouns.get(line.tokens[k]!.start)
    for (const e of pronoun ?? []) {
      if (e.type === 'state') out.push(e)
      else if (e.of?.startsWith('state:')) out.push(stateEntity(e.of, e.span))
    }
  }
  return distinct(out)
}

function fromNoun(
  article: Article,
  refs: References,
  traces: Trace[],
  line: Line,
  np: Participant,
  head: Token,
): Entity[] {
  const noun = low(head)
  const words = np.tokens.map((k) => low(line.tokens[k]))
  const span = np.span
  const acting = { label: classText(article, line, np), noun, plural: head.xpos === 'NNS' }
  const states = statesInside(refs, line, np)
  if (/^counterparts?$/.test(noun)) {
    const name = line.mentionAt[np.head + 1]
    const peers =
      name?.type === 'person' ? [{ ...entityOf(name), ...ofState(states) }] : counterparts(refs, line, np, noun)
    if (peers.length) return peers.map((e) => ({ ...e, span }))
  }
  const led = ledPersons(refs, line, np, states)
  if (led.length) return led
  if (SENT.has(noun) && (!states.length || low(line.tokens[np.head + 1]) === 'of')) {
    const preps = IN_PLACE.has(noun) ? ['from', 'of', 'in'] : ['from', 'of']
    const from = (nounClause(line, np.head)?.obliques ?? []).filter((o) => preps.includes(o.prep))
    const listed = preps.flatMap((prep) => namesAfter(line, np.head, prep, true))
    const standing = namesAfter(line, np.head, 'representing', true)
    const whose = [...from.map((o) => o.np), ...listed, ...standing]
    const home = distinct(whose.flatMap((p) => statesInside(refs, line, p)))
    const bodies = distinct(whose.flatMap((p) => bodiesInside(line, p)))
    if (bodies.length && !words.includes('no')) return [...home.map((e) => ({ ...e, span, form: 'organ' })), ...bodies]
    if (home.length && !words.includes('no')) return home.map((e) => ({ ...e, span, form: 'organ', acting }))
  }
  // "The Italian Republic" is Italy by its longer name.
  if (['republic', 'kingdom'].includes(noun) && states.length === 1 && /^\p{Lu}/u.test(head.form))
    return states.map((e) => ({ ...e, span }))
  // "Between our governments": both sides, not one's own.
  const ours = words.includes('our') && STATE_NOUNS.has(noun) && noun.endsWith('s')
  if (ours && !np.tokens.some((k) => line.mentionAt[k])) {
    const both = refs.pair(head.start)
    if (both.length === 2) return both.map((e) => ({ ...e, span }))
  }
  const counted = PERSONS.has(noun) && !states.length ? personsCounted(traces, line, np) : []
  if (counted.length) return counted.map((e) => ({ ...e, span }))
  const several = states.length === 1 && SEVERAL.has(noun)
  if (
    ORGANS.has(noun) &&
    states.length > 0 &&
    !several &&
    !words.includes('no') &&
    (states.length === 1 || noun.endsWith('s'))
  ) {
    return states.map((e) => ({ ...e, span, form: 'organ', acting }))
  }
  if (REGIONS.has(noun)) {
    const name = np.tokens.map((k) => line.mentionAt[k]).find((m) => m?.type === 'name')
    if (name) return [entityOf(name)]
  }
  if (states.length > 1 && MANY_SIDED.has(noun) && !ofMany(line, np))
    return states.map((e) => ({ ...e, span, form: 'organ' }))
  if (ORGANS.has(noun) && noun.endsWith('s') && !states.length) {
    const bodies = distinct(bodiesInside(line, np))
    if (bodies.length && !ofMany(line, np)) return bodies
  }
  if (STATE_NOUNS.has(noun)) {
    if (pointsBack(words) && noun.endsWith('s')) return refs.pair(head.start).map((e) => ({ ...e, span }))
    if (noun === 'state' && words.length === 2 && words[0] === 'the') {
      return nearestState(line, np).map((e) => ({ ...e, span }))
    }
    if (['people', 'peoples'].includes(noun) && words.includes('of') && states.length === 1) {
      return [{ ...states[0]!, span, form: 'organ' }]
    }
    const one = ['country', 'nation'].includes(noun) ? oneState(refs, traces, line, np, words, states) : []
    if (one.length) return one.map((e) => ({ ...e, span }))
  }
  if (['delegation', 'group', 'team', 'entourage'].includes(noun) && words[0] === 'the' && words.indexOf(noun) === 1) {
    const many = lookBackMany(traces, line, 'person')
    if (many.length) return many.map((e) => ({ ...e, span }))
    const home = noun === 'delegation' ? delegationBefore(article, line, span.start) : undefined
    if (home) return [{ ...stateEntity(home, span), form: 'organ' }]
  }
  if (ENVOYS.has(noun) && states.length > 1)
    return states.map((s) => ({ type: 'group', label: `${noun} of ${s.label}`, span, noun, plural: true, of: s.id! }))
  return [
    { type: 'group', label: classText(article, line, np), span, noun, plural: head.xpos === 'NNS', ...ofState(states) },
  ]
}
/** "Both German *states*": more than the one that the adjective names. */
const SEVERAL = new Set(['states', 'countries', 'nations', 'republics'])

/** The words of a class without what says how many: "states" of "one of the 33 states". */
function classText(article: Article, line: Line, np: Participant): string {
  const words = phraseText(article, line, np).split(' ')
  let from = 0
  while (from < words.length - 1 && COUNTING.test(words[from]!)) from++
  const label = words.slice(from).join(' ')
  return /^[\d,]+$/.test(label) ? 'states' : label
}
const COUNTING =
  /^(?:all|both|every|each|no|none|only|just|some|most|many|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|hundreds?|thousands?|dozens?|scores|of|the|but|other|about|around|approximately|nearly|almost|over|under|roughly|more|fewer|less|than|as|up|to|at|least|in|excess|[\d,.-]+|its|their|his|her|a|an)$/i
const ofState = (states: Entity[]): { of?: EntityId } => (states.length === 1 ? { of: states[0]!.id! } : {})

/** "His Turkish counterpart", "their counterparts in the Peruvian government": the same office of the other state. */
function counterparts(refs: References, line: Line, np: Participant, noun: string): Entity[] {
  const inside = nounClause(line, np.head)?.obliques.filter((o) => ['in', 'from', 'of'].includes(o.prep)) ?? []
  const named = np.tokens.map((k) => line.mentionAt[k]).filter((m) => m?.type === 'state')
  const states = distinct([...named.map((m) => entityOf(m!)), ...inside.flatMap((o) => statesInside(refs, line, o.np))])
  const owner = np.tokens.flatMap((k) => refs.pronouns.get(line.tokens[k]!.start) ?? []).find((e) => e.title)
  if (noun === 'counterpart' && states.length === 1 && owner?.title)
    return [
      {
        type: 'office',
        id: officeId(owner.title.words.replaceAll(' ', '-'), states[0]!.label),
        label: `${owner.title.words} of ${states[0]!.label}`,
        span: np.span,
        title: owner.title,
        of: states[0]!.id!,
      },
    ]
  return states.map((e) => ({ ...e, form: 'organ' }))
}

/** Those who come from a state: "officials from Ghana and Togo". */
const SENT = new Set(
  'delegation delegations representatives officials ministers leaders diplomats experts counterparts agencies authorities troops soldiers police companies'.split(
    ' ',
  ),
)
const IN_PLACE = new Set(['authorities', 'police'])
/** "The American and Thai people", "the Greek and Turkish armed forces". */
const MANY_SIDED = new Set(
  'people peoples nations countries governments militaries armies navies forces economies societies'.split(' '),
)
const ENVOYS = new Set(['diplomats', 'envoys'])
const REGIONS = new Set(['region', 'area', 'peninsula', 'continent', 'coast'])

/** "the state": the one just named. */
function nearestState(line: Line, np: Participant): Entity[] {
  const m = line.mentions.findLast((x) => x.type === 'state' && x.end <= np.span.start)
  return m?.type === 'state' ? [stateEntity(m.id, np.span)] : []
}

/** "his country", "the country", "this country". */
function oneState(
  refs: References,
  traces: Trace[],
  line: Line,
  np: Participant,
  words: string[],
  states: Entity[],
): Entity[] {
  const owner = np.tokens.slice(0, -1).flatMap((k) => {
    const t = line.tokens[k]!
    const m = line.mentionAt[k]
    return refs.pronouns.get(t.start) ?? (m?.type === 'person' ? [entityOf(m)] : [])
  })
  const of = owner.find((e) => e.of?.startsWith('state:'))?.of
  if (of) return [stateEntity(of, np.span)]
  if (states.length || !['the', 'this'].includes(words[0] ?? '') || words.length > 2) return states.slice(0, 1)
  return lookBack(traces, line, np.span.start, (e) => e.type === 'state')
}
