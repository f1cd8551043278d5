import type { Language } from '@alongside/shared/people/account/languages'

export interface MailWords {
  readonly subject: string
  readonly severalSubject: string
  readonly greeting: string
  readonly open: string
  why(organizationName: string): string
  readonly change: string
}

/** What the mails say. Subjects and sentences name nobody, no day, and nothing about how anybody feels. */
export const MAIL_WORDS: Record<Language, MailWords> = {
  en: {
    subject: 'Something new for you in Alongside',
    severalSubject: 'Several new things for you in Alongside',
    greeting: 'Hello,',
    open: 'Open Alongside',
    why: (organizationName) => `You get this email because ${organizationName} uses Alongside.`,
    change: 'Choose when you get email',
  },
  es: {
    subject: 'Algo nuevo para usted en Alongside',
    severalSubject: 'Varias cosas nuevas para usted en Alongside',
    greeting: 'Hola:',
    open: 'Abrir Alongside',
    why: (organizationName) => `Recibe este correo porque ${organizationName} usa Alongside.`,
    change: 'Elegir cuándo recibe correos',
  },
}
