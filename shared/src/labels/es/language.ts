import type { Labels } from '../label-groups.ts'

export const labels: Labels['language'] = {
  IdentifierKind: {
    SSN: 'un número de Seguro Social',
    DATE_OF_BIRTH: 'una fecha de nacimiento',
    PHONE: 'un teléfono',
    MEDICAL_RECORD_NUMBER: 'un número de expediente',
  },
}
