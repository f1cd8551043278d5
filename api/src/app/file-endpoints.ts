import { importUploadEndpoint } from '../imports/import-upload.endpoint.ts'
import { myDataEndpoint } from '../my-data/my-data.endpoint.ts'
import type { FileEndpoint } from '../server/http/file-endpoint.ts'

/** Every endpoint beside GraphQL; a feature adds its own here. */
export const FILE_ENDPOINTS: readonly FileEndpoint[] = [importUploadEndpoint, myDataEndpoint]
