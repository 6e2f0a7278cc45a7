import type { Candidate } from '../atlas/types.ts'
import type { EntityId } from '../model/ids.ts'
import type { Span } from '../model/span.ts'
import type { Gender } from './en/given.ts'
import type { Title } from './en/titles.ts'

/** A person of the article: one for all forms of the name. */
export interface Person {
  id: EntityId
  /** The fullest form in the article, without title. */
  label: string
  surname: string
  gender?: Gender
  /** Lower-case office, as first told: "president", "foreign minister". */
  title?: Title
  /** The state (or body) of that office, as an id. */
  of?: EntityId
  /** For an envoy, the state or body it is sent to. */
  to?: EntityId
}

/** A name in the text and what it stands for. */
export type Mention = Span &
  (
    | { type: 'state'; id: EntityId; label: string; form: Candidate['form']; word?: string }
    /** `past`: the office had ended ("former President"), which "then" and "outgoing" do not say. */
    | { type: 'person'; person: Person; title?: Title; of?: EntityId; to?: EntityId; former?: true; past?: true }
    /** An office without a name: "the president of Ecuador", "the Israeli ambassador". `of` absent: context gives it. */
    | { type: 'office'; title: Title; plural: boolean; of?: EntityId; to?: EntityId; former?: true }
    /** `at`: the state that its name places it in ("University of Lima"). `of`: the state whose organ or mission it is, where the name says so. */
    | { type: 'body'; id: EntityId; label: string; of?: EntityId; at?: EntityId }
    /** A capitalised name of unknown sort: a place, a thing. */
    | { type: 'name'; id: EntityId; label: string; of?: EntityId }
  )

/** A chunk of the text between spaces, without punctuation at its edges and without a possessive ending. */
export interface Chunk extends Span {
  text: string
  possessive: boolean
  /** What stands between this chunk and the next one, spaces aside. */
  after: string
}

const CHUNK = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.\-–&]*/gu
const ABBREVIATION = /^(?:(?:\p{L}\.)+|(?:Dr|Mr|Mrs|Ms|Jr|Sr|St|Gen|Lt|Col|Maj|Sen|Rep|Gov|Hon|Prof|Capt|Sgt|Adm)\.)$/u

export function chunksOf(text: string): Chunk[] {
  const out: Chunk[] = []
  for (const m of text.matchAll(CHUNK)) {
    let word = m[0]
    if (!ABBREVIATION.test(word)) while (/[.\-–'’&]$/.test(word) && !/s[’']$/.test(word)) word = word.slice(0, -1)
    const possessive = /(?:[’']s|s[’'])$/.test(word)
    if (possessive) word = word.replace(/[’']s$|[’']$/, '')
    const prior = out.at(-1)
    if (prior)
      prior.after = text
        .slice(prior.end, m.index)
        .replace(/^[’']s?/, '')
        .replace(/\s+/g, (s) => (s.includes('\n') ? '\n' : ''))
    out.push({ text: word, start: m.index, end: m.index + word.length, possessive, after: '' })
  }
  const last = out.at(-1)
  if (last) last.after = '\n'
  return out
}

export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word)
export const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{N}&]+$/u.test(word) && word.length <= 8
