import type { Session } from './session.ts'

/** "CHCY" */
const WRITING = 0x43484359

/** Those who write to one schema take turns until their transactions end, so that what one reads stays true until it is done. */
export const takeTurn = (session: Session): Promise<void> =>
  session.run('SELECT pg_advisory_xact_lock($1, hashtext(current_schema()))', [WRITING])
