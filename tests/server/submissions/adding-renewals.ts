import { TODAY } from '../../support/fixed-today.ts'
import type { Member } from '../../support/builders/builders.ts'

interface World {
  readonly actors: { readonly manager: Member }
  readonly certificationId: string
  readonly lapsed: readonly string[]
}

const byManager = ({ actors }: World) => actors.manager

/** What adds on the way to the next renewal. */
export const RENEWALS = {
  recordRenewalSubmission: {
    by: byManager,
    input: ({ lapsed }: World, n: number) => ({ certificationId: lapsed[n], submittedOn: TODAY }),
    select: 'renewalSubmissionId certification { id }',
    table: 'renewal_submission',
  },
  recordLapseCause: {
    by: byManager,
    input: ({ lapsed }: World, n: number) => ({
      certificationId: lapsed[0],
      cause: n === 0 ? 'OTHER' : 'ON_LEAVE',
    }),
    select: 'certification { id }',
    table: 'lapse_cause',
  },
  recordVerifications: {
    by: byManager,
    input: ({ certificationId }: World, n: number) => ({
      certificationIds: [certificationId],
      checkedOn: `2026-0${n + 1}-10`,
      source: 'Register',
      result: 'AS_RECORDED',
    }),
    select: 'verificationIds',
    table: 'certification_verification',
  },
}
