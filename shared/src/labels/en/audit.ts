import type { Labels } from '../label-groups.ts'

export const labels: Labels['audit'] = {
  AuditArea: {
    ACCOUNT: 'Accounts',
    SETTINGS: 'Settings',
    PEOPLE: 'People',
    AGREEMENT: 'Agreements',
    RELATIONSHIP: 'Supervisors',
    SESSION: 'Sessions',
    CERTIFICATION: 'Certifications',
    INTEGRATION: 'API tokens',
    IMPORT: 'Imports',
    EXPORT: 'Exports',
  },
  AuditAction: {
    ADDED: 'added',
    CHANGED: 'changed',
    REMOVED: 'removed',
    PASSWORD_REPLACED: 'new password',
    RECOVERY_CODE_REPLACED: 'new recovery code',
    EXPORTED: 'exported',
    OTHER: 'done',
  },
}
