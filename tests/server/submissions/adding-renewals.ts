import { TODAY } from '../../support/fixed-today.ts'
import type { Adding, World } from './adding-mutations.ts'

const byManager = ({ actors }: World) => actors.manager

/** What adds on the way to the next renewal. */
export const RENEWALS: Record<string, Adding> = {
  recordRenewalSubmission: {
    by: byManager,
    input: ({ lapsed }, n) => ({ certificationId: lapsed[n], submittedOn: TODAY }),
    select: 'renewalSubmissionId certification { id }',
    table: 'renewal_submission',
  },
  recordLapseCause: {
    by: byManager,
    input: ({ lapsed }, n) => ({ certificationId: lapsed[0], cause: n === 0 ? 'OTHER' : 'ON_LEAVE' }),
    select: 'certification { id }',
    table: 'lapse_cause',
  },
  recordVerifications: {
    by: byManager,
    input: ({ certificationId }, n) => ({
      certificationIds: [certificationId],
      checkedOn: `2026-0${n + 1}-10`,
      source: 'Register',
      result: 'AS_RECORDED',
    }),
    select: 'verificationIds',
    table: 'certification_verification',
  },
}
