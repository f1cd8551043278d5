import type { Labels } from '../label-groups.ts'

export const labels: Labels['notifications'] = {
  NotificationKind: {
    SUPERVISION_PROPOSED: 'Someone proposed a change to supervision.',
    SUPERVISION_ACCEPTED: 'Someone said yes to a supervision proposal.',
    SUPERVISION_ENDED: 'A supervision assignment is ending.',
    AGREEMENT_TO_SIGN: 'You have an agreement to sign.',
    INVITATION_ACCEPTED: 'Someone accepted your invitation.',
    ROLES_CHANGED: 'Your roles changed.',
    SESSION_LOGGED: 'Someone logged a session with you.',
    FLAG_TOLD: 'Something about your role needs a look.',
    CERTIFICATION_EXPIRES: 'A certification is about to expire.',
    CERTIFICATION_AT_RISK: 'A certification is short on hours.',
    CERTIFICATION_LAPSED: 'A certification has expired.',
    IMPORT_DONE: 'An import is done.',
  },
  MailChoice: {
    AT_ONCE: 'Right away',
    DIGEST: 'Once a day',
    NONE: 'In the app only',
  },
}
