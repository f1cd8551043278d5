import { daysBetween, type PlainDate } from '../../calendar/plain-date.ts'

export interface SignedSession {
  readonly heldOn: PlainDate
  /** Calendar days in the organization's time zone; null: not signed. */
  readonly supervisorSignedOn: PlainDate | null
  /** One for each peer who was there. */
  readonly peersSignedOn: readonly (PlainDate | null)[]
}

/** Days from a session to the last of its signatures; null while one of them is missing. */
export function daysToSign({ heldOn, supervisorSignedOn, peersSignedOn }: SignedSession): number | null {
  const days = [supervisorSignedOn, ...peersSignedOn]
  if (days.some((day) => day === null)) return null
  const last = days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1)
  return last === undefined ? null : Math.max(0, daysBetween(heldOn, last))
}

export interface DaysToSign {
  readonly sessions: number
  readonly signedByAll: number
  /** Null where nothing is signed by all: unknown, not zero. */
  readonly medianDays: number | null
  readonly longestDays: number | null
}

/** The auditor's figure over the sessions of a period; those that wait are counted apart, not left out unsaid. */
export function daysToSignOver(sessions: readonly SignedSession[]): DaysToSign {
  const days = sessions.flatMap((session) => daysToSign(session) ?? []).sort((one, other) => one - other)
  const [low, high] = [days[(days.length - 1) >> 1], days[days.length >> 1]]
  return {
    sessions: sessions.length,
    signedByAll: days.length,
    medianDays: low === undefined || high === undefined ? null : (low + high) / 2,
    longestDays: days.at(-1) ?? null,
  }
}
