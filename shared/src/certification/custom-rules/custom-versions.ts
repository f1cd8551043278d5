/** The rule versions by which an organization assesses a credential: the catalogue's, and its own after them. */
import { addDays, type PlainDate } from '../../calendar/plain-date.ts'
import { credentialById } from '../catalogue/credential-catalogue.ts'
import type { RenewalRule } from '../rules/renewal-rule.ts'
import { renewalRulesOf } from '../rule-authoring/author-renewal-rule.ts'
import { customRule, type KeptRule } from './rule-from-input.ts'

/** A version that an organization published, as it is kept. */
export interface CustomVersion {
  /** Counted from 1 within the organization. */
  readonly number: number
  readonly effectiveFrom: PlainDate | null
  readonly effectiveTo: PlainDate | null
  /** Parts that rules did not have when it was kept are missing. */
  readonly rule: Partial<KeptRule>
  readonly reason: string
  readonly isWithdrawn: boolean
  /** Of a withdrawn one: cycles that begin until then keep it; null: it counts as if it had never been. */
  readonly countsUntil: PlainDate | null
}

/** The oldest first; an id that nobody knows has the organization's versions alone, or none. */
export function rulesWithOwn(
  credentialId: string,
  versions: readonly CustomVersion[],
): readonly RenewalRule[] {
  const read = credentialById(credentialId) ? renewalRulesOf(credentialId) : []
  const own = versions.filter(isInForceOnce).map((version) =>
    customRule(version.rule, {
      credentialId,
      version: read.length + version.number,
      reason: version.reason,
      effectiveFrom: version.effectiveFrom,
      effectiveTo: lastDay(version),
    }),
  )
  return [...read, ...own]
}

/** Those that still have days of their own. */
export const isInForceOnce = ({ isWithdrawn, countsUntil }: CustomVersion): boolean =>
  !isWithdrawn || countsUntil !== null

export function lastDay({ effectiveTo, isWithdrawn, countsUntil }: CustomVersion): PlainDate | null {
  if (!isWithdrawn || countsUntil === null) return effectiveTo
  return effectiveTo === null || countsUntil < effectiveTo ? countsUntil : effectiveTo
}

/** A version as it stands once another takes its place from `from` on: it keeps the days before, if it has any. */
export function replacedFrom<Version extends CustomVersion>(
  version: Version,
  from: PlainDate | null,
): Version {
  const hasDaysBefore = from !== null && (version.effectiveFrom === null || version.effectiveFrom < from)
  return { ...version, isWithdrawn: true, countsUntil: hasDaysBefore ? addDays(from, -1) : null }
}
