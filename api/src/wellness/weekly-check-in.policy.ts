import type { Actor } from '../database/unit-of-work.ts'

/**
 * A check-in is read by nobody but whoever wrote it, a peer or a supervisor: there is no rule for anybody else, and row-level security shows them
 * nothing. Of their own, the peer reads past weeks only while the password was given within the last 30 minutes,
 * since a phone stays signed in for days.
 */
export function canReadPastCheckIns(actor: Actor): boolean {
  return actor.roles.some((role) => role === 'PEER' || role === 'SUPERVISOR') && actor.passwordConfirmed
}
