import type { Language } from '@alongside/shared/people/account/languages'

interface CalendarWords {
  readonly session: string
  readonly due: string
  readonly expires: string
}

/** Titles in somebody's calendar: others may see it over their shoulder. */
export const CALENDAR_WORDS: Record<Language, CalendarWords> = {
  en: { session: 'Supervision session', due: 'Supervision due', expires: 'Certification expires' },
  es: { session: 'Sesión de supervisión', due: 'Vence la supervisión', expires: 'Vence la certificación' },
}
