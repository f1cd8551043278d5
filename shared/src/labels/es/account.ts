import type { Labels } from '../label-groups.ts'

export const labels: Labels['account'] = {
  Role: {
    PEER: 'Especialista de pares',
    SUPERVISOR: 'Supervisión',
    MANAGER: 'Gerencia',
    ADMIN: 'Administración',
    AUDITOR: 'Auditoría',
  },
  DeviceKind: {
    OWN: 'Mío',
    SHARED: 'Compartido',
  },
  DeviceKindHint: {
    OWN: 'Su sesión dura más.',
    SHARED:
      'La sesión se cierra a los {minutes} minutos sin uso y al cerrar el navegador. Aquí no se guarda nada.',
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
