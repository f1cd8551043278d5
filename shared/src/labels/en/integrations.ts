import type { Labels } from '../label-groups.ts'

export const labels: Labels['integrations'] = {
  TokenCapability: {
    'certification-read': 'Certifications and renewals',
    'credential-catalogue-read': 'Credentials and their requirements',
    'people-read': 'People and placements',
    'audit-read': 'The audit trail',
  },
}
