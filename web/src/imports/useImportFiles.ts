import type { ImportKind } from '@alongside/shared/imports/import-states'
import { importTemplate } from '@alongside/shared/imports/row-problems-in-words'
import { useI18n } from '#i18n'
import { fromExports } from '../app/actions/useCsvExport.ts'
import { usePasswordConfirmation } from '../app/actions/usePasswordConfirmation.ts'
import { currentLanguage } from '../app/i18n/words.ts'
import { problemOf } from '../ui/feedback/error-words.ts'
import { saveCsv } from '../ui/table/save-file.ts'
import { useToast } from '../ui/feedback/useToast.ts'

/** The files that one saves here: the template to fill in, and the rows with their reasons. */
export function useImportFiles() {
  const { t } = useI18n()
  const { show } = useToast()
  const { withConfirmation } = usePasswordConfirmation()

  function saveTemplate(kind: ImportKind): void {
    saveCsv(t('imports.template-name'), importTemplate(kind, currentLanguage(), t))
  }
  async function saveRows(importId: string): Promise<void> {
    try {
      const text = await withConfirmation(() => fromExports('import-rows')({ importId }))
      saveCsv(t('imports.rows-name'), text)
    } catch (error) {
      const { kind, retryAfterMinutes } = problemOf(error)
      if (kind === 'confirm-password') return
      show(t(`ui.problem.${kind}.text`, { minutes: retryAfterMinutes }))
    }
  }
  return { saveTemplate, saveRows }
}
