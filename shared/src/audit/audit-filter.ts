/** What the audit trail can be narrowed to: where something changed, about whom, by whom, when. */
import { validateChoice, type ValidationError, validateText } from '../validation/validation-error.ts'

/** The parts of the organization's life in which changes are kept. */
export const AuditArea = {
  ACCOUNT: 'ACCOUNT',
  SETTINGS: 'SETTINGS',
  PEOPLE: 'PEOPLE',
  AGREEMENT: 'AGREEMENT',
  RELATIONSHIP: 'RELATIONSHIP',
  SESSION: 'SESSION',
  CERTIFICATION: 'CERTIFICATION',
  INTEGRATION: 'INTEGRATION',
  IMPORT: 'IMPORT',
  EXPORT: 'EXPORT',
} as const
export type AuditArea = (typeof AuditArea)[keyof typeof AuditArea]
export const AUDIT_AREAS = Object.values(AuditArea)

/** What was done; the database may know one by another name, which is then shown as it is. */
export const AUDIT_ACTIONS = [
  'ADDED',
  'CHANGED',
  'REMOVED',
  'PASSWORD_REPLACED',
  'RECOVERY_CODE_REPLACED',
  'EXPORTED',
  'OTHER',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** What an admin sees of it: accounts and settings, nothing of people's work. */
export const ADMIN_AREAS: readonly AuditArea[] = [
  AuditArea.ACCOUNT,
  AuditArea.SETTINGS,
  AuditArea.INTEGRATION,
]

export interface AuditFilter {
  readonly area?: string | null | undefined
  /** The kind of record, as `supervision_relationship`. */
  readonly subject?: string | null | undefined
  /** A part of the name of who is concerned or who acted. */
  readonly name?: string | null | undefined
  readonly from?: string | null | undefined
  readonly to?: string | null | undefined
}

const NAME_LIMIT = 80
const SUBJECT = /^[a-z_]{3,60}$/

export function validateAuditFilter({ area, subject, name, from, to }: AuditFilter): ValidationError[] {
  return [
    ...(area == null ? [] : validateChoice('area', [area], AUDIT_AREAS)),
    ...(subject == null || SUBJECT.test(subject)
      ? []
      : [{ field: 'subject', problem: 'not-an-option' } as const]),
    ...validateText('name', name, NAME_LIMIT),
    ...(from != null && to != null && to < from
      ? [{ field: 'to', problem: 'before-its-start' } as const]
      : []),
  ]
}
