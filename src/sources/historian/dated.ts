import { daysOf, type When } from '../../model/when.ts'
import type { Announced } from './headings.ts'

/** A date in words and where it stands. */
export interface Dated {
  when: When
  start: number
  end: number
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const NUMBER = new Map(MONTHS.split('|').map((name, i) => [name, String(i + 1).padStart(2, '0')]))
const DATE = new RegExp(
  `\\b(?:(${MONTHS}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2}) (${MONTHS}),? (\\d{4})|(${MONTHS}),? (?:of )?(\\d{4})|(${MONTHS}) (\\d{1,2}))\\b`,
  'g',
)

/** Dates in a sentence with a month at least, in order; a day without a year is of the year named before it. */
export function datesIn(text: string): Dated[] {
  let last: string | undefined
  return [...text.matchAll(DATE)].flatMap((m) => {
    const [month, day] = [m[1] ?? m[5] ?? m[7] ?? m[9]!, m[2] ?? m[4] ?? m[10]]
    last = m[3] ?? m[6] ?? m[8] ?? last
    const when = [last, NUMBER.get(month), day?.padStart(2, '0')].filter(Boolean).join('-')
    return last && daysOf(when) ? [{ when, start: m.index, end: m.index + m[0].length }] : []
  })
}

/** Sentences of a paragraph with their places; "U.S." and initials end none. */
export function sentencesOf(text: string): { start: number; text: string }[] {
  const out: { start: number; text: string }[] = []
  let start = 0
  for (const m of text.matchAll(/[.?!]["”’)]* (?=[A-Z“"])/g)) {
    const before = text.slice(start, m.index)
    if (/(?:\b[A-Z]|\bU\.S|\bJr|\bSr|\bDr|\bMr|\bMrs|\bSt|\bGen|\bCol|\bLt|\bCapt|\bAmb|\bSeñor)$/.test(before))
      continue
    out.push({ start, text: text.slice(start, m.index + m[0].length - 1) })
    start = m.index + m[0].length
  }
  return [...out, { start, text: text.slice(start) }].filter((one) => one.text.trim())
}

/** Words of a sentence that tells an announced event; the first of them dates it. */
const CUES: Readonly<Record<Announced['step'], RegExp>> = {
  recognised: /\b(?:recogni[sz])/gi,
  established: /\b(?:establish|recogni|exchang|enter|agree)/gi,
  restored: /\b(?:re-?establish|resum|restor|renew|re-?open)/gi,
  severed: /\b(?:sever|br(?:oke|eak)|terminat|end(?:ed)?\b|declar)/gi,
  suspended: /\b(?:suspen|interrupt|ceas|sever|broke|end(?:ed)?\b|withdr[ae]w|clos)/gi,
  opened: /\b(?:establish|(?:re-?)?open|resum|elevat|rais|upgrad|chang|convert|commenc|becam)/gi,
  closed: /\b(?:clos|suspend|cease|withdr[ae]w|evacuat|shut)/gi,
}
const RAISING = /\b(?:elevat|rais|upgrad|chang|convert|becam|becom|effective)/gi
/** An envoy's credentials begin what a heading announces, from their date on alone: the date before is the appointment's. */
const CREDENTIALS = /\b(?:presented|delivered|received|accredited)\b/gi
const ACCREDITED = /\bcredentials?\b|\baccredited\b/i
const SUBJECTS: Readonly<Record<string, RegExp>> = {
  relations: /\b(?:relations|credentials|ties|recogni[sz]\w+)\b/i,
  embassy: /\b(?:embass(?:y|ies)|ambassador|mission)\b/i,
  legation: /\b(?:legations?|minister|chargé|mission)\b/i,
  consulate: /\bconsul/i,
  office: /\bliaison office\b/i,
  'interests section': /\binterests? section/i,
}
const BEGINS: readonly Announced['step'][] = ['established', 'restored', 'opened']
const DOUBT = /\b(?:not|never|would|intend|planned|proposed|refus\w*|approval|decision to|until then|except)\b/i
/** Said of a change rather than done; taken only where no other sentence dates it. */
const WORDS = /\bannounce/i
/** An envoy of the other side, and relations with somebody else. */
const FOREIGN =
  /\bto President [A-Z]\S+ (?:[A-Z]\. )?(?:Truman|[A-Z]\w+) (?:in|at) Washington|\bas \S+ (?:Extraordinary and \w+ )?of (?:the )?(?!United)[A-Z]/
const ELSEWHERE = /\brelations with ((?!the United|U\.S)(?:the )?[A-Z]\w+)/

export interface DatedSentence {
  quote: string
  start: number
  when: When
}

/**
 * The sentence that dates what a heading announces, with that date: the first of the heading's year that speaks of it in its own
 * words, with what was announced after what was done. `undefined` where none does.
 */
export function datedSentence(
  paragraph: string,
  event: Announced,
  year: string | undefined,
  country: string,
): DatedSentence | undefined {
  const sentences = sentencesOf(paragraph).filter(({ text }) => speaksOf(text, event, country))
  for (const ways of [DONE, SAID, BY_CREDENTIALS])
    for (const { text, start } of sentences) {
      const when = ways(text, event, year)
      if (when) return { quote: text.trim(), start, when }
    }
  return undefined
}

function speaksOf(sentence: string, event: Announced, country: string): boolean {
  const subject = SUBJECTS[event.type ?? event.kind]!
  // An envoy who is received opens relations and a mission, under a heading that says so.
  const received = BEGINS.includes(event.step) && ACCREDITED.test(sentence)
  const named = subject.test(sentence) || received || (event.raised && /\b(?:status|rank)\b/i.test(sentence))
  if (!named || DOUBT.test(sentence) || FOREIGN.test(sentence)) return false
  const other = ELSEWHERE.exec(sentence)?.[1]?.replace(/^the /, '')
  return event.kind !== 'relations' || !other || country.includes(other)
}

type Way = (sentence: string, event: Announced, year: string | undefined) => When | undefined

const DONE: Way = (sentence, event, year) => (WORDS.test(sentence) ? undefined : byCue(sentence, event, year))
const SAID: Way = (sentence, event, year) => (WORDS.test(sentence) ? byCue(sentence, event, year) : undefined)

const datesOf = (sentence: string, year: string | undefined): Dated[] =>
  datesIn(sentence).filter(({ when }) => !year || when.startsWith(year))

/** The first date after the first cue; else the last one before it ("On July 9, 1946, … the elevation"). */
function byCue(sentence: string, event: Announced, year: string | undefined): When | undefined {
  // An envoy's promotion is no mission's.
  if (event.raised && /\bpromoted\b/.test(sentence) && !/\b(?:raised|elevated|upgraded)\b/.test(sentence))
    return undefined
  const cue = [...sentence.matchAll(event.raised ? RAISING : CUES[event.step])][0]?.index
  if (cue === undefined) return undefined
  const dates = datesOf(sentence, year)
  return (dates.find(({ start }) => cue < start) ?? dates.findLast(({ end }) => end <= cue))?.when
}

const BY_CREDENTIALS: Way = (sentence, event, year) => {
  const presented = BEGINS.includes(event.step) ? [...sentence.matchAll(CREDENTIALS)][0]?.index : undefined
  if (presented === undefined) return undefined
  const dates = datesOf(sentence, year)
  // "On April 9, the ambassador presented his credentials."
  const opening = /^\s*On\s/.test(sentence) ? dates.find(({ end }) => end <= presented) : undefined
  return (dates.find(({ start }) => presented < start) ?? opening)?.when
}
