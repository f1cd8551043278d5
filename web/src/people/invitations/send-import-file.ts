import type { ImportKind } from '@alongside/shared/imports/import-states'
import { sendFile } from '../../app/session/graphql-client.ts'

/** Sends a file as it is; answers the id of its preview, or throws an ApiError or a NetworkError. */
export async function sendImportFile(file: Blob, fileName: string, kind: ImportKind): Promise<string> {
  const headers = {
    'content-type': 'text/csv',
    'x-file-name': encodeURIComponent(fileName),
    'x-import-kind': kind,
  }
  return (await sendFile<{ importId: string }>('/imports', file, headers)).importId
}
