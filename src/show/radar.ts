import type { Claim } from '../model/claim.ts'
import type { Evidence, Verdict } from '../model/verdict.ts'
import { type Label, listed } from './en/label.ts'
import { sayQuestion } from './en/say.ts'
import { phrase, point } from './en/time.ts'
import { type ShownFact, showEvidence } from './verdict.ts'
import { countedBy, coverageOf } from './views/notes.ts'

export interface Blip {
  turn: 'no-longer' | 'never-was'
  claim: Claim
  now: Verdict
  cause?: Evidence
  since?: string
}

/** A sentence of an archive that does not hold, as programs read it. */
export interface ShownBlip {
  turn: Blip['turn']
  quote: string
  start: number
  end: number
  since?: string
  because?: ShownFact
  nearest?: string
  /** A note that can be printed under the article. */
  note: string
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** `printed`: the day of the article, if it is known. */
export function showBlip(
  blip: Blip,
  printed: string | undefined,
  label: Label,
  source: (id: string) => string,
): ShownBlip {
  const { claim, turn, since } = blip
  const [because] = blip.cause ? showEvidence([blip.cause], label) : []
  const nearest = blip.now.nearest && sayQuestion(blip.now.nearest.question, label)
  return {
    ...{ turn, quote: claim.quote, start: claim.span.start, end: claim.span.end },
    ...(since && { since }),
    ...(because && { because }),
    ...(nearest && { nearest }),
    note: noteOf(
      blip,
      printed,
      because ? `${because.say} (${source(because.source)})` : absent(blip, label, source),
      nearest,
    ),
  }
}

function noteOf({ turn, claim, since }: Blip, printed: string | undefined, because: string, nearest?: string): string {
  const who = claim.speaker ? `, in the words of ${claim.speaker.label}` : ''
  const said = `This article${printed ? `, of ${point(printed)},` : ''} says${who}: “${fold(claim.quote)}”.`
  const what =
    turn === 'no-longer'
      ? `That was so when it was printed. It no longer is${since ? `, ${phrase(since)}`.replace(/, (?:on|in) /, ' since ') : ''}`
      : 'By the records at hand it was not so'
  return [said, `${what}: ${because}.`, ...(nearest ? [`What can be said: ${nearest}.`] : [])].join(' ')
}

/** Why a sentence fails where no single telling goes against it: who is counted, or whose lists are whole without it. */
function absent({ now }: Blip, label: Label, source: (id: string) => string): string {
  const counted = countedBy(now, label)
  if (counted.length) return `they are ${listed(counted, 12)}`
  const lists = coverageOf(now, source)
  return lists ? `it is not in the lists that are whole for it (${lists})` : 'the records tell it otherwise'
}
