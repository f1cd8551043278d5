import { useI18n } from '#i18n'

interface Named {
  readonly activity: string
  readonly customName?: string | null | undefined
}

/** What an activity is called: the catalogue's own name, or the one that the organization gave. */
export function useActivityName() {
  const { t } = useI18n()
  return (activity: string, among: readonly Named[] = []): string =>
    activity.startsWith('custom-')
      ? (among.find((one) => one.activity === activity)?.customName ?? t('drift.week.custom'))
      : t(`labels.drift.Activity.${activity}`)
}
