import type { Unread } from '../model/claim.ts'
import type { Article, Line } from './article.ts'

interface Rule {
  beyond: NonNullable<Unread['beyond']>
  because: string
  pattern: RegExp
}

const BE = "(?:is|are|was|were|be|been|remains?|has always been|'s|’s)"
const JUDGED =
  'good|bad|excellent|poor|great|best|worst|better|worse|warm|cold|tense|strained|strong|weak|close|closer|healthy|toxic|special|important|solid|fruitful|hostile|rocky|stable|unstable|cordial|friendly|frosty|icy'

/** Statements that no record can decide: on who holds what, and on how good or important something is. */
const RULES: readonly Rule[] = [
  {
    beyond: 'status',
    because: 'who holds a territory, or whether it is a state, is judged by none of the records',
    pattern: new RegExp(
      `\\b(?:${BE} (?:not |n't |an? |the |now |still |rightfully |historically )*(?:(?:inalienable|integral|legitimate|undivided|eternal|rightful|true|only|sole|\\w+ian|chinese) ){0,3}(?:part|capital|province|territory|region|colony|republic) of|belongs? to|(?:do|does|did) not belong to|belonged to|${BE} (?:not )?(?:illegally )?(?:occupied|annexed) by|(?:occupies|annexed|has sovereignty over|have sovereignty over|owns))\\b`,
      'i',
    ),
  },
  {
    beyond: 'status',
    because: 'whether it is a state is judged by none of the records',
    pattern: new RegExp(
      `\\b${BE} (?:not |n't |now |still |already )*(?:an? |the |two |separate )*(?:(?:independent|sovereign|real|legitimate|free|separate|autonomous|failed|true|fully) ){0,3}(?:states?|countr(?:y|ies)|nations?|independent|sovereign|autonomous)\\s*(?:[.!?]|,|and\\b|in its own right|$)`,
      'i',
    ),
  },
  {
    beyond: 'opinion',
    because: 'how good, close or important it is, is a judgement',
    pattern: new RegExp(
      `\\b(?:relations?|relationships?|ties|friendship|cooperation|bonds?)\\b.{0,80}\\b(?:${BE}|have been|has been|have never been|grew|become|became) (?:\\w+ ){0,3}(?:${JUDGED}|at (?:their|its|an?) (?:[\\w-]+ )?(?:best|worst|height|peak|low|lowest|high|highest))\\b`,
      'i',
    ),
  },
  {
    beyond: 'opinion',
    because: 'who is the best or the closest, is a judgement',
    pattern:
      /\b(?:best|closest|greatest|strongest|worst|most (?:important|loyal|reliable|trusted|powerful|dangerous)|biggest|oldest|finest|leading|key|vital|true|reliable|trusted|important) (?:\w+ ){0,2}(?:ally|allies|friends?|partners?|enem(?:y|ies)|rivals?|threats?|presidents?|leaders?|country|nation)\b/i,
  },
  {
    beyond: 'opinion',
    because: 'what it was worth, is a judgement',
    pattern:
      /\b(?:is|was|are|were) (?:a|an|the) (?:\w+ ){0,2}(?:mistake|success|failure|disaster|triumph|disgrace|waste|blunder|turning point|historic moment|milestone|victory|defeat|catastrophe|scandal|farce|provocation|insult)\b/i,
  },
]

/** What a sentence on states says that is no matter of record, where nothing else was read of it. */
export function beyondOf(article: Article, line: Line): Unread | undefined {
  const span = { start: line.sentence.start, end: line.sentence.end }
  const quote = article.text.slice(span.start, span.end)
  if (!line.mentions.some((m) => m.type !== 'name') && !/\p{Lu}\p{L}{1,40} (?:is|belongs)/u.test(quote))
    return undefined
  if (line.tokens.length > LONGEST) return undefined
  const rule = RULES.find((r) => r.pattern.test(quote))
  return rule && { span, quote, because: rule.because, beyond: rule.beyond }
}
/** A longer sentence says more than its judgement, in tokens. */
const LONGEST = 30
