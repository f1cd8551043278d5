import { peopleTemplate } from '@alongside/shared/imports/row-problems-in-words'
import { useI18n } from 'vue-i18n'
import { ask } from '../app/graphql-client.ts'
import { currentLanguage } from '../app/words.ts'
import { problemOf } from '../ui/error-words.ts'
import { useToast } from '../ui/useToast.ts'
import { importRowsCsvQuery } from './imports.operations.ts'

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The files that one saves here: the template to fill in, and the rows with their reasons. */
export function useImportFiles() {
  const { t } = useI18n()
  const { show } = useToast()

  function saveTemplate(): void {
    save(t('imports.template-name'), peopleTemplate(currentLanguage()))
  }
  async function saveRows(importId: string): Promise<void> {
    try {
      const language = currentLanguage() === 'es' ? 'ES' : 'EN'
      const { importRowsCsv } = await ask(importRowsCsvQuery, { importId, language })
      save(t('imports.rows-name'), importRowsCsv)
    } catch (error) {
      const { kind, retryAfterMinutes } = problemOf(error)
      show(t(`ui.problem.${kind}.text`, { minutes: retryAfterMinutes }))
    }
  }
  return { saveTemplate, saveRows }
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK + text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
