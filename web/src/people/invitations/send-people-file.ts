import { ApiError, NetworkError } from '../../app/session/graphql-client.ts'

interface Answer {
  data?: { importId?: string }
  errors?: { extensions?: { code?: string; fact?: string; requestId?: string } }[]
}

/** Sends a file of people as it is; answers the id of its preview, or throws an ApiError or a NetworkError. */
export async function sendFile(file: Blob, fileName: string): Promise<string> {
  let response: Response
  try {
    response = await fetch('/imports', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent(fileName) },
      body: file,
    })
  } catch (cause) {
    throw new NetworkError(cause)
  }
  const answer = (await response.json().catch(() => ({}))) as Answer
  if (response.ok && answer.data?.importId) return answer.data.importId
  throw new ApiError(answer.errors?.[0]?.extensions ?? {})
}
