import type { Language } from '@alongside/shared/people/account/languages'

/** What the files say around their tables. */
interface ServiceDatesWords {
  readonly title: string
  readonly made: (organization: string, preparedBy: string, madeAt: string) => string
  readonly counts: (rows: number, yes: number, no: number, notKnown: number, problems: number) => string
  readonly basis: string
  readonly page: (number: number, of: number) => string
  readonly beforeWork: (day: string) => string
  readonly afterWork: (day: string) => string
  readonly noCertification: string
}

export const SERVICE_DATES_WORDS: Readonly<Record<Language, ServiceDatesWords>> = {
  en: {
    title: 'Service dates verified',
    made: (organization, preparedBy, madeAt) =>
      `${organization}. Prepared by ${preparedBy}, ${madeAt}. Based on records as of that time.`,
    counts: (rows, yes, no, notKnown, problems) =>
      `${rows} lines: ${yes} certified, ${no} not certified, ${notKnown} not known, ${problems} not checked.`,
    basis:
      'Assigned means that a supervisor was responsible on that day. A session held is one that took place on that day or before it.',
    page: (number, of) => `Page ${number} of ${of}`,
    beforeWork: (day) => `Before the first day of work (${day})`,
    afterWork: (day) => `After the last day of work (${day})`,
    noCertification: 'No certification on file',
  },
  es: {
    title: 'Fechas de servicio verificadas',
    made: (organization, preparedBy, madeAt) =>
      `${organization}. Lo preparó ${preparedBy}, ${madeAt}. Según los registros a esa hora.`,
    counts: (rows, yes, no, notKnown, problems) =>
      `${rows} líneas: ${yes} con certificación, ${no} sin certificación, ${notKnown} sin saberse, ${problems} sin revisar.`,
    basis:
      'Asignada quiere decir que ese día había un supervisor responsable. Una sesión realizada es la que tuvo lugar ese día o antes.',
    page: (number, of) => `Página ${number} de ${of}`,
    beforeWork: (day) => `Antes del primer día de trabajo (${day})`,
    afterWork: (day) => `Después del último día de trabajo (${day})`,
    noCertification: 'No hay certificación registrada',
  },
}
