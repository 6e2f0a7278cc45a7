import type { Clause, Participant } from '../grammar/types.ts'
import type { Line } from './article.ts'
import { subjectOfInfinitive } from './linear.ts'
import { nounClause, withPrep } from './slots.ts'

/** Who does what a clause says, where another than its own subject does. */

/** Whom one thanks, praises or blames for an act did it: "thanked Kosovo *for providing* refuge". */
const HOLDING_FOR = new Set(
  'thank praise commend applaud congratulate criticise criticize condemn blame punish denounce fault'.split(' '),
)
export function doerOf(line: Line, clause: Clause): Participant[] | undefined {
  if (clause.mark === 'for' && clause.progressive !== undefined && clause.tense === 'none') {
    for (let at: Clause | undefined = hostOf(line, clause), k = 0; at && k < 4; at = hostOf(line, at), k++) {
      if (HOLDING_FOR.has(at.lemma)) return at.objects
    }
  }
  const owners = clause.mark === 'to' ? [...ownersOfWish(line, clause), ...travellers(line, clause)] : []
  if (owners.length) return owners
  const infinitive =
    clause.mark === 'to' || clause.tense === 'none' ? subjectOfInfinitive(line, clause.predicate) : undefined
  return infinitive && [infinitive.np]
}
/** "Praised *Ana's* visit to Peru to attend the talks": what a trip is for is done by whose trip it is. */
function travellers(line: Line, c: Clause): Participant[] {
  const trip = line.clauses.findLast((n) => n.form === 'noun' && n.predicate < c.predicate && TRAVELS.has(n.lemma))
  if (!trip || c.predicate - trip.predicate > 12) return []
  const between = line.tokens.slice(trip.predicate + 1, c.predicate)
  return between.some((t) => /^(?:VB[DPZ]|MD|CC)$/.test(t.xpos)) ? [] : trip.possessors
}
const TRAVELS = new Set(['visit', 'trip', 'travel', 'journey', 'return'])

/** "*Togo's* request to join": whose wish it is would do it. */
function ownersOfWish(line: Line, c: Clause): Participant[] {
  const at = c.modifies?.head ?? (c.governor === undefined ? undefined : line.clauses[c.governor]?.predicate)
  const noun = at === undefined ? undefined : nounClause(line, at)
  if (!noun || !WISHES.has(noun.lemma)) return []
  return noun.possessors.length ? noun.possessors : withPrep(noun.obliques, 'by')
}
const WISHES = new Set(
  'request application bid decision intention plan desire wish willingness offer readiness aspiration commitment attempt promise pledge'.split(
    ' ',
  ),
)

const hostOf = (line: Line, c: Clause): Clause | undefined => {
  const id = c.governor ?? c.host
  return id === undefined || id === c.id ? undefined : line.clauses[id]
}
