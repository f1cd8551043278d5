import type { Labels } from '../label-groups.ts'

export const labels: Labels['notifications'] = {
  NotificationKind: {
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
    SESSION_CORRECTED: 'A session with you was changed.',
    CERTIFICATION_CORRECTED: 'A certification of yours was changed.',
    CE_HOURS_CORRECTED: 'Your CE hours were changed.',
    CERTIFICATION_REMINDER: 'Your manager reminds you of a renewal.',
  },
  MailChoice: {
    AT_ONCE: 'Right away',
    DIGEST: 'Once a day',
    NONE: 'In the app only',
  },
}
