import type { Labels } from '../label-groups.ts'

export const labels: Labels['account'] = {
  Role: {
    PEER: 'Peer',
    SUPERVISOR: 'Supervisor',
    MANAGER: 'Manager',
    ADMIN: 'Admin',
    AUDITOR: 'Auditor',
  },
  Theme: {
    SYSTEM: 'Auto',
    LIGHT: 'Light',
    DARK: 'Dark',
  },
  Language: {
    en: 'English',
    es: 'Spanish',
  },
}
