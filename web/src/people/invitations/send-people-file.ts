import { sendFile } from '../../app/session/graphql-client.ts'

/** Sends a file of people as it is; answers the id of its preview, or throws an ApiError or a NetworkError. */
export async function sendPeopleFile(file: Blob, fileName: string): Promise<string> {
  const headers = { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent(fileName) }
  return (await sendFile<{ importId: string }>('/imports', file, headers)).importId
}
