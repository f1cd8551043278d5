import {
  CONFIRMED_AT_ONCE_MOST,
  CourseOrigin,
  ReviewOutcome,
  reviewStateOf,
} from '@alongside/shared/certification/review/course-review'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { IsNull } from 'typeorm'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { insertRowsOf, ME, NOW } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { AN_ID, AN_INSTANT, type PageArgs, pageOfAll } from '../../server/graphql/connection.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { countUp, mark } from '../recording/hours-corrections.service.ts'
import { hoursOfCourse } from '../recording/recorded-course.service.ts'
import { COURSE_COLUMNS, type EarnedHours } from '../renewals/earned-hours.ts'
import { CourseReview } from './course-review.entity.ts'
import type {
  ConfirmCoursesInput,
  ConfirmCoursesPayload,
  CourseReviewType,
  ReturnCourseInput,
} from './course-review.types.ts'
import type {
  CourseToReview,
  CourseToReviewConnection,
  ReturnCoursePayload,
} from './courses-to-review.types.ts'

// What a manager says of courses that holders entered. Nobody says it of their own.

export function reviewOf({ origin, reviewed, voidedAt }: EarnedHours): CourseReviewType | null {
  const state = reviewStateOf({ origin, outcome: reviewed?.outcome ?? null, isVoided: voidedAt !== null })
  if (state === null) return null
  const { reason = null, reviewedBy = null, reviewedAt = null } = reviewed ?? {}
  return { state, reason: state === 'SENT_BACK' ? reason : null, reviewedBy, reviewedAt }
}

export async function coursesToReview(
  ctx: RequestContext,
  args: PageArgs,
): Promise<CourseToReviewConnection> {
  const rows = await ctx.unit.run<EarnedHours & Pick<CourseToReview, 'peer'>>(WAITING)
  const waiting = rows.map(({ peer, ...earnedHours }) => ({ peer, earnedHours }))
  return pageOfAll(waiting, args, [AN_INSTANT, AN_ID], ({ earnedHours }) => [
    new Date(earnedHours.recordedAt).toISOString(),
    earnedHours.activityId,
  ])
}

const MAX_WAITING = 500
const WAITING: SelectText = /* sql */ `
  select ${COURSE_COLUMNS}, jsonb_build_object('id', holder.id, 'displayName', holder.display_name) as peer
    from ce_credit credit
    join ce_activity activity
      on activity.organization_id = credit.organization_id and activity.id = credit.activity_id
    join membership holder on holder.organization_id = credit.organization_id and holder.id = credit.peer_id
   where credit.organization_id = (select access.organization_id())
     and activity.origin = 'ENTERED_BY_HOLDER' and credit.voided_at is null
     and credit.peer_id <> (select access.membership_id()) and not exists (
       select from course_review r
        where r.organization_id = credit.organization_id and r.activity_id = credit.activity_id
          and r.peer_id = credit.peer_id)
   order by date_trunc('milliseconds', activity.recorded_at), activity.id limit ${MAX_WAITING}`

interface Waiting {
  readonly activityId: string
  readonly peerId: string
  readonly firstId: string
}

export function confirmCourses(
  ctx: RequestContext,
  { activityIds }: ConfirmCoursesInput,
): Promise<ConfirmCoursesPayload> {
  const field = 'activityIds'
  if (activityIds.length === 0) rejectIfInvalid([{ field, problem: 'too-few', limit: 1 }])
  if (activityIds.length > CONFIRMED_AT_ONCE_MOST)
    rejectIfInvalid([{ field, problem: 'too-many', limit: CONFIRMED_AT_ONCE_MOST }])
  if (new Set(activityIds).size < activityIds.length) rejectIfInvalid([{ field, problem: 'repeated' }])
  return ctx.unit.transaction(async (tx) => {
    const waiting = await waitingAmong(tx, activityIds)
    if (waiting.length === 0) throw meanwhile()
    const lists = {
      activityId: waiting.map(({ activityId }) => activityId),
      peerId: waiting.map(({ peerId }) => peerId),
    }
    await tx.write([
      insertRowsOf(CourseReview, lists, {
        outcome: ReviewOutcome.CONFIRMED,
        reviewedBy: ME,
        reviewedAt: NOW,
      }),
    ])
    return { activityIds: lists.activityId }
  })
}

/** It counts for nothing from now on, and the holder is told why. */
export function returnCourse(
  ctx: RequestContext,
  { activityId, reason }: ReturnCourseInput,
): Promise<ReturnCoursePayload> {
  return ctx.unit.transaction(async (tx) => {
    const [course] = await waitingAmong(tx, [activityId])
    if (!course) throw meanwhile()
    const { peerId, firstId } = course
    const review = { activityId: [activityId], peerId: [peerId] }
    await tx.write([
      insertRowsOf(CourseReview, review, {
        outcome: ReviewOutcome.SENT_BACK,
        reason,
        reviewedBy: ME,
        reviewedAt: NOW,
      }),
      mark({ activityId, peerId, voidedAt: IsNull() }, true),
      countUp(firstId),
      ...notification({
        recipientId: peerId,
        kind: NotificationKind.COURSE_SENT_BACK,
        key: `course-sent-back:${activityId}`,
        subjectId: activityId,
      }),
    ])
    return { earnedHours: () => hoursOfCourse(ctx, activityId) }
  })
}

/** Locked: of two managers at once, or of a manager and the holder, the second finds what the first has done. */
async function waitingAmong(tx: Transaction, activityIds: readonly string[]): Promise<Waiting[]> {
  const found = await tx.run<Waiting & { isWaiting: boolean }>(
    `select c.activity_id as "activityId", c.peer_id as "peerId", coalesce(c.version_of, c.activity_id) as "firstId",
            c.voided_at is null and not exists (
              select from course_review r
               where r.organization_id = c.organization_id and r.activity_id = c.activity_id
                 and r.peer_id = c.peer_id) as "isWaiting"
       from ce_credit c
       join ce_activity a on a.organization_id = c.organization_id and a.id = c.activity_id
      where c.organization_id = (select access.organization_id()) and c.activity_id = any ($1::uuid[])
        and a.origin = '${CourseOrigin.ENTERED_BY_HOLDER}'
      order by c.activity_id for update of c`,
    [activityIds],
  )
  if (found.length === 0) throw notFound()
  if (found.some(({ peerId }) => peerId === tx.actor.membershipId))
    throw new DomainError('CONFLICT', 'certification.review.ones-own', 'Nobody reviews their own course.')
  return found.filter(({ isWaiting }) => isWaiting)
}

const meanwhile = (): DomainError =>
  new DomainError('CONFLICT', 'certification.review.reviewed-meanwhile', 'Somebody else was here first.')
