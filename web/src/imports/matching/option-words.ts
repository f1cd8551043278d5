import { useI18n } from '#i18n'
import type { ImportMatchingQuery } from '../../generated/graphql.ts'

export type Matching = ImportMatchingQuery['importMatching']
type Option = Matching['options'][number]

/** What an option of a column is called: by its own name, or by what the screens call its code. */
export function useOptionWords() {
  const { t } = useI18n()
  return ({ column, value, label }: Option): string => {
    if (label != null) return label
    if (column === 'JOB_TITLE') return t(`labels.people.JobTitle.${value}`)
    if (column === 'ROLES') return t(`labels.account.Role.${value}`)
    if (column === 'DELIVERY_MODE') return t(`labels.courses.DeliveryMode.${value}`)
    if (column === 'TOPICS') return t(`labels.courses.CeCategory.${value.toUpperCase().replaceAll('-', '_')}`)
    return value
  }
}
