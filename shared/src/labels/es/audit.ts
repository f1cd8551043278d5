import type { Labels } from '../label-groups.ts'

export const labels: Labels['audit'] = {
  AuditArea: {
    ACCOUNT: 'Cuentas',
    SETTINGS: 'Ajustes',
    PEOPLE: 'Personas',
    AGREEMENT: 'Acuerdos',
    RELATIONSHIP: 'Supervisión',
    SESSION: 'Sesiones',
    CERTIFICATION: 'Certificaciones',
    INTEGRATION: 'Tokens de API',
    IMPORT: 'Importaciones',
    EXPORT: 'Exportaciones',
  },
  AuditAction: {
    ADDED: 'agregado',
    CHANGED: 'cambiado',
    REMOVED: 'quitado',
    PASSWORD_REPLACED: 'contraseña nueva',
    RECOVERY_CODE_REPLACED: 'código de recuperación nuevo',
    EXPORTED: 'exportado',
    OTHER: 'hecho',
  },
}
