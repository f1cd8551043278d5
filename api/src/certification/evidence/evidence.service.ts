import { EVIDENCE_FILES_MOST } from '@alongside/shared/certification/evidence/evidence-limits'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import type { Write } from '../../database/reads-and-writes.ts'
import { insertFrom, ME, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import type { Person } from '../../people/person.types.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { hoursOfCourse } from '../recording/recorded-course.service.ts'
import { CourseEvidence } from './course-evidence.entity.ts'
import { EvidenceFile } from './evidence-file.entity.ts'
import { evidenceJson, type EvidenceFileType } from './evidence-file.types.ts'
import type {
  RequestEvidenceInput,
  RequestEvidencePayload,
  AddEvidenceInput,
  AddEvidencePayload,
  RemoveEvidenceInput,
  RemoveEvidencePayload,
} from './evidence.types.ts'

// What files speak for which course, and who is asked for one.

/** Of ones own: also of a course that the organization recorded. */
export function addEvidence(
  ctx: RequestContext,
  { activityId, fileIds }: AddEvidenceInput,
): Promise<AddEvidencePayload> {
  return ctx.unit.transaction(async (tx) => {
    if (fileIds.length === 0) rejectIfInvalid([{ field: 'fileIds', problem: 'too-few', limit: 1 }])
    const course = await courseOf(tx, activityId, tx.actor.membershipId)
    await attach(tx, course.courseId, fileIds)
    return { earnedHours: () => hoursOfCourse(ctx, activityId) }
  })
}

/** All of them or none; what is attached already stays so. */
export async function attach(tx: Transaction, courseId: string, fileIds: readonly string[]): Promise<void> {
  const field = 'fileIds'
  const ids = [...new Set(fileIds.map((id) => id.toLowerCase()))]
  if (ids.length < fileIds.length) rejectIfInvalid([{ field, problem: 'repeated' }])
  if (ids.length === 0) return
  const [known] = await tx.run<{ own: number; attached: number }>(
    `select (select count(*)::int from evidence_file f
              where f.organization_id = (select access.organization_id()) and f.id = any ($1::uuid[])
                and f.peer_id = (select access.membership_id()) and f.removed_at is null) as own,
            (select count(*)::int from course_evidence e
               join evidence_file f on f.organization_id = e.organization_id and f.id = e.file_id
              where e.organization_id = (select access.organization_id()) and e.course_id = $2
                and e.peer_id = (select access.membership_id()) and f.removed_at is null
                and f.id <> all ($1::uuid[])) as attached`,
    [ids, courseId],
  )
  if (known?.own !== ids.length) rejectIfInvalid([{ field, problem: 'not-found' }])
  if ((known?.attached ?? 0) + ids.length > EVIDENCE_FILES_MOST)
    rejectIfInvalid([{ field, problem: 'too-many', limit: EVIDENCE_FILES_MOST }])
  await tx.write([attachment(courseId, ids)])
}

function attachment(courseId: string, ids: readonly string[]): Write {
  return insertFrom(
    CourseEvidence,
    'from unnest(:ids::uuid[]) each (id)',
    { courseId, fileId: () => 'each.id', peerId: ME, attachedAt: NOW },
    { parameters: { ids }, onConflict: 'nothing' },
  )
}

/** Its content is erased for good: a photo may show what nobody should keep. */
export function removeEvidence(
  ctx: RequestContext,
  { fileId }: RemoveEvidenceInput,
): Promise<RemoveEvidencePayload> {
  return ctx.unit.transaction(async (tx) => {
    const [removed] = await tx.write([
      updateOf(
        EvidenceFile,
        { id: fileId, removedAt: null },
        { removedBy: ME, removedAt: NOW },
        { returning: ['id'] },
      ),
    ])
    if (removed.length === 0) throw notFound()
    return { file: () => fileOf(ctx, fileId) }
  })
}

async function fileOf(ctx: RequestContext, id: string): Promise<EvidenceFileType> {
  const [found] = await ctx.unit.run<{ file: EvidenceFileType }>(
    `select ${evidenceJson('f')} as file from evidence_file f
      where f.organization_id = (select access.organization_id()) and f.id = $1`,
    [id],
  )
  if (!found) throw notFound()
  return found.file
}

/** One notification to the holder and to nobody else; a second one on the same day is none. */
export function requestEvidence(
  ctx: RequestContext,
  { activityId, peerId }: RequestEvidenceInput,
): Promise<RequestEvidencePayload> {
  return ctx.unit.transaction(async (tx) => {
    const { courseId, peer } = await courseOf(tx, activityId, peerId)
    const { today: askedOn } = tx.actor
    await tx.write(
      notification({
        recipientId: peerId,
        kind: NotificationKind.EVIDENCE_REQUESTED,
        key: `evidence:${courseId}:${askedOn}`,
        subjectId: activityId,
      }),
    )
    return { peer, askedOn }
  })
}

/** A version that counts for the person. */
async function courseOf(tx: Transaction, activityId: string, peerId: string) {
  const [found] = await tx.run<{ courseId: string; peer: Person }>(
    `select coalesce(c.version_of, c.activity_id) as "courseId",
            jsonb_build_object('id', m.id, 'displayName', m.display_name) as peer
       from ce_credit c
       join membership m on m.organization_id = c.organization_id and m.id = c.peer_id
      where c.organization_id = (select access.organization_id()) and c.activity_id = $1 and c.peer_id = $2
        and c.voided_at is null`,
    [activityId, peerId],
  )
  if (!found) throw notFound()
  return found
}
