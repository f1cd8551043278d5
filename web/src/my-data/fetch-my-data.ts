import { askForFile } from '../app/session/graphql-client.ts'
import type { Language } from '../app/i18n/words.ts'

export type MyDataFormat = 'json' | 'pdf'

/** The file of everything of mine. */
export async function fetchMyData(
  format: MyDataFormat,
  language: Language,
): Promise<{ name: string; content: Blob }> {
  const response = await askForFile('/my-data', { format, language })
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  return { name: named?.[1] ?? `alongside-my-data.${format}`, content: await response.blob() }
}
