import { peopleTemplate } from '@alongside/shared/imports/row-problems-in-words'
import { useI18n } from 'vue-i18n'
import { ask } from '../app/graphql-client.ts'
import { currentLanguage } from '../app/words.ts'
import { problemOf } from '../ui/error-words.ts'
import { saveCsv } from '../ui/save-file.ts'
import { useToast } from '../ui/useToast.ts'
import { importRowsCsvQuery } from './imports.operations.ts'

/** The files that one saves here: the template to fill in, and the rows with their reasons. */
export function useImportFiles() {
  const { t } = useI18n()
  const { show } = useToast()

  function saveTemplate(): void {
    saveCsv(t('imports.template-name'), peopleTemplate(currentLanguage()))
  }
  async function saveRows(importId: string): Promise<void> {
    try {
      const language = currentLanguage() === 'es' ? 'ES' : 'EN'
      const { importRowsCsv } = await ask(importRowsCsvQuery, { importId, language })
      saveCsv(t('imports.rows-name'), importRowsCsv)
    } catch (error) {
      const { kind, retryAfterMinutes } = problemOf(error)
      show(t(`ui.problem.${kind}.text`, { minutes: retryAfterMinutes }))
    }
  }
  return { saveTemplate, saveRows }
}
