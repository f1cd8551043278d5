import { useI18n } from '#i18n'
import { currentLanguage } from '../i18n/words.ts'
import { useSession } from '../session/session.store.ts'
import { askForFile } from '../session/graphql-client.ts'
import { saveCsv } from '../../ui/table/save-file.ts'
import { useAction } from './useAction.ts'

/** Saves a list as `<name>-<today>.csv`; the API may ask for the password first. `saved` is a key of words. */
export function useCsvExport<Variables>(
  name: string,
  saved: string,
  read: (variables: Variables) => Promise<string>,
) {
  const { t } = useI18n()
  const session = useSession()
  const { busy, run } = useAction()

  const save = (variables: Variables) =>
    run(async () => saveCsv(`${name}-${session.today}.csv`, await read(variables)), {
      done: t(saved),
    })
  return { busy, save }
}

/** Reads `/exports/<list>` in the language that is on: all rows, for the variables of its query without paging. */
export function fromExports<Variables extends object>(list: string) {
  return async (variables: Variables): Promise<string> =>
    (await askForFile(`/exports/${list}`, { ...variables, language: currentLanguage() })).text()
}
