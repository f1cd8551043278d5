/** The one day on which several certifications of a person end, where the board lets all follow the latest (Michigan). */
import { maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { RenewalRule } from '../renewal-rule.ts'

export interface HeldTogether {
  readonly credentialId: string
  /** As printed on the certificate. */
  readonly expiresOn: PlainDate | null
}

/**
 * The latest printed day among a certification and those that it runs with; null where the rule knows no such day,
 * or nothing else is held with it. The printed day still decides the standing: this is what to expect of the board.
 */
export function sharedExpiry(
  { together }: RenewalRule,
  own: HeldTogether,
  others: readonly HeldTogether[],
): PlainDate | null {
  if (together === null || !together.sameExpiry) return null
  const withIt = [own.credentialId, ...together.withCredentials]
  const days = others.flatMap(({ credentialId, expiresOn }) =>
    withIt.includes(credentialId) && expiresOn !== null ? [expiresOn] : [],
  )
  return days.length === 0 ? null : days.reduce(maxDate, own.expiresOn ?? '')
}
