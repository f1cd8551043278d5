import { randomUUID } from 'node:crypto'
import { validateCeHours } from '@alongside/shared/certification/recording/ce-hours-input'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { In, IsNull } from 'typeorm'
import type { SelectText, Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertRowsOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import type { Person } from '../../people/person.types.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { CeActivity } from './ce-activity.entity.ts'
import { CeCredit } from './ce-credit.entity.ts'
import type {
  ContinuingEducationCorrected,
  ContinuingEducationRestored,
  ContinuingEducationVoided,
  CorrectContinuingEducationInput,
  RestoreContinuingEducationInput,
  VoidContinuingEducationInput,
} from './hours-corrections.types.ts'
import { recordedCourse } from './recorded-course.service.ts'
import { hashOf, newActivity, refuseOtherContent } from './recording.service.ts'

// Hours that were recorded by mistake: for everybody whom a course was given to, or for some of them, in one act. Every
// version stays, and each person is told.

interface Given extends Person {
  readonly voided: boolean
}
interface Course {
  readonly firstId: string
  readonly revision: number
  readonly given: readonly Given[]
}

/** What is right is a further version of the course, for those for whom the wrong one counted. */
export function correctContinuingEducation(
  ctx: RequestContext,
  { activityId, expectedRevision, peerIds = null, ...course }: CorrectContinuingEducationInput,
): Promise<ContinuingEducationCorrected | StaleRevision> {
  const id = course.idempotencyKey
  return ctx.unit.transaction(async (tx) => {
    const { revision, firstId, given } = await courseOf(tx, activityId)
    const hash = hashOf(tx.actor.membershipId, { ...course, peerIds: peerIds ?? [] }, activityId)
    const made = await courseNamed(tx, id)
    if (made) {
      await refuseOtherContent(tx, id, hash)
      return { peers: counting(made), replayed: true, course: () => recordedCourse(ctx, id) }
    }
    if (revision !== expectedRevision) return { currentRevision: revision }
    const peers = chosen(given, false, peerIds)
    const ids = peers.map((peer) => peer.id)
    rejectIfInvalid(validateCeHours({ ...course, peerIds: ids }, tx.actor.today))
    const { hours, categories, onlyFor = null } = course
    await tx.write([
      mark({ activityId, peerId: In(ids), voidedAt: IsNull() }, true),
      countUp(firstId),
      newActivity(course, hash, { versionOf: firstId, revision: revision + 1 }),
      insertRowsOf(CeCredit, { peerId: ids }, { activityId: id, hours, categories, onlyFor }),
      ...tell(id, ids),
    ])
    return { peers, replayed: false, course: () => recordedCourse(ctx, id) }
  })
}

export function voidContinuingEducation(
  ctx: RequestContext,
  { activityId, expectedRevision, peerIds = null }: VoidContinuingEducationInput,
): Promise<ContinuingEducationVoided | StaleRevision> {
  return ctx.unit.transaction(async (tx) => {
    const { revision, firstId, given } = await courseOf(tx, activityId)
    if (revision !== expectedRevision) return { currentRevision: revision }
    const peers = chosen(given, false, peerIds)
    const ids = peers.map(({ id }) => id)
    await tx.write([
      mark({ activityId, peerId: In(ids), voidedAt: IsNull() }, true),
      countUp(firstId),
      ...tell(activityId, ids),
    ])
    return { peers, course: () => recordedCourse(ctx, activityId) }
  })
}

/** The version counts again, in place of whichever counts now. */
export function restoreContinuingEducation(
  ctx: RequestContext,
  { activityId, expectedRevision, peerIds = null }: RestoreContinuingEducationInput,
): Promise<ContinuingEducationRestored | StaleRevision> {
  return ctx.unit.transaction(async (tx) => {
    const { revision, firstId, given } = await courseOf(tx, activityId)
    if (revision !== expectedRevision) return { currentRevision: revision }
    const peers = chosen(given, true, peerIds)
    const ids = peers.map(({ id }) => id)
    const versions = 'coalesce(version_of, activity_id) = :firstId'
    await tx.write([
      mark({ peerId: In(ids), voidedAt: IsNull() }, true, { and: versions, parameters: { firstId } }),
      mark({ activityId, peerId: In(ids) }, false),
      countUp(firstId),
      ...tell(activityId, ids),
    ])
    return { peers, course: () => recordedCourse(ctx, activityId) }
  })
}

async function courseOf(tx: Transaction, activityId: string): Promise<Course> {
  return (await courseNamed(tx, activityId)) ?? Promise.reject(notFound())
}

/** Locked with all its versions: of two changes at once the second learns of the revision of the first. */
export async function courseNamed(tx: Transaction, activityId: string): Promise<Course | undefined> {
  const versions = await tx.run<Course & { id: string }>(VERSIONS, [activityId])
  return versions.find(({ id }) => id === activityId.toLowerCase())
}

const VERSIONS: SelectText = /* sql */ `
  select a.id, a.revision, coalesce(a.version_of, a.id) as "firstId", (
           select coalesce(json_agg(json_build_object('id', m.id, 'displayName', m.display_name,
                    'voided', c.voided_at is not null) order by m.display_name, m.id), '[]')
             from ce_credit c
             join membership m on m.organization_id = c.organization_id and m.id = c.peer_id
            where c.organization_id = a.organization_id and c.activity_id = a.id) as given
    from ce_activity a
   where a.organization_id = (select access.organization_id()) and coalesce(a.version_of, a.id) = (
     select coalesce(one.version_of, one.id) from ce_activity one
      where one.organization_id = (select access.organization_id()) and one.id = $1)
   order by a.id for update of a`

const counting = ({ given }: Course): Given[] => given.filter(({ voided }) => !voided)

/** Those of the named people whom the act concerns; nobody is left out in silence. */
function chosen(given: readonly Given[], voided: boolean, peerIds: readonly string[] | null): Given[] {
  const field = 'peerIds'
  const named = peerIds && new Set(peerIds.map((id) => id.toLowerCase()))
  if (peerIds && named && named.size < peerIds.length) rejectIfInvalid([{ field, problem: 'repeated' }])
  const found = given.filter((one) => one.voided === voided && (named?.has(one.id) ?? true))
  if (named && found.length < named.size) rejectIfInvalid([{ field, problem: 'not-found' }])
  if (found.length === 0) rejectIfInvalid([{ field, problem: 'too-few', limit: 1 }])
  return found
}

type Mark = Parameters<typeof updateOf<CeCredit>>
export function mark(where: Mark[1], voided: boolean, options?: Mark[3]): Write {
  const set = voided ? { voidedBy: ME, voidedAt: NOW } : { voidedBy: null, voidedAt: null }
  return updateOf(CeCredit, where, set, options)
}

export function countUp(firstId: string): Write {
  const versions = { and: 'coalesce(version_of, id) = :firstId', parameters: { firstId } }
  return updateOf(CeActivity, {}, { revision: () => 'revision + 1' }, versions)
}

function tell(activityId: string, recipientId: readonly string[]): Write[] {
  // Each change of a course is told of.
  const key = `course:${activityId}:${randomUUID()}`
  return notification({ recipientId, kind: NotificationKind.CE_HOURS_CORRECTED, key })
}
