/** What a file can bring. */
export const ImportKind = {
  PEOPLE: 'PEOPLE',
  CERTIFICATIONS: 'CERTIFICATIONS',
  CE_HOURS: 'CE_HOURS',
  SERVICE_HOURS: 'SERVICE_HOURS',
} as const
export type ImportKind = (typeof ImportKind)[keyof typeof ImportKind]

/** Assessed, made, undone, or a day old without having been confirmed. */
export const ImportState = {
  PREVIEWED: 'PREVIEWED',
  CONFIRMED: 'CONFIRMED',
  UNDONE: 'UNDONE',
  EXPIRED: 'EXPIRED',
} as const
export type ImportState = (typeof ImportState)[keyof typeof ImportState]

/** What becomes of a line: before, after, and when the import is undone. */
export const ImportRowResult = {
  NEW: 'NEW',
  PRESENT: 'PRESENT',
  PROBLEM: 'PROBLEM',
  MADE: 'MADE',
  LEFT_OUT: 'LEFT_OUT',
  REMOVED: 'REMOVED',
  KEPT: 'KEPT',
} as const
export type ImportRowResult = (typeof ImportRowResult)[keyof typeof ImportRowResult]

/** Why undoing leaves somebody: they have joined, or something else was recorded about them. */
export const KeptReason = { JOINED: 'JOINED', HAS_RECORDS: 'HAS_RECORDS' } as const
export type KeptReason = (typeof KeptReason)[keyof typeof KeptReason]
