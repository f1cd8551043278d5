import { addDays, type PlainDate } from '../../calendar/plain-date.ts'

/** An agreement that ends within so many days asks for a new one now: such papers take a quarter to sign. */
export const EXPIRES_SOON_DAYS = 90

export const DataSharingState = {
  /** No agreement holds today. */
  NONE: 'NONE',
  /** One holds, ends within 90 days, and none follows it. */
  EXPIRES_SOON: 'EXPIRES_SOON',
  IN_FORCE: 'IN_FORCE',
} as const
export type DataSharingState = (typeof DataSharingState)[keyof typeof DataSharingState]

export interface DataSharingPeriod {
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate | null
}

/** How sharing data with one agency stands: until when the agreements hold without a gap; null is without an end. */
export function dataSharingFinding(
  agreements: readonly DataSharingPeriod[],
  today: PlainDate,
): { readonly state: DataSharingState; readonly until: PlainDate | null } {
  let reached: PlainDate | null = addDays(today, -1)
  for (const { startsOn, endsOn } of [...agreements].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    if (reached === null || startsOn > addDays(reached, 1)) break
    if (endsOn === null || endsOn > reached) reached = endsOn
  }
  if (reached !== null && reached < today) return { state: DataSharingState.NONE, until: null }
  const soon = reached !== null && reached <= addDays(today, EXPIRES_SOON_DAYS)
  return { state: soon ? DataSharingState.EXPIRES_SOON : DataSharingState.IN_FORCE, until: reached }
}
