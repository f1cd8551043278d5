/** What is refused when somebody reports that a credential's rule has changed. */
import { isBlank, isWebAddress } from '../../validation/one-line.ts'
import { validateText, type ValidationError } from '../../validation/validation-error.ts'
import { credentialById } from './credential-catalogue.ts'

export const REPORT_LIMIT = 1_000
export const REPORT_SOURCE_LIMIT = 500

export interface CatalogueReportInput {
  readonly credentialId: string
  readonly whatChanged: string
  readonly sourceUrl?: string | null
}

export function validateCatalogueReport(input: CatalogueReportInput): ValidationError[] {
  const { credentialId, whatChanged, sourceUrl = null } = input
  return [
    ...(credentialById(credentialId) ? [] : [{ field: 'credentialId', problem: 'not-found' } as const]),
    ...(isBlank(whatChanged) ? [{ field: 'whatChanged', problem: 'required' } as const] : []),
    ...validateText('whatChanged', whatChanged, REPORT_LIMIT),
    ...validateText('sourceUrl', sourceUrl, REPORT_SOURCE_LIMIT),
    ...(!sourceUrl || isWebAddress(sourceUrl, { isSecure: true })
      ? []
      : [{ field: 'sourceUrl', problem: 'not-a-page' } as const]),
  ]
}
