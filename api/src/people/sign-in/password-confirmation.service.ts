import type { Actor } from '../../database/unit-of-work.ts'
import { DomainError } from '../../server/graphql/domain-error.ts'

/** How recent the password must be for a bulk export, a change of roles or a supervision link, in minutes. */
const CONFIRMATION_MINUTES = 10

/** Asks for the password again unless it was given lately; the screen answers with `confirmPassword`. */
export function requireConfirmedPassword(actor: Actor): void {
  const sinceThen = actor.now.getTime() - actor.passwordConfirmedAt.getTime()
  if (sinceThen > CONFIRMATION_MINUTES * 60_000) throw passwordNeeded()
}

/** On a shared device, the same for what is private and has no capability of its own. */
export function requireUnlockedDevice(actor: Actor): void {
  if (actor.isSharedDevice && !actor.passwordConfirmed) throw passwordNeeded()
}

function passwordNeeded(): DomainError {
  return new DomainError(
    'CONFIRM_PASSWORD',
    'people.sign-in.password-needed',
    'Please give your password again to go on.',
  )
}
