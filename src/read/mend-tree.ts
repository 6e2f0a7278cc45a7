import type { Sentence } from '../grammar/types.ts'
import type { Slip } from './slip.ts'
import { contentNoun, joinedInfinitive, rankedInfinitive, restrictive, twoSubjects } from './slip-clauses.ts'
import { freshSubject, leftOut, list } from './slip-lists.ts'
import {
  alsoSide,
  consulateGeneral,
  gerundNoun,
  joinedParticiple,
  participleNoun,
  sittingHolder,
  sumObject,
  underSecretary,
} from './slip-nouns.ts'
import {
  actOfObject,
  bareObject,
  beforePercent,
  forwardTo,
  madeSo,
  markedGerund,
  rootWithObject,
} from './slip-objects.ts'
import { datePhrase, flatName, ownSubject, twoVerbs } from './slip-splits.ts'
import { heldByName, titledNames } from './slip-titles.ts'
import { amongNouns, appointed, auxiliaried, bareName, infinitive, marked, secondFinite } from './slip-verbs.ts'

/**
 * Slips of a parser that scores each arc by itself, where the words on the face of it allow one tree only: a verb with an
 * auxiliary hung on a noun as its adjective, a relative clause on a name that needs none, a list cut in two.
 */
export function mendTree(sentence: Sentence): Sentence {
  let { tokens } = sentence
  if (tokens.length > 120) return sentence
  for (const slip of SLIPS) {
    const edits = slip(tokens)
    if (edits.size) tokens = tokens.map((t) => ({ ...t, ...edits.get(t.i) }))
  }
  return tokens === sentence.tokens ? sentence : { ...sentence, tokens }
}

const SLIPS: readonly Slip[] = [
  infinitive,
  rootWithObject,
  markedGerund,
  actOfObject,
  forwardTo,
  madeSo,
  bareObject,
  beforePercent,
  underSecretary,
  heldByName,
  titledNames,
  gerundNoun,
  participleNoun,
  joinedParticiple,
  alsoSide,
  sumObject,
  sittingHolder,
  consulateGeneral,
  datePhrase,
  flatName,
  twoVerbs,
  ownSubject,
  joinedInfinitive,
  twoSubjects,
  leftOut,
  contentNoun,
  auxiliaried,
  appointed,
  bareName,
  marked,
  amongNouns,
  restrictive,
  rankedInfinitive,
  secondFinite,
  list,
  freshSubject,
]
