/** Parts of a rule as an organization wrote them, in the shapes that the engine reads; only after the check. */
import type { ProofRule } from '../rules/asked.ts'
import { EarnedBy, type CreditLimit } from '../rules/limits.ts'
import type { DatedException } from '../rules/terms.ts'
import type { LimitInput } from './limit-parts.ts'
import type { ExceptionInput, ProofInput } from './rule-input.ts'

export function wholeLimit(limit: LimitInput): CreditLimit {
  const { kind, percent = null, petition, feeUsdPerHour = null } = limit
  const { modes, earnedBy, contents } = limit
  const category = limit.category ?? 'any'
  const sponsor = limit.sponsor?.trim() ?? ''
  const by = earnedBy?.[0] ?? EarnedBy.ATTENDING
  const hours = limit.hours ?? 0
  switch (kind) {
    case 'delivery-most':
      return { kind, modes: modes ?? [], hours: limit.hours ?? null, percent }
    case 'delivery-only':
      return { kind, category, modes: modes ?? [] }
    case 'earned-by-share':
      return { kind, by, percent: percent ?? 100 }
    case 'earned-by-most':
      return { kind, by, hours }
    case 'earned-by-never':
      return { kind, by: earnedBy ?? [] }
    case 'sponsor-least':
    case 'sponsor-most':
      return { kind, sponsor, hours }
    case 'approved-only':
      return {
        kind,
        by: sponsor,
        modes: modes?.length ? modes : null,
        petition: petition ?? false,
        feeUsdPerHour,
      }
    case 'content-never':
      return { kind, contents: contents ?? [] }
    case 'category-most':
      return { kind, category, hours }
  }
}

export function wholeProof({ how, keepYears, mustShow, audit }: ProofInput): ProofRule {
  return { how: how ?? null, keepYears: keepYears ?? null, mustShow, audit: audit?.trim() || null }
}

export function wholeException({ kind, dueFrom, dueTo, onlyIf, days, text }: ExceptionInput): DatedException {
  const period = { dueFrom: dueFrom ?? null, dueTo: dueTo ?? null }
  return { kind, ...period, onlyIf: onlyIf ?? null, days: days ?? null, text: text?.trim() ?? '' }
}
