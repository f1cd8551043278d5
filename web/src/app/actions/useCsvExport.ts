import { useI18n } from 'vue-i18n'
import { useSession } from '../session/session.store.ts'
import { saveCsv } from '../../ui/table/save-file.ts'
import { useDeed } from './useDeed.ts'

/** Saves a list as `<name>-<today>.csv`; the API may ask for the password first. `saved` is a key of words. */
export function useCsvExport<Variables>(
  name: string,
  saved: string,
  read: (variables: Variables) => Promise<string>,
) {
  const { t } = useI18n()
  const session = useSession()
  const { busy, attempt } = useDeed()

  function save(variables: Variables): Promise<void> {
    return attempt(
      async () => saveCsv(`${name}-${session.me?.today ?? ''}.csv`, await read(variables)),
      t(saved),
    )
  }
  return { busy, save }
}
