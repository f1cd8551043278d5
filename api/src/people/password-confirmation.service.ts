import type { Actor } from '../database/unit-of-work.ts'
import { DomainError } from '../server/domain-error.ts'

/** How recent the password must be for a bulk export, in minutes. */
export const EXPORT_CONFIRMATION_MINUTES = 10

/** Asks for the password again unless it was given within the last `minutes`; the screen answers with `confirmPassword`. */
export function requireConfirmedPassword(actor: Actor, minutes: number): void {
  const sinceThen = actor.now.getTime() - actor.passwordConfirmedAt.getTime()
  if (sinceThen <= minutes * 60_000) return
  throw new DomainError(
    'CONFIRM_PASSWORD',
    'people.password-needed',
    'Please give your password again to go on.',
  )
}
