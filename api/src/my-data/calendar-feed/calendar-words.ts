import type { Language } from '@alongside/shared/people/account/languages'

interface CalendarWords {
  readonly session: string
  readonly due: string
  readonly EXPIRES: string
  readonly RENEWAL_OPENS: string
  readonly SEND_BY: string
}

/** Titles in somebody's calendar: others may see it over their shoulder. */
export const CALENDAR_WORDS: Record<Language, CalendarWords> = {
  en: {
    session: 'Supervision session',
    due: 'Supervision due',
    EXPIRES: 'Certification expires',
    RENEWAL_OPENS: 'Certification renewal opens',
    SEND_BY: 'Certification renewal due',
  },
  es: {
    session: 'Sesión de supervisión',
    due: 'Vence la supervisión',
    EXPIRES: 'Vence la certificación',
    RENEWAL_OPENS: 'Se abre la renovación de la certificación',
    SEND_BY: 'Fecha límite de la renovación',
  },
}
