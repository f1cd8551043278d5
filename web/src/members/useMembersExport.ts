import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ask } from '../app/graphql-client.ts'
import { useSession } from '../app/session.store.ts'
import type { MembersCsvQueryVariables } from '../generated/graphql.ts'
import { usePasswordConfirmation } from '../people/usePasswordConfirmation.ts'
import { problemOf } from '../ui/error-words.ts'
import { useToast } from '../ui/useToast.ts'
import { membersCsvQuery } from './members.operations.ts'

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Saves the members of the list as a file; the API may ask for the password first, and notes it in the trail. */
export function useMembersExport() {
  const { t } = useI18n()
  const { show } = useToast()
  const { withConfirmation } = usePasswordConfirmation()
  const session = useSession()
  const busy = ref(false)

  async function save(variables: MembersCsvQueryVariables): Promise<void> {
    busy.value = true
    try {
      const { membersCsv } = await withConfirmation(() => ask(membersCsvQuery, variables))
      download(`members-${session.me?.today ?? ''}.csv`, membersCsv)
      show(t('members.exported'))
    } catch (error) {
      const { kind, retryAfterMinutes } = problemOf(error)
      if (kind !== 'confirm-password') show(t(`ui.problem.${kind}.text`, { minutes: retryAfterMinutes }))
    } finally {
      busy.value = false
    }
  }
  return { busy, save }
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK + text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
