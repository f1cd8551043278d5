import { createHash } from 'node:crypto'
import { validateCeHours } from '@alongside/shared/certification/recording/ce-hours-input'
import { validateCertification } from '@alongside/shared/certification/recording/certification-input'
import type { DeliveryMode } from '@alongside/shared/certification/catalogue/delivery-mode'
import type { CourseOrigin } from '@alongside/shared/certification/review/course-review'
import { Role } from '@alongside/shared/people/roles'
import { readSql, type Read } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertOf, insertRowsOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { personPage } from '../../people/person-page.service.ts'
import type { PersonConnection } from '../../people/person.types.ts'
import type { PageArgs } from '../../server/graphql/connection.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { refuseUnknownOwn } from '../custom-credentials/custom-credential.service.ts'
import { certification } from '../renewals/certification.service.ts'
import { CeActivity } from './ce-activity.entity.ts'
import { CeCredit } from './ce-credit.entity.ts'
import { Certification } from './certification.entity.ts'
import type {
  CourseHoursInput,
  RecordCertificationInput,
  RecordCertificationPayload,
  RecordContinuingEducationInput,
  RecordContinuingEducationPayload,
} from './certification.types.ts'
import { hoursOfCourse } from './recorded-course.service.ts'

// What a manager enters: certifications, and hours of a course for one peer or many.

const DAYS = columnsOf(Certification, '', ['issuedOn', 'expiresOn'])

/** One activity and a credit for each peer, or nothing at all; the same request again changes nothing. */
export function recordContinuingEducation(
  ctx: RequestContext,
  input: RecordContinuingEducationInput,
): Promise<RecordContinuingEducationPayload> {
  const recorded = {
    earnedHours: () => hoursOfCourse(ctx, input.idempotencyKey),
    peerCount: input.peerIds.length,
  }
  return ctx.unit.transaction(async (tx) => {
    rejectIfInvalid(validateCeHours(input, tx.actor.today))
    const requestHash = hashOf(tx.actor.membershipId, input)
    const [peers, made, held = []] = await tx.write([
      peersAmong(input.peerIds),
      newActivity(input, requestHash),
      ...heldBy(input),
    ])
    if (made.length === 0) {
      await refuseOtherContent(tx, input.idempotencyKey, requestHash)
      return { ...recorded, replayed: true }
    }
    if (peers.length < input.peerIds.length) rejectIfInvalid([{ field: 'peerIds', problem: 'not-found' }])
    if (input.onlyFor != null && held.length === 0)
      rejectIfInvalid([{ field: 'onlyFor', problem: 'not-found' }])
    const { hours, categories, onlyFor = null } = input
    const credit = { activityId: input.idempotencyKey, hours, categories, onlyFor }
    await tx.write([insertRowsOf(CeCredit, { peerId: input.peerIds }, credit)])
    return { ...recorded, replayed: false }
  })
}

export async function recordCertification(
  ctx: RequestContext,
  input: RecordCertificationInput,
): Promise<RecordCertificationPayload> {
  const number = input.number?.trim() || null
  const add = async (tx: Transaction, id: string) => {
    rejectIfInvalid(validateCertification(input, tx.actor.today))
    const [peers, overlapping, sameNumber] = await Promise.all([
      tx.run(peersAmong([input.peerId])),
      sameCredential(tx, input),
      tx.run(
        `select 1 from certification
          where organization_id = (select access.organization_id()) and credential_id = $1 and number = $2
            and voided_at is null`,
        [input.credentialId, number],
      ),
      refuseUnknownOwn(tx, input.credentialId, { offered: true }),
    ])
    if (peers.length === 0) rejectIfInvalid([{ field: 'peerId', problem: 'not-found' }])
    if (sameNumber.length > 0) rejectIfInvalid([{ field: 'number', problem: 'already-there' }])
    const [other] = overlapping
    if (other)
      rejectIfInvalid([{ field: 'issuedOn', problem: 'overlaps', limit: other.expiresOn ?? other.issuedOn }])
    const [made] = await tx.write([newCertification({ ...input, id, number })]).catch(refuseOverlap)
    if (made.length === 0) rejectIfInvalid([{ field: 'issuedOn', problem: 'already-there' }])
  }
  return once(ctx, 'recordCertification', input, add, (id) => ({
    certification: () => certification(ctx, id, false),
  }))
}

function newCertification(input: RecordCertificationInput & { id: string; number: string | null }) {
  const { id, peerId, credentialId, number, issuedOn, expiresOn = null, birthday = null } = input
  const facts = { title: input.title || null, number, issuedOn, expiresOn, birthMonthDay: birthday }
  const row = { id, peerId, credentialId, ...facts, recordedBy: ME, recordedAt: NOW }
  return insertOf(Certification, row, { onConflict: 'nothing', returning: ['id'] })
}

/** A peer holds one title of a credential once at a time: until its expiry, or until it was revoked. */
function sameCredential(tx: Transaction, input: RecordCertificationInput) {
  return tx.run<{ issuedOn: string; expiresOn: string | null }>(
    `select ${DAYS} from certification
      where organization_id = (select access.organization_id()) and peer_id = $1 and credential_id = $2
        and issued_on <> $3 and issued_on < coalesce($4::date, 'infinity')
        and $3 < access.certification_ends_on(certification) and voided_at is null and (title is null or $5::text is null or title = $5)
      limit 1`,
    [input.peerId, input.credentialId, input.issuedOn, input.expiresOn ?? null, input.title || null],
  )
}

/** The database looks at what two managers enter at once, so it decides for one as well. */
function refuseOverlap(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'certification_overlaps') rejectIfInvalid([{ field: 'issuedOn', problem: 'overlaps' }])
  throw error
}

/** The peers for whom a manager can record something. */
export function certifiablePeers(ctx: RequestContext, page: PageArgs): Promise<PersonConnection> {
  return personPage(ctx, page, CERTIFIABLE)
}
const CERTIFIABLE = /* sql */ `
  select id, display_name from membership
   where organization_id = (select access.organization_id()) and disabled_at is null and roles @> array['${Role.PEER}']`

function peersAmong(ids: readonly string[]): Read {
  return readSql(
    `select id from membership
      where organization_id = (select access.organization_id()) and id = any ($1::uuid[])
        and disabled_at is null and roles @> array['${Role.PEER}']`,
    [ids],
  )
}

/** The certification that the hours are given to, if the one peer holds it. */
export function heldBy({
  onlyFor,
  peerIds,
}: Pick<RecordContinuingEducationInput, 'onlyFor' | 'peerIds'>): Read[] {
  if (onlyFor == null) return []
  return [
    readSql(
      `select id from certification
        where organization_id = (select access.organization_id()) and id = $1 and peer_id = any ($2::uuid[])
          and voided_at is null`,
      [onlyFor, peerIds],
    ),
  ]
}

/** A holder may leave open how it was held. */
export type CourseToRecord = Omit<CourseHoursInput, 'deliveryMode'> & {
  readonly deliveryMode?: DeliveryMode | null
}

/** Waits for whoever is just recording under this id; empty when it is taken. */
export function newActivity(
  input: CourseToRecord,
  requestHash: Buffer,
  version: { readonly versionOf?: string; readonly revision?: number; readonly origin?: CourseOrigin } = {},
) {
  const { idempotencyKey: id, heldOn, deliveryMode = null, earnedBy, unit: creditUnit, contents } = input
  const course = { title: input.title.trim(), provider: input.provider?.trim() || null, deliveryMode }
  const days = { startsOn: input.startsOn ?? null, heldOn }
  const earned = { earnedBy, creditUnit, approvedBy: approversOf(input), contents }
  const row = { id, ...course, ...days, ...earned, ...version, recordedBy: ME, recordedAt: NOW, requestHash }
  return insertOf(CeActivity, row, { onConflict: 'nothing', returning: ['id'] })
}

/** Each board once; null: nobody said. */
function approversOf({ approvedBy }: Pick<CourseHoursInput, 'approvedBy'>): string[] | null {
  return approvedBy == null ? null : [...new Set(approvedBy.map((board) => board.trim()))].sort()
}

export async function refuseOtherContent(
  tx: Transaction,
  activityId: string,
  requestHash: Buffer,
): Promise<void> {
  const [same] = await tx.run(
    `select 1 from ce_activity
      where organization_id = (select access.organization_id()) and id = $1 and request_hash = $2`,
    [activityId, requestHash],
  )
  if (same) return
  const message = 'Other hours were already recorded under this key.'
  throw new DomainError('CONFLICT', 'certification.key-used-for-other-hours', message)
}

/** `corrects` is the version that is replaced. */
export function hashOf(
  recordedBy: string,
  input: CourseToRecord & Pick<RecordContinuingEducationInput, 'peerIds'>,
  corrects?: string,
): Buffer {
  const { title, provider, heldOn, deliveryMode, hours, categories, peerIds } = input
  const { unit, earnedBy, contents, onlyFor, startsOn } = input
  const content = [
    recordedBy,
    title.trim(),
    provider?.trim() || null,
    heldOn,
    deliveryMode,
    hours,
    [...categories].sort(),
    [...peerIds].sort(),
    ...[unit, earnedBy, approversOf(input), [...contents].sort(), onlyFor ?? null, startsOn ?? null],
    ...(corrects ? [corrects] : []),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest()
}
