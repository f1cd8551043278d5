import type { UpdateOwnPreferencesInput } from '../../generated/graphql.ts'
import { ask } from './graphql-client.ts'
import { ownPreferencesQuery, updateOwnPreferencesMutation } from './session.operations.ts'
import { useSession } from './session.store.ts'
import { useTheme, type Theme } from './theme.ts'
import { isLanguageChosen, useLanguage, type Language } from '../i18n/words.ts'

// Language and colours: at once on this device, and kept for the next one and for mails. A device without a
// connection keeps them for itself.

export async function keepLanguage(language: Language): Promise<void> {
  await useLanguage(language)
  keep({ language })
}

export function keepTheme(theme: Theme): void {
  useTheme().choose(theme)
  keep({ theme: theme === 'light' ? 'LIGHT' : theme === 'dark' ? 'DARK' : 'SYSTEM' })
}

function keep(input: UpdateOwnPreferencesInput): void {
  if (useSession().me) void ask(updateOwnPreferencesMutation, { input }).catch(() => undefined)
}

/** After signing in: what was chosen elsewhere counts where this device has no choice of its own. */
export async function takeKeptChoices(): Promise<void> {
  const { isThemeChosen, choose } = useTheme()
  if (isLanguageChosen() && isThemeChosen()) return
  const kept = await ask(ownPreferencesQuery).catch(() => null)
  if (!kept) return
  const { language, theme } = kept.myAccount.preferences
  if (language && !isLanguageChosen()) await useLanguage(language)
  if (theme !== 'SYSTEM' && !isThemeChosen()) choose(theme === 'DARK' ? 'dark' : 'light')
}
