import type { Labels } from '../label-groups.ts'

export const labels: Labels['language'] = {
  IdentifierKind: {
    SSN: 'a Social Security number',
    DATE_OF_BIRTH: 'a date of birth',
    PHONE: 'a phone number',
    MEDICAL_RECORD_NUMBER: 'a record number',
  },
}
