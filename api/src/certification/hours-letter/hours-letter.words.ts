import type { Language } from '@alongside/shared/people/account/languages'

interface HoursLetterWords {
  readonly title: (name: string) => string
  readonly period: (from: string, until: string) => string
  readonly supervision: (hours: string, sessions: number) => string
  readonly sessions: string
  readonly hours: string
  readonly service: (hours: string) => string
  readonly serviceNotHere: string
  readonly crossing: (count: number) => string
  readonly source: (madeAt: string, preparedBy: string) => string
  readonly sign: readonly string[]
  readonly signs: string
  readonly page: (number: number, of: number) => string
}

export const HOURS_LETTER_WORDS: Readonly<Record<Language, HoursLetterWords>> = {
  en: {
    title: (name) => `Hours of ${name}`,
    period: (from, until) => `From ${from} to ${until}.`,
    supervision: (hours, sessions) => `Supervision: ${hours} hours in ${sessions} sessions.`,
    sessions: 'Sessions',
    hours: 'Hours',
    service: (hours) => `Service: ${hours} hours.`,
    serviceNotHere: 'Service hours are not part of this letter. A manager can make one that has them.',
    crossing: (count) =>
      `Not counted: ${count} entries of service hours that begin before this period or end after it.`,
    source: (madeAt, preparedBy) =>
      `From the organization's records as of ${madeAt}. Prepared by ${preparedBy}. Only sessions that took place are counted.`,
    sign: ['Name and title', 'Signature and date'],
    signs: "This letter can't show some characters.",
    page: (number, of) => `Page ${number} of ${of}`,
  },
  es: {
    title: (name) => `Horas de ${name}`,
    period: (from, until) => `Del ${from} al ${until}.`,
    supervision: (hours, sessions) => `Supervisión: ${hours} horas en ${sessions} sesiones.`,
    sessions: 'Sesiones',
    hours: 'Horas',
    service: (hours) => `Servicio: ${hours} horas.`,
    serviceNotHere: 'Esta carta no incluye horas de servicio. Un gerente puede hacer una que las tenga.',
    crossing: (count) =>
      `Sin contar: ${count} registros de horas de servicio que empiezan antes de este período o terminan después.`,
    source: (madeAt, preparedBy) =>
      `Según los registros de la organización al ${madeAt}. La preparó ${preparedBy}. Solo cuentan las sesiones realizadas.`,
    sign: ['Nombre y cargo', 'Firma y fecha'],
    signs: 'Esta carta no puede mostrar algunos caracteres.',
    page: (number, of) => `Página ${number} de ${of}`,
  },
}
