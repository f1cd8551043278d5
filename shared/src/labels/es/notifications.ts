import type { Labels } from '../label-groups.ts'

export const labels: Labels['notifications'] = {
  NotificationKind: {
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
    SESSION_CORRECTED: 'Se cambió una sesión con usted.',
    CERTIFICATION_CORRECTED: 'Se cambió una de sus certificaciones.',
    CE_HOURS_CORRECTED: 'Se cambiaron sus horas de educación continua.',
    CERTIFICATION_REMINDER: 'Su gerente le recuerda una renovación.',
  },
  MailChoice: {
    AT_ONCE: 'Enseguida',
    DIGEST: 'Una vez al día',
    NONE: 'Solo en la aplicación',
  },
}
