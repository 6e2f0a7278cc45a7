import { LANGUAGES, SCRIPTS, SMALL_WORDS } from './language-table.ts'

/** A guess at the language of a text: an ISO 639-1 code, `und` where nothing tells; the score is between 0 and 1. */
export interface LanguageGuess {
  language: string
  score: number
}

/** From this score on a guess is worth telling. */
const SURE = 0.5

/** The English name of the language of a text that is plainly not English; nothing for what is English or cannot be told. */
export function foreignLanguage(text: string): string | undefined {
  const { language, score } = languageOf(text)
  return language !== 'en' && score >= SURE ? LANGUAGES[language] : undefined
}

/** How much of a text is looked at, in characters, in pieces from its beginning, middle and end. */
const PIECE = 6000
const LEAST_WORDS = 4
/** Small words make up at least this part of running text. */
const LEAST_SHARE = 0.08

/** Guesses by the letters where they tell, else by how many of the words are the small words of each language. */
export function languageOf(text: string): LanguageGuess {
  const sample = sampleOf(text)
  return byScript(sample) ?? bySmallWords(sample.toLowerCase())
}

function sampleOf(text: string): string {
  if (text.length <= PIECE * 3) return text
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, PIECE)} ${text.slice(middle, middle + PIECE)} ${text.slice(-PIECE)}`
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function byScript(text: string): LanguageGuess | undefined {
  const letters = countOf(text, /\p{L}/gu)
  const foreign = SCRIPTS.map(([pattern, languages]) => ({ n: countOf(text, pattern), languages }))
  const all = foreign.reduce((sum, { n }) => sum + n, 0)
  if (all === 0 || all < letters / 2) return undefined
  // Japanese writes most of its nouns in Han.
  const [kana, han] = [foreign[JAPANESE]!.n, foreign[JAPANESE + 1]!.n]
  const best = kana > han / 10 && kana > 0 ? foreign[JAPANESE]! : foreign.reduce((a, b) => (b.n > a.n ? b : a))
  const code = best.languages.find(([, own]) => own === undefined || own.test(text))![0]
  return { language: code, score: Math.min(1, all / letters) }
}
const JAPANESE = SCRIPTS.findIndex(([, languages]) => languages[0]![0] === 'ja')

let weights: Map<string, [language: string, weight: number][]> | undefined

/** Each small word with its languages; a word of several counts less for each. */
function small(): Map<string, [language: string, weight: number][]> {
  if (weights) return weights
  const languages = new Map<string, string[]>()
  for (const [code, words] of Object.entries(SMALL_WORDS))
    for (const word of new Set(words.split(/\s+/))) languages.set(word, [...(languages.get(word) ?? []), code])
  weights = new Map([...languages].map(([word, codes]) => [word, codes.map((code) => [code, 1 / codes.length])]))
  return weights
}

function bySmallWords(text: string): LanguageGuess {
  const words = text.match(/\p{L}{1,24}/gu) ?? []
  const sums = new Map<string, number>()
  let hits = 0
  for (const word of words) {
    const found = small().get(word)
    if (!found) continue
    hits++
    for (const [code, weight] of found) sums.set(code, (sums.get(code) ?? 0) + weight)
  }
  if (words.length < LEAST_WORDS || hits < words.length * LEAST_SHARE || hits < 2) return { language: 'und', score: 0 }
  const [language, sum] = [...sums].reduce((a, b) => (b[1] > a[1] ? b : a))
  return { language, score: sum ** 2 / [...sums.values()].reduce((all, n) => all + n ** 2, 0) }
}
