import type { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import type { Language } from '@alongside/shared/people/account/languages'

export interface MailWords {
  readonly subject: string
  readonly severalSubject: string
  readonly greeting: string
  readonly open: string
  why(organizationName: string): string
  readonly change: string
  readonly kinds: Record<NotificationKind, string>
}

/** What the mails say. Subjects and sentences name nobody, no day, and nothing about how anybody feels. */
export const MAIL_WORDS: Record<Language, MailWords> = {
  en: {
    subject: 'Something new for you in Alongside',
    severalSubject: 'Some things new for you in Alongside',
    greeting: 'Hello,',
    open: 'Open Alongside',
    why: (organizationName) => `You get this mail because ${organizationName} uses Alongside.`,
    change: 'Choose when you get mail',
    kinds: {
      SUPERVISION_PROPOSED: 'A change to supervision is proposed.',
      SUPERVISION_ACCEPTED: 'A proposal for supervision was accepted.',
      SUPERVISION_ENDED: 'A supervision has an end.',
      AGREEMENT_TO_SIGN: 'An agreement waits for your signature.',
      INVITATION_ACCEPTED: 'Somebody accepted your invitation.',
      ROLES_CHANGED: 'Your roles have changed.',
      SESSION_LOGGED: 'A session of yours was logged.',
      FLAG_TOLD: 'Something about your role waits for you.',
      CERTIFICATION_EXPIRES: 'A certificate will run out.',
      CERTIFICATION_AT_RISK: 'Hours are missing for a certificate.',
      CERTIFICATION_LAPSED: 'A certificate has run out.',
      IMPORT_DONE: 'An import is done.',
    },
  },
  es: {
    subject: 'Algo nuevo para usted en Alongside',
    severalSubject: 'Novedades para usted en Alongside',
    greeting: 'Hola:',
    open: 'Abrir Alongside',
    why: (organizationName) => `Recibe este correo porque ${organizationName} usa Alongside.`,
    change: 'Elegir cuándo recibe correos',
    kinds: {
      SUPERVISION_PROPOSED: 'Se propone un cambio en la supervisión.',
      SUPERVISION_ACCEPTED: 'Se aceptó una propuesta de supervisión.',
      SUPERVISION_ENDED: 'Una supervisión tiene fin.',
      AGREEMENT_TO_SIGN: 'Un acuerdo espera su firma.',
      INVITATION_ACCEPTED: 'Alguien aceptó su invitación.',
      ROLES_CHANGED: 'Sus roles cambiaron.',
      SESSION_LOGGED: 'Se registró una sesión suya.',
      FLAG_TOLD: 'Algo sobre su rol le espera.',
      CERTIFICATION_EXPIRES: 'Un certificado va a vencer.',
      CERTIFICATION_AT_RISK: 'Faltan horas para un certificado.',
      CERTIFICATION_LAPSED: 'Un certificado ha vencido.',
      IMPORT_DONE: 'Una importación terminó.',
    },
  },
}
