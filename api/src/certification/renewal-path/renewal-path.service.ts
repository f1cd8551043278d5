import { validateTerm } from '@alongside/shared/certification/history/history-input'
import {
  RenewalDecision,
  validateDecision,
  validateSubmission,
} from '@alongside/shared/certification/renewal-path/submission-input'
import { randomUUID } from 'node:crypto'
import { ME, NOW, columnsOf, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { tellHolder } from '../corrections/tell-holder.ts'
import { addCertificate } from '../history/certificates.service.ts'
import { certification } from '../renewals/certification.service.ts'
import type { CertificationType } from '../renewals/certification.types.ts'
import { LapseCause } from './lapse-cause.entity.ts'
import { RenewalAttestation } from './renewal-attestation.entity.ts'
import { daysOf } from './renewal-path.reads.ts'
import { RenewalSubmission } from './renewal-submission.entity.ts'
import type {
  RecordLapseCauseInput,
  RecordRenewalDecisionInput,
  RecordRenewalSubmissionInput,
  RecordRenewalSubmissionPayload,
  SignRenewalAttestationInput,
  VoidRenewalSubmissionInput,
} from './renewal-path.types.ts'

// The way of a renewal after the hours are in: attested, sent, decided. The cycle is named by the expiry that it renews.

interface Changed {
  readonly certification: () => Promise<CertificationType>
}
const changed = (ctx: RequestContext, id: string): Changed => ({
  certification: () => certification(ctx, id, false),
})

/** The expiry in force; without one there is no cycle to renew. */
function expiryOf({ expiresOn }: CertificationType): string {
  if (expiresOn !== null) return expiresOn
  const message = 'No expiry is known, so there is no cycle to renew: enter the printed day first.'
  throw new DomainError('CONFLICT', 'certification.renewal-path.no-expiry', message)
}

export async function recordRenewalSubmission(
  ctx: RequestContext,
  input: RecordRenewalSubmissionInput,
): Promise<RecordRenewalSubmissionPayload> {
  const { certificationId, submittedOn, feeUsd = null } = input
  const held = await certification(ctx, certificationId, false)
  const { openedOn } = daysOf(held)
  const add = async (tx: Transaction, id: string) => {
    rejectIfInvalid(validateSubmission(input, openedOn, tx.actor.today))
    const receiptNumber = input.receiptNumber?.trim() || null
    const sent = { cycleEndsOn: expiryOf(held), openedOn, submittedOn, receiptNumber, feeUsd }
    const whose = { id, certificationId, peerId: held.peer.id, recordedBy: ME, recordedAt: NOW }
    const isByHolder = held.peer.id === tx.actor.membershipId
    const told = isByHolder ? [] : tellHolder({ peerId: held.peer.id, certificationId })
    await tx.write([insertOf(RenewalSubmission, { ...whose, ...sent }), ...told]).catch(refuseSecond)
  }
  return once(ctx, 'recordRenewalSubmission', input, add, (id) => ({
    renewalSubmissionId: id,
    ...changed(ctx, certificationId),
  }))
}

function refuseSecond(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint !== 'renewal_submission_one_a_cycle') throw error
  const message = 'A renewal of this cycle was sent already, and the board has not sent it back.'
  throw new DomainError('CONFLICT', 'certification.renewal-path.sent-already', message)
}

type Sent = Pick<RenewalSubmission, 'id' | 'certificationId' | 'peerId' | 'submittedOn' | 'outcome'>
const SENT = columnsOf(RenewalSubmission, '', ['id', 'certificationId', 'peerId', 'submittedOn', 'outcome'])

/** An approval and its new certificate are one act: the next cycle begins with it. */
export async function recordRenewalDecision(
  ctx: RequestContext,
  input: RecordRenewalDecisionInput,
): Promise<Changed> {
  const { renewalSubmissionId: id, outcome, decidedOn, returnReason = null } = input
  const certificationId = await ctx.unit.transaction(async (tx) => {
    const [sent] = await tx.run<Sent>(
      `select ${SENT} from renewal_submission
        where organization_id = (select access.organization_id()) and id = $1 and voided_at is null for update`,
      [id],
    )
    if (!sent) throw notFound()
    const term = { startsOn: input.startsOn ?? '', expiresOn: input.expiresOn ?? '' }
    const isApproved = outcome === RenewalDecision.APPROVED
    rejectIfInvalid([
      ...validateDecision({ outcome, decidedOn, returnReason }, sent.submittedOn, tx.actor.today),
      ...(isApproved ? validateTerm(term, tx.actor.today) : []),
    ])
    if (sent.outcome !== null) refuseDecided()
    const decision = { outcome, decidedOn, returnReason, decidedBy: ME }
    await tx.write([updateOf(RenewalSubmission, { id, outcome: null }, decision), ...tellHolder(sent)])
    if (isApproved) await addCertificate(tx, randomUUID(), { certificationId: sent.certificationId, ...term })
    return sent.certificationId
  })
  return changed(ctx, certificationId)
}

function refuseDecided(): never {
  const message = 'The board has decided about it already: void it and record it anew.'
  throw new DomainError('CONFLICT', 'certification.renewal-path.decided-already', message)
}

export async function voidRenewalSubmission(
  ctx: RequestContext,
  { renewalSubmissionId: id }: VoidRenewalSubmissionInput,
): Promise<Changed> {
  const certificationId = await ctx.unit.transaction(async (tx) => {
    const returning = ['certificationId', 'peerId'] as const
    const set = { voidedBy: ME, voidedAt: NOW }
    const [[voided]] = await tx.write([
      updateOf(RenewalSubmission, { id, voidedAt: null }, set, { returning }),
    ])
    if (!voided) throw notFound()
    await tx.write(tellHolder(voided))
    return voided.certificationId
  })
  return changed(ctx, certificationId)
}

/** Only the holder attests, for themselves. */
export async function signRenewalAttestation(
  ctx: RequestContext,
  { certificationId }: SignRenewalAttestationInput,
): Promise<Changed> {
  const held = await certification(ctx, certificationId, false)
  const { membershipId } = await ctx.unit.actor()
  if (held.peer.id !== membershipId) throw notFound()
  const attested = { certificationId, cycleEndsOn: expiryOf(held), peerId: ME, attestedAt: NOW }
  await ctx.unit.write([insertOf(RenewalAttestation, attested, { onConflict: 'nothing' })])
  return changed(ctx, certificationId)
}

export async function recordLapseCause(ctx: RequestContext, input: RecordLapseCauseInput): Promise<Changed> {
  const { certificationId, cause } = input
  const held = await certification(ctx, certificationId, false)
  const add = async (tx: Transaction, id: string) => {
    const expiredOn = expiryOf(held)
    if (expiredOn >= tx.actor.today) refuseNotLapsed()
    const whose = { id, certificationId, peerId: held.peer.id, expiredOn }
    await tx.write([insertOf(LapseCause, { ...whose, cause, recordedBy: ME, recordedAt: NOW })])
  }
  return once(ctx, 'recordLapseCause', input, add, () => changed(ctx, certificationId))
}

function refuseNotLapsed(): never {
  const message = 'It has not expired, so there is no cause to record.'
  throw new DomainError('CONFLICT', 'certification.renewal-path.not-lapsed', message)
}
