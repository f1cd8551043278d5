import type {
  BoardStatusPeriod,
  Certificate,
  CertificationHistory,
  IssueDayChange,
  NumberChange,
  Verification,
} from './useCertificationHistory.ts'

export type HistoryEntry =
  | { readonly kind: 'certificate'; readonly day: string; readonly of: Certificate }
  | { readonly kind: 'status'; readonly day: string; readonly of: BoardStatusPeriod }
  | { readonly kind: 'verification'; readonly day: string; readonly of: Verification }
  | { readonly kind: 'issue'; readonly day: string; readonly of: IssueDayChange }
  | { readonly kind: 'number'; readonly day: string; readonly of: NumberChange }
  | { readonly kind: 'cycle'; readonly day: string; readonly of: Cycle }

/** What can be corrected by a further record. */
export type CorrectableEntry = Extract<HistoryEntry, { kind: 'certificate' | 'status' | 'verification' }>

export interface Cycle {
  readonly id: string
  readonly startsOn: string
  readonly endsOn: string
}

/** Everything in one line of time, the latest first; what fell on one day stands as it was recorded. */
export function historyEntries(history: CertificationHistory, cycle: Cycle | null): HistoryEntry[] {
  const entries: HistoryEntry[] = [
    ...history.verifications.map((of) => ({ kind: 'verification' as const, day: of.checkedOn, of })),
    ...history.statuses.map((of) => ({ kind: 'status' as const, day: of.startsOn, of })),
    ...history.issueDays.map((of) => ({ kind: 'issue' as const, day: of.after, of })),
    ...history.numbers.map((of) => ({
      kind: 'number' as const,
      day: String(of.recordedAt).slice(0, 10),
      of,
    })),
    ...(cycle ? [{ kind: 'cycle' as const, day: cycle.startsOn, of: cycle }] : []),
    ...history.certificates.map((of) => ({ kind: 'certificate' as const, day: of.startsOn, of })),
  ]
  return entries.sort((one, other) => (one.day === other.day ? 0 : one.day < other.day ? 1 : -1))
}
