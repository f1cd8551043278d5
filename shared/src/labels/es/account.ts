import type { Labels } from '../label-groups.ts'

export const labels: Labels['account'] = {
  Role: {
    PEER: 'Especialista de pares',
    SUPERVISOR: 'Supervisión',
    MANAGER: 'Gerencia',
    ADMIN: 'Administración',
    AUDITOR: 'Auditoría',
  },
  Theme: {
    SYSTEM: 'Auto',
    LIGHT: 'Claro',
    DARK: 'Oscuro',
  },
  Language: {
    en: 'Inglés',
    es: 'Español',
  },
}
