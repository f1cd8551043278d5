import { useI18n } from '#i18n'

/** What a select, chips or a list of boxes offers: the values, each called as the labels under `key` call it. */
export function useChoices() {
  const { t } = useI18n()
  return <Value extends string | number>(values: readonly Value[], key: string) =>
    values.map((value) => ({ value, label: t(`${key}.${value}`) }))
}
