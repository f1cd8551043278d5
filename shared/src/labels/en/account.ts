import type { Labels } from '../label-groups.ts'

export const labels: Labels['account'] = {
  Role: {
    PEER: 'Peer',
    SUPERVISOR: 'Supervisor',
    MANAGER: 'Manager',
    ADMIN: 'Admin',
    AUDITOR: 'Auditor',
  },
  DeviceKind: {
    OWN: 'My own',
    SHARED: 'A shared one',
  },
  DeviceKindHint: {
    OWN: 'You stay signed in longer.',
    SHARED: 'Signs you out after {minutes} minutes and when the browser closes. Keeps nothing here.',
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
