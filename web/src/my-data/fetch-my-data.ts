import { ApiError, NetworkError } from '../app/session/graphql-client.ts'
import type { Language } from '../app/i18n/words.ts'

export type MyDataFormat = 'json' | 'pdf'

/** The file of everything of mine; refusals come in the API's own form, and are thrown like every other. */
export async function fetchMyData(
  format: MyDataFormat,
  language: Language,
): Promise<{ name: string; content: Blob }> {
  const response = await post(JSON.stringify({ format, language }))
  if (!response.ok) throw await errorIn(response)
  const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  return { name: named?.[1] ?? `alongside-my-data.${format}`, content: await response.blob() }
}

async function post(body: string): Promise<Response> {
  try {
    return await fetch('/my-data', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body,
    })
  } catch (cause) {
    throw new NetworkError(cause)
  }
}

async function errorIn(response: Response): Promise<ApiError> {
  const answer = (await response.json().catch(() => ({}))) as {
    errors?: { extensions?: { code?: string } }[]
  }
  return new ApiError(answer.errors?.[0]?.extensions ?? { code: 'INTERNAL' })
}
