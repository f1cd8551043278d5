import type { ShareKind, ShareScope } from '@alongside/shared/wellness/sharing/share-ticket'
import { useI18n } from '#i18n'

/** How much of something is shared: a ProQOL has other scores than a check-in. */
export function useShareWords() {
  const { t } = useI18n()
  const scope = (kind: ShareKind, of: ShareScope): string =>
    kind === 'PROQOL' ? t(`labels.wellness.ProqolShareScope.${of}`) : t(`labels.wellness.ShareScope.${of}`)
  return { scope }
}
