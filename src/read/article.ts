import { cityState } from '../atlas/index.ts'
import type { NameHit } from '../atlas/types.ts'
import type { NamedEntity } from '../grammar/entities/types.ts'
import type { Clause, Sentence, Token } from '../grammar/types.ts'
import type { Document } from '../model/claim.ts'
import { stateOfOffice } from '../model/ids.ts'
import { type Span, within } from '../model/span.ts'
import { stateOfTitle } from './bare-office.ts'
import { withCompany } from './company.ts'
import { apart, type Dated, dayOf, namesByDate, ownTimes } from './dated-names.ts'
import { datelinesIn } from './dateline.ts'
import type { Mention, Person } from './mention.ts'
import { type Mentions, mentionsIn } from './mentions.ts'
import { inPieces } from './pieces.ts'
import type { Holders, KnownName } from './ports.ts'
import { type Quotation, quotationsIn } from './quotation.ts'
import { type TimeHit, timesIn } from './when.ts'

/** A sentence of the article with its clauses, names and times. */
export interface Line {
  index: number
  sentence: Sentence
  tokens: readonly Token[]
  clauses: readonly Clause[]
  times: readonly TimeHit[]
  /** The name that a token belongs to; a person or body before the state inside it. */
  mentionAt: readonly (Mention | undefined)[]
  mentions: readonly Mention[]
  paragraph: number
}

export interface Article {
  doc: Document
  /** The document's text with the line ends inside its sentences as spaces, CRLF as LF; every offset is the document's. */
  text: string
  date?: string
  lines: readonly Line[]
  mentions: Mentions
  quotations: readonly Quotation[]
  /** Where the text says from which place it was sent. */
  datelines: readonly Span[]
  /** The place of the first of them, which "here" means. */
  from?: Mention
  holders: Holders
}

/** What reading takes from grammar and atlas, so that tests can put their own in. */
export interface Tools {
  analyse(text: string): Sentence[]
  clausesOf(sentence: Sentence): Clause[]
  findNames(text: string, day?: string): NameHit[]
  /** Names of persons among others, each with the index of its sentence and of its head word, and how sure it is. */
  entities(sentences: readonly Sentence[]): readonly NamedEntity[]
}

export function articleOf(doc: Document, holders: Holders, tools: Tools): Article {
  const { date } = doc
  const analysed = tools.analyse(asRead(doc.text))
  const text = unwrapped(doc.text, analysed)
  const datelines = datelinesIn(text, (name) => cityState(name, date) !== undefined)
  const outside = <S extends Span>(list: readonly S[]): S[] => list.filter((x) => !datelines.some((d) => within(x, d)))
  let then: string | undefined
  const sentences = analysed.flatMap(inPieces).map((sentence) => {
    const times = outside(timesIn(text, sentence, { ...(date && { date }), ...(then && { then }) }))
    then = times.find((t) => /\d{4}/.test(t.at('past') ?? ''))?.at('past') ?? then
    return { sentence, times, start: sentence.start, end: sentence.end }
  })
  const dated = sentences.map((s) => ({ ...s, times: ownTimes(text, s, s.times) }))
  const hits = namesByDate(
    text,
    apart(text, tools.findNames(text, date), date, tools.findNames),
    dated,
    date,
    tools.findNames,
  )
  const found = mentionsIn(text, hits, {
    known: (name) => holders.persons(name).length > 0,
    tagged: personsTagged(analysed, tools),
  })
  const mentions = { ...found, all: outside(found.all) }
  const from = sentFrom(found.all, datelines[0])
  identify(mentions, holders, date, dated)
  const lines: Line[] = []
  for (const { sentence, times } of sentences) lines.push(lineOf(sentence, lines, text, mentions.all, times, tools))
  return {
    doc,
    text,
    ...(date && { date }),
    lines,
    mentions,
    quotations: quotationsIn(text),
    datelines,
    ...(from && { from }),
    holders,
  }
}

/** Whether the tagger takes what heads the words for a person's name; asked only of names that nothing else explains. */
function personsTagged(sentences: readonly Sentence[], tools: Tools): (words: Span) => boolean {
  const heads = new Map<Sentence, { at: Span; score: number }[]>()
  const headsIn = (s: Sentence) => {
    const found = heads.get(s) ?? persons(s, tools)
    heads.set(s, found)
    return found
  }
  return (words) => {
    const sentence = sentences.find((s) => within(words, s))
    const all = sentence?.tokens.filter((t) => within(t, words)) ?? []
    if (!sentence || !all.every((t) => (t.upos === 'PROPN' && t.xpos !== 'NNPS') || t.upos === 'PUNCT')) return false
    const least = all.length === 1 ? SURE_ALONE : SURE
    return headsIn(sentence).some((h) => h.score >= least && within(h.at, words))
  }
}

const persons = (s: Sentence, tools: Tools): { at: Span; score: number }[] =>
  tools
    .entities([s])
    .filter((e) => e.type === 'person')
    .map((e) => ({ at: s.tokens[e.head]!, score: e.score }))
/** The place that a dateline names; a name in capitals is written as a name. */
function sentFrom(all: readonly Mention[], dateline: Span | undefined): Mention | undefined {
  const m = dateline && all.find((x) => within(x, dateline) && (x.type === 'state' || x.type === 'name'))
  const plain = (word: string) =>
    word.length > 2 && word === word.toUpperCase()
      ? word.toLowerCase().replace(/(?<![\p{L}’'])\p{L}/gu, (c) => c.toUpperCase())
      : word
  if (m?.type === 'name') return { ...m, label: plain(m.label) }
  return m?.type === 'state' && m.word ? { ...m, word: plain(m.word) } : m
}

/** Below these the tagger takes titles, bodies and places for persons too often, of one word alone more so. */
const SURE = 0.8
const SURE_ALONE = 0.95

/** A name or a date may stand on two lines of one sentence. */
function unwrapped(text: string, sentences: readonly Span[]): string {
  const out: string[] = []
  let at = 0
  for (const { start, end } of sentences) {
    out.push(withLf(text.slice(at, start)), text.slice(start, end).replace(/[\r\n\u0085\u2028]/g, ' '))
    at = end
  }
  return [...out, withLf(text.slice(at))].join('')
}

/** CRLF as LF, of the same length: what parts paragraphs is a run of LF. */
const withLf = (gap: string): string =>
  gap.replace(/(?:\r\n)+/g, (ends) => ' '.repeat(ends.length / 2) + '\n'.repeat(ends.length / 2))

/** The text as the tagger is given it: "See" and "d’Affaires" would be taken for verbs. */
const asRead = (text: string): string =>
  text.replaceAll('Holy See', 'Holy Sea').replace(/Charg[ée] d[’']Affaires/gi, 'Deputy Ambassador')

/** Gives persons the ids that the ledger knows them by, where only one can be meant, and the state whose office they hold. */
function identify(mentions: Mentions, holders: Holders, date: string | undefined, sentences: readonly Dated[]): void {
  for (const p of mentions.persons.all) {
    const known = knownAs(holders, p)
    const fitting = known.length < 2 ? known : known.filter((k) => held(holders, k.id, p, date))
    if (fitting.length !== 1) continue
    p.id = fitting[0]!.id
    const owner =
      p.of ??
      stateOf(
        holders,
        p,
        date,
        sentences.filter((s) => mentions.all.some((m) => isIn(m, p, s))),
      )
    if (owner) p.of = owner
  }
}
const isIn = (m: Mention, p: Person, s: Span): boolean => m.type === 'person' && m.person === p && within(m, s)

/** Persons of that full name; else of that surname, where the given name is the same ("Harry Truman" for "Harry S. Truman"). */
function knownAs(holders: Holders, p: Person): KnownName[] {
  const full = holders.persons(p.label)
  const words = p.label.split(' ')
  if (full.length || words.length !== 2) return full
  return holders.persons(words[1]!).filter((k) => k.label.split(' ')[0] === words[0])
}

/** The state of a person's office: on the article's day, else that of the title given, else on the one day that its sentences tell of. */
function stateOf(
  holders: Holders,
  p: Person,
  date: string | undefined,
  sentences: readonly Dated[],
): string | undefined {
  const now = holders.offices(p.id, date)[0]
  if (now) return stateOfOffice(now.office)
  if (p.title) return stateOfTitle(holders, p.id, p.title)
  const days = new Set(sentences.map((s) => dayOf(s.times, date)))
  const day = days.size === 1 ? [...days][0] : undefined
  const states = new Set((day ? holders.offices(p.id, day) : []).map((h) => stateOfOffice(h.office)))
  return states.size === 1 ? [...states][0] : undefined
}

/** Whether a person of that name held the office that the article gives. */
const held = (holders: Holders, id: string, p: Person, date: string | undefined): boolean =>
  holders
    .offices(id, date)
    .some(
      (h) =>
        (!p.of || stateOfOffice(h.office) === p.of) &&
        (!p.title || h.office.includes(p.title.words.replaceAll(' ', '-'))),
    )

function lineOf(
  sentence: Sentence,
  before: readonly Line[],
  text: string,
  all: readonly Mention[],
  times: TimeHit[],
  tools: Tools,
): Line {
  const mentions = touching(all, sentence)
  const last = before.at(-1)
  const broken = last !== undefined && text.slice(last.sentence.end, sentence.start).includes('\n')
  return {
    index: before.length,
    sentence,
    tokens: sentence.tokens,
    clauses: withCompany(tools.clausesOf(sentence)),
    times,
    mentions,
    mentionAt: coverage(sentence.tokens, mentions),
    paragraph: (last?.paragraph ?? 0) + (broken ? 1 : 0),
  }
}

const RANK = { person: 0, body: 1, office: 2, name: 3, state: 4 } as const
/** The mentions that touch a sentence, by a binary search for the first that may. */
function touching(all: readonly Mention[], s: Span): Mention[] {
  let lo = 0
  let hi = all.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (all[mid]!.start < s.start - LONGEST) lo = mid + 1
    else hi = mid
  }
  const out: Mention[] = []
  for (let k = lo; k < all.length && all[k]!.start < s.end; k++) if (all[k]!.end > s.start) out.push(all[k]!)
  return out
}
/** No name is longer, in characters. */
const LONGEST = 400

/** For each token the mention that it lies in; both lists run in text order, so one sweep finds all. */
function coverage(tokens: readonly Token[], mentions: readonly Mention[]): (Mention | undefined)[] {
  let from = 0
  return tokens.map((t) => {
    while (from < mentions.length && mentions[from]!.end <= t.start) from++
    let best: Mention | undefined
    for (let k = from; k < mentions.length && mentions[k]!.start < t.end; k++) {
      const m = mentions[k]!
      if (m.end > t.start && (!best || RANK[m.type] < RANK[best.type])) best = m
    }
    return best
  })
}

/** The text of a span. */
export const textOf = (article: Article, span: Span): string => article.text.slice(span.start, span.end)
