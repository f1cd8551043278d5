import type { ServiceDates } from '@alongside/shared/certification/as-of/service-dates'
import { currentLanguage } from '../../app/i18n/words.ts'
import { sendFile, sendForFile } from '../../app/session/graphql-client.ts'

/** A list of names and dates, as it was pasted; the answer, or a file of it. */
const PATH = '/service-dates'
const asCsv = (lines: string) => new Blob([lines], { type: 'text/csv' })
const headersFor = (format: 'json' | 'csv' | 'pdf') => ({
  'content-type': 'text/csv',
  'x-format': format,
  'x-language': currentLanguage(),
})

export function askServiceDates(lines: string): Promise<ServiceDates> {
  return sendFile<ServiceDates>(PATH, asCsv(lines), headersFor('json'))
}

export async function serviceDatesFile(lines: string, format: 'csv' | 'pdf'): Promise<Blob> {
  return (await sendForFile(PATH, asCsv(lines), headersFor(format))).blob()
}
