/** Claims to verdicts, as data: certain and possible, both sides, then and now. Pure. */

export { agreementOf } from './alike.ts'
export { type Form, questionsOf } from './ask.ts'
export { checkClaim, patternsOf, type Times } from './check.ts'
export { outcomeOfText, severity, together } from './decide.ts'
export { type Margin, marginOf } from './margin.ts'
export { propose } from './propose.ts'
