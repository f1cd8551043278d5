/** Which certifications a choice of filters shows, in which order, and how many each further choice would show. */
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { DUE_WITHIN_DAYS, isDueWithin } from '@alongside/shared/certification/certification-facts'
import { CREDENTIAL_STATES } from '@alongside/shared/certification/credential-catalogue'
import { Standing } from '@alongside/shared/certification/standing'
import { type Refusal, textRefusals } from '@alongside/shared/input/refusal'
import type { Position } from '../../server/connection.ts'
import type { AssessedCertification } from './assess-renewals.ts'
import { type RenewalCounts, RenewalOrder, type RenewalsFilter } from './renewal.types.ts'

const SEARCH_LIMIT = 100
const PRECEDENCE = Object.values(Standing)
/** Sorts after every day: what never expires, or whose expiry is not known. */
const NO_DAY = '9999-12-31'

export function filterRefusals({ dueWithinDays, state, search }: RenewalsFilter): Refusal[] {
  const isDueOption = dueWithinDays == null || DUE_WITHIN_DAYS.some((days) => days === dueWithinDays)
  const isState = state == null || CREDENTIAL_STATES.includes(state)
  return [
    ...(isDueOption
      ? []
      : [
          {
            field: 'filter.dueWithinDays',
            problem: 'not-an-option',
            limit: DUE_WITHIN_DAYS.join(', '),
          } as const,
        ]),
    ...(isState ? [] : [{ field: 'filter.state', problem: 'not-an-option' } as const]),
    ...textRefusals('filter.search', search, SEARCH_LIMIT),
  ]
}

export function isShown(row: AssessedCertification, filter: RenewalsFilter, today: PlainDate): boolean {
  const { dueWithinDays, state, standing, atRisk, search } = filter
  if (dueWithinDays != null && !isDueWithin(row.expiresOn, dueWithinDays, today)) return false
  if (state != null && row.credential?.state !== state) return false
  if (standing != null && row.assessment.standing !== standing) return false
  if (atRisk === true && !isAtRisk(row)) return false
  return (
    search == null || [row.peerName, row.number ?? ''].some((text) => plain(text).includes(plain(search)))
  )
}

/** Short at this pace counts also where a weightier standing, such as inactive, stands above it. */
function isAtRisk({ assessment }: AssessedCertification): boolean {
  return assessment.reasons.some(({ kind }) => kind === 'short-at-this-pace')
}

/** Without case and accents, so that "nunez" finds Núñez. */
function plain(text: string): string {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

const { RISK, EXPIRY, NAME, CREDENTIAL } = RenewalOrder
/** What each order sorts by, and then by; the id comes last. */
const KEYS: Record<RenewalOrder, readonly RenewalOrder[]> = {
  RISK: [RISK, EXPIRY, NAME],
  EXPIRY: [EXPIRY, NAME],
  NAME: [NAME, EXPIRY],
  CREDENTIAL: [CREDENTIAL, EXPIRY, NAME],
}

export function positionOf(row: AssessedCertification, order: RenewalOrder): Position {
  const { credential, assessment } = row
  const values: Record<RenewalOrder, string | number> = {
    RISK: PRECEDENCE.indexOf(assessment.standing),
    EXPIRY: row.expiresOn ?? NO_DAY,
    NAME: plain(row.peerName),
    CREDENTIAL: credential ? `${credential.state} ${credential.abbreviation}` : row.credentialId,
  }
  return [...KEYS[order].map((key) => values[key]), row.id]
}

/** What a position of this order looks like, to check a cursor against. */
export function examplePosition(order: RenewalOrder): Position {
  return [...KEYS[order].map((key) => (key === RISK ? 0 : '')), '']
}

export function countsOf(
  rows: readonly AssessedCertification[],
  filter: RenewalsFilter,
  today: PlainDate,
): RenewalCounts {
  const found = rows.filter((row) => isShown(row, { search: filter.search ?? null }, today))
  const count = (change: Partial<RenewalsFilter>): number =>
    found.filter((row) => isShown(row, { ...filter, search: null, ...change }, today)).length
  const states = [...new Set(rows.flatMap(({ credential }) => credential?.state ?? []))].sort()
  return {
    dueWithin30: count({ dueWithinDays: 30 }),
    dueWithin60: count({ dueWithinDays: 60 }),
    dueWithin90: count({ dueWithinDays: 90 }),
    atRisk: count({ atRisk: true }),
    states: states.map((state) => ({ state, count: count({ state }) })),
    standings: PRECEDENCE.map((standing) => ({ standing, count: count({ standing }) })).filter(
      (each) => each.count > 0,
    ),
  }
}
