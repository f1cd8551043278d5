import { useI18n } from '#i18n'
import { useToast } from '../ui/feedback/useToast.ts'

/** Puts a text on the clipboard and says so; without leave to do that, says how else. */
export function useCopying() {
  const { t } = useI18n()
  const { show } = useToast()
  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      show(t('integrations.copied'))
    } catch {
      show(t('integrations.copy-by-hand'))
    }
  }
  return { copy }
}
