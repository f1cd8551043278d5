import type { Labels } from '../label-groups.ts'

export const labels: Labels['notifications'] = {
  NotificationKind: {
    SUPERVISION_PROPOSED: 'Alguien propuso un cambio en la supervisión.',
    SUPERVISION_ACCEPTED: 'Alguien aceptó una propuesta de supervisión.',
    SUPERVISION_ENDED: 'Termina una supervisión.',
    AGREEMENT_TO_SIGN: 'Tiene un acuerdo por firmar.',
    INVITATION_ACCEPTED: 'Alguien aceptó su invitación.',
    ROLES_CHANGED: 'Sus roles cambiaron.',
    SESSION_LOGGED: 'Alguien registró una sesión con usted.',
    FLAG_TOLD: 'Algo sobre su rol necesita una mirada.',
    CERTIFICATION_EXPIRES: 'Una certificación está por vencer.',
    CERTIFICATION_AT_RISK: 'A una certificación le faltan horas.',
    CERTIFICATION_LAPSED: 'Una certificación venció.',
    IMPORT_DONE: 'Terminó una importación.',
  },
  MailChoice: {
    AT_ONCE: 'Enseguida',
    DIGEST: 'Una vez al día',
    NONE: 'Solo en la aplicación',
  },
}
