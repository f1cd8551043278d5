import { computed } from 'vue'
import { useI18n } from '#i18n'
import { useUnseen } from './unseen.store.ts'

/** The name of the way to one's news: the number is said, not only shown. */
export function useNotificationsLabel() {
  const { t } = useI18n()
  const unseen = useUnseen()
  return computed(() =>
    unseen.count > 0 ? t('app.news-count', { count: unseen.shown }, unseen.count) : t('app.news'),
  )
}
