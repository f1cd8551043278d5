/** Short ways to write what was read on a page after the catalogue. */
import type { Provenance } from '../catalogue/provenance.ts'
import type { LateStep } from '../rules/submission.ts'

const READ_ON = '2026-11-29'

export function page(url: string, title: string, more: Partial<Provenance> = {}): Provenance {
  return { url, title, date: null, confidence: 'official-undated', otherUrls: [], readOn: READ_ON, ...more }
}

export function step(withinDays: number | null, text: string, more: Partial<LateStep> = {}): LateStep {
  const plain = { feeUsd: null, status: 'lapsed', needsHoursComplete: false, owesMissedYears: false } as const
  return { ...plain, again: [], withinDays, text, ...more }
}

export const perCycle = (amount: number) =>
  ({ amount, unit: 'hours', per: 'cycle', yearKind: 'unknown', insteadIf: null }) as const
