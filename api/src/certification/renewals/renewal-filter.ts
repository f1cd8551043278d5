/** Which certifications a choice of filters shows, in which order, and how a place in that order is written. */
import { DUE_WITHIN_DAYS } from '@alongside/shared/certification/status/certification-facts'
import { CREDENTIAL_STATES } from '@alongside/shared/certification/catalogue/credential-catalogue'
import {
  type ValidationError,
  validateText,
  validateWholeNumber,
} from '@alongside/shared/validation/validation-error'
import type { Position } from '../../server/graphql/connection.ts'
import { RenewalOrder, type RenewalsFilter, type RenewalsSort } from './renewal.types.ts'

const SEARCH_LIMIT = 100
const MAX_CHOICES = 60
/** Nobody turns so many pages; more would only cost the database. */
const MAX_SKIP = 100_000
const STATE = /^[A-Z]{2}$/
const CREDENTIAL_ID = /^[a-z0-9-]{1,60}$/

export function validateFilter(
  { dueWithinDays, state, credential, status, search }: RenewalsFilter,
  skip?: number,
): ValidationError[] {
  const isDueOption = dueWithinDays == null || DUE_WITHIN_DAYS.some((days) => days === dueWithinDays)
  const isState = state?.every((each) => CREDENTIAL_STATES.includes(each) || STATE.test(each)) ?? true
  const isCredential = credential?.every((each) => CREDENTIAL_ID.test(each)) ?? true
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
    ...(isCredential ? [] : [{ field: 'filter.credential', problem: 'not-an-option' } as const]),
    ...tooMany('filter.state', state),
    ...tooMany('filter.credential', credential),
    ...tooMany('filter.status', status),
    ...(skip === undefined ? [] : validateWholeNumber('skip', skip, 0, MAX_SKIP)),
    ...validateText('filter.search', search, SEARCH_LIMIT),
  ]
}

function tooMany(field: string, chosen: readonly string[] | null | undefined): ValidationError[] {
  return (chosen?.length ?? 0) > MAX_CHOICES ? [{ field, problem: 'too-many', limit: MAX_CHOICES }] : []
}

/** The values of a filter, in the order of the conditions in `renewal-rows.ts`; an empty choice is none. */
export function valuesOf(filter: RenewalsFilter): unknown[] {
  const some = <Each>(chosen: readonly Each[] | null | undefined) => (chosen?.length ? chosen : null)
  return [
    filter.search?.trim() || null,
    filter.dueWithinDays ?? null,
    some(filter.state),
    some(filter.status),
    filter.atRisk === true,
    some(filter.credential),
    filter.peerId ?? null,
    filter.teamId ?? null,
    filter.hostAgencyId ?? null,
    filter.hoursUnknown ?? null,
    filter.verified ?? null,
    some(filter.certificationIds),
  ]
}

const { RISK, EXPIRY, NAME, CREDENTIAL } = RenewalOrder
/** What each order sorts by, and then by; the id comes last. */
const KEYS: Record<RenewalOrder, readonly RenewalOrder[]> = {
  RISK: [RISK, EXPIRY, NAME],
  EXPIRY: [EXPIRY, NAME],
  NAME: [NAME, EXPIRY],
  CREDENTIAL: [CREDENTIAL, EXPIRY, NAME],
}
/** The column of each key, and how it comes out of a cursor. */
const COLUMNS: Record<RenewalOrder, readonly [column: string, type: string]> = {
  RISK: ['rank', 'numeric'],
  EXPIRY: ['ends', 'text'],
  NAME: ['plain_name', 'text'],
  CREDENTIAL: ['label', 'text'],
}

/** What a position of this order looks like, to check a cursor against. */
export function examplePosition({ by }: RenewalsSort): Position {
  return [...KEYS[by].map((key) => (key === RISK ? 0 : '')), '']
}

/** The order as SQL writes it; `cursor` is the place of a JSON array of the same values. */
export function orderOf({ by, descending }: RenewalsSort, cursor: string) {
  const keys = [...KEYS[by].map((key) => COLUMNS[key]), ['id_text', 'text'] as const]
  const columns = keys.map(([column]) => column)
  const values = keys.map(([, type], place) => `(${cursor}::jsonb ->> ${place})::${type} ${collated(type)}`)
  const turn = descending ? 'desc' : 'asc'
  return {
    after: `(${columns.join(', ')}) ${descending ? '<' : '>'} (${values.join(', ')})`,
    by: columns.map((column) => `${column} ${turn}`).join(', '),
    position: `jsonb_build_array(${columns.join(', ')})`,
  }
}

const collated = (type: string): string => (type === 'text' ? 'collate "C"' : '')
