/** What a kind's phrases are made of: each role as words, lists joined, seats and offices named. */
export type Words = Readonly<Record<string, string | undefined>>

/** How one kind is put into English. Every phrase leaves the time to its caller. */
export interface KindPhrases {
  /** A fact as a clause: "Calvin Coolidge visited Cuba". */
  fact(r: Words): string
  /** A set of facts as a noun phrase: "visits by a president of the United States to Cuba". */
  facts(r: Words): string
  /** Whoever fills a role: "states that voted for A/RES/181(II)". */
  members(by: string, r: Words): string
  /** Who keeps the record that would settle it. */
  keeper(r: Words): string
}

export const some = (word: string | undefined, otherwise: string): string => word ?? otherwise
export const by = (word: string | undefined): string => (word ? ` by ${word}` : '')
export const to = (word: string | undefined): string => (word ? ` to ${word}` : '')
