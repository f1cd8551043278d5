import type { Labels } from '../label-groups.ts'

export const labels: Labels['integrations'] = {
  TokenCapability: {
    'certification-read': 'Certificaciones y renovaciones',
    'credential-catalogue-read': 'Credenciales y sus requisitos',
    'people-read': 'Personas y puestos',
    'audit-read': 'El registro de auditoría',
  },
}
