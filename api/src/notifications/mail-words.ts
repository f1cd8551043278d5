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
    severalSubject: 'Several new things for you in Alongside',
    greeting: 'Hello,',
    open: 'Open Alongside',
    why: (organizationName) => `You get this email because ${organizationName} uses Alongside.`,
    change: 'Choose when you get email',
    kinds: {
      SUPERVISION_PROPOSED: 'Someone proposed a change to supervision.',
      SUPERVISION_ASSIGNED: "You're getting a new supervisor.",
      SUPERVISION_ACCEPTED: 'Someone said yes to a supervision proposal.',
      SUPERVISION_ENDED: 'A supervision assignment is ending.',
      AGREEMENT_TO_SIGN: 'You have an agreement to sign.',
      INVITATION_ACCEPTED: 'Someone accepted your invitation.',
      ROLES_CHANGED: 'Your roles changed.',
      ROLE_REQUESTED: 'An admin asked for another role for themselves.',
      ROLE_REQUEST_ANSWERED: 'A request for another role was answered.',
      SESSION_LOGGED: 'Someone logged a session with you.',
      FLAG_TOLD: 'Something about your role needs a look.',
      FLAG_STEP: "There's an update on one of your flags.",
      FLAG_CLOSING_PROPOSED: 'Someone suggests closing one of your flags. You decide.',
      FLAG_SHARED: 'A peer shared a flag with you.',
      CERTIFICATION_EXPIRES: 'A certification is about to expire.',
      CERTIFICATION_AT_RISK: 'A certification is short on hours.',
      CERTIFICATION_LAPSED: 'A certification has expired.',
      IMPORT_DONE: 'An import is done.',
    },
  },
  es: {
    subject: 'Algo nuevo para usted en Alongside',
    severalSubject: 'Varias cosas nuevas para usted en Alongside',
    greeting: 'Hola:',
    open: 'Abrir Alongside',
    why: (organizationName) => `Recibe este correo porque ${organizationName} usa Alongside.`,
    change: 'Elegir cuándo recibe correos',
    kinds: {
      SUPERVISION_PROPOSED: 'Alguien propuso un cambio en la supervisión.',
      SUPERVISION_ASSIGNED: 'Va a tener otra persona que le supervise.',
      SUPERVISION_ACCEPTED: 'Alguien aceptó una propuesta de supervisión.',
      SUPERVISION_ENDED: 'Termina una supervisión.',
      AGREEMENT_TO_SIGN: 'Tiene un acuerdo por firmar.',
      INVITATION_ACCEPTED: 'Alguien aceptó su invitación.',
      ROLES_CHANGED: 'Sus roles cambiaron.',
      ROLE_REQUESTED: 'Alguien de la administración pidió otro rol para sí.',
      ROLE_REQUEST_ANSWERED: 'Se respondió a una solicitud de otro rol.',
      SESSION_LOGGED: 'Alguien registró una sesión con usted.',
      FLAG_TOLD: 'Algo sobre su rol necesita una mirada.',
      FLAG_STEP: 'Hay algo nuevo en uno de sus avisos.',
      FLAG_CLOSING_PROPOSED: 'Alguien propone cerrar uno de sus avisos. Usted decide.',
      FLAG_SHARED: 'Alguien compartió un aviso con usted.',
      CERTIFICATION_EXPIRES: 'Una certificación está por vencer.',
      CERTIFICATION_AT_RISK: 'A una certificación le faltan horas.',
      CERTIFICATION_LAPSED: 'Una certificación venció.',
      IMPORT_DONE: 'Terminó una importación.',
    },
  },
}
