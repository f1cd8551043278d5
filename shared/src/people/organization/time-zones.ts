import type { ValidationError } from '../../validation/validation-error.ts'

/** The zones of the states and territories: what is offered first. */
export const TIME_ZONES_OF_THE_STATES = [
  'America/New_York',
  'America/Detroit',
  'America/Indiana/Indianapolis',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
  'Pacific/Pago_Pago',
] as const

/** Names of places, as in `America/New_York`: an offset or an abbreviation forgets that clocks change. */
const PLACE = /^[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z0-9_+-]+){1,2}$/

/** Refuses what is no IANA time zone; an absent one passes. */
export function validateTimeZone(field: string, zone: string | null | undefined): ValidationError[] {
  if (zone == null || isTimeZone(zone)) return []
  return [{ field, problem: 'not-an-option' }]
}

export function isTimeZone(zone: string): boolean {
  if (zone.length > 64 || (zone !== 'UTC' && !PLACE.test(zone))) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
