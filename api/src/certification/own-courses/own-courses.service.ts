import { validateOwnCourse } from '@alongside/shared/certification/own-courses/own-course-input'
import {
  canHolderCorrect,
  CourseOrigin,
  CourseReviewState,
  type ReviewOutcome,
  reviewStateOf,
} from '@alongside/shared/certification/review/course-review'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { Role } from '@alongside/shared/people/roles'
import { IsNull } from 'typeorm'
import type { Write } from '../../database/reads-and-writes.ts'
import { insertOf, ME } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { attach } from '../evidence/evidence.service.ts'
import { CeCredit } from '../recording/ce-credit.entity.ts'
import { countUp, courseNamed, mark } from '../recording/hours-corrections.service.ts'
import { hoursOfCourse } from '../recording/recorded-course.service.ts'
import {
  type CourseToRecord,
  hashOf,
  heldBy,
  newActivity,
  refuseOtherContent,
} from '../recording/recording.service.ts'
import type {
  AddOwnCourseInput,
  AddOwnCoursePayload,
  CorrectOwnCourseInput,
  CorrectOwnCoursePayload,
  VoidOwnCourseInput,
  VoidOwnCoursePayload,
} from './own-course.types.ts'

// Courses that peers enter themselves: they count at once, and a manager confirms them or sends them back.

const origin = CourseOrigin.ENTERED_BY_HOLDER

export function addOwnCourse(ctx: RequestContext, input: AddOwnCourseInput): Promise<AddOwnCoursePayload> {
  return ctx.unit.transaction((tx) => addTaken(ctx, tx, input))
}

/** In the transaction of whoever turns a plan into a course. */
export async function addTaken(
  ctx: RequestContext,
  tx: Transaction,
  input: AddOwnCourseInput,
): Promise<AddOwnCoursePayload> {
  const id = input.idempotencyKey
  const earnedHours = () => hoursOfCourse(ctx, id)
  const course = await checked(tx, input)
  const hash = hashOf(tx.actor.membershipId, { ...course, peerIds: [] }, filesIn(input))
  const [made] = await tx.write([newActivity(course, hash, { origin })])
  if (made.length === 0) {
    await refuseOtherContent(tx, id, hash)
    return { earnedHours, replayed: true }
  }
  await tx.write([creditOf(course), ...(await tellManagers(tx))])
  await attach(tx, id, input.fileIds)
  return { earnedHours, replayed: false }
}

/** What is right is a further version; it waits for a manager again, with the files that were there. */
export function correctOwnCourse(
  ctx: RequestContext,
  { activityId, ...input }: CorrectOwnCourseInput,
): Promise<CorrectOwnCoursePayload> {
  const id = input.idempotencyKey
  const earnedHours = () => hoursOfCourse(ctx, id)
  return ctx.unit.transaction(async (tx) => {
    const course = await checked(tx, input)
    const hash = hashOf(tx.actor.membershipId, { ...course, peerIds: [] }, `${activityId} ${filesIn(input)}`)
    if (await courseNamed(tx, id)) {
      await refuseOtherContent(tx, id, hash)
      return { earnedHours, replayed: true }
    }
    const { firstId, revision } = await openCourse(tx, activityId, canHolderCorrect)
    await tx.write([
      mark({ activityId, peerId: tx.actor.membershipId, voidedAt: IsNull() }, true),
      countUp(firstId),
      newActivity(course, hash, { origin, versionOf: firstId, revision: revision + 1 }),
      creditOf(course),
      ...(await tellManagers(tx)),
    ])
    await attach(tx, firstId, input.fileIds)
    return { earnedHours, replayed: false }
  })
}

export function voidOwnCourse(
  ctx: RequestContext,
  { activityId }: VoidOwnCourseInput,
): Promise<VoidOwnCoursePayload> {
  return ctx.unit.transaction(async (tx) => {
    const isWaiting = (state: CourseReviewState | null) => state === CourseReviewState.COUNTS_UNCONFIRMED
    const { firstId } = await openCourse(tx, activityId, isWaiting)
    await tx.write([
      mark({ activityId, peerId: tx.actor.membershipId, voidedAt: IsNull() }, true),
      countUp(firstId),
    ])
    return { earnedHours: () => hoursOfCourse(ctx, activityId) }
  })
}

type Course = CourseToRecord & Pick<AddOwnCourseInput, 'onlyFor'>

async function checked(tx: Transaction, input: AddOwnCourseInput): Promise<Course> {
  rejectIfInvalid(validateOwnCourse(input, tx.actor.today))
  const { onlyFor = null } = input
  if (onlyFor !== null) {
    const [held = []] = await tx.write(heldBy({ onlyFor, peerIds: [tx.actor.membershipId] }))
    if (held.length === 0) rejectIfInvalid([{ field: 'onlyFor', problem: 'not-found' }])
  }
  return { ...input, title: input.title ?? '' }
}

function creditOf({ idempotencyKey: activityId, hours, categories, onlyFor = null }: Course): Write {
  return insertOf(CeCredit, { activityId, peerId: ME, hours, categories, onlyFor })
}

const filesIn = ({ fileIds }: AddOwnCourseInput): string => [...fileIds].sort().join(' ')

interface Open {
  readonly firstId: string
  readonly revision: number
}

/** Locked. What is not ones own entry answers like what is not there. */
async function openCourse(
  tx: Transaction,
  activityId: string,
  isOpen: (state: CourseReviewState | null) => boolean,
): Promise<Open> {
  const named = await courseNamed(tx, activityId)
  const [own] = await tx.run<{
    origin: CourseOrigin
    outcome: ReviewOutcome | null
    isVoided: boolean
    isReplaced: boolean
  }>(OWN, [activityId])
  if (!named || !own) throw notFound()
  const isClosed = own.isReplaced || !isOpen(reviewStateOf(own))
  if (isClosed)
    throw new DomainError(
      'CONFLICT',
      'certification.own-courses.changed-meanwhile',
      'This course was confirmed, corrected or sent back meanwhile.',
    )
  return named
}

const OWN = /* sql */ `
  select a.origin, r.outcome, c.voided_at is not null as "isVoided", exists (
           select from ce_credit other
            where other.organization_id = c.organization_id and other.peer_id = c.peer_id and other.voided_at is null
              and other.activity_id <> c.activity_id
              and coalesce(other.version_of, other.activity_id) = coalesce(c.version_of, c.activity_id)) as "isReplaced"
    from ce_credit c
    join ce_activity a on a.organization_id = c.organization_id and a.id = c.activity_id
    left join course_review r
      on r.organization_id = c.organization_id and r.activity_id = c.activity_id and r.peer_id = c.peer_id
   where c.organization_id = (select access.organization_id()) and c.activity_id = $1
     and c.peer_id = (select access.membership_id()) and a.origin = 'ENTERED_BY_HOLDER'
     and a.recorded_by = (select access.membership_id())`

/** Once a day at most: a list waits for them, however many peers enter something. */
async function tellManagers(tx: Transaction): Promise<Write[]> {
  const managers = await tx.run<{ id: string }>(
    `select id from membership
      where organization_id = (select access.organization_id()) and disabled_at is null
        and roles @> array['${Role.MANAGER}'] and id <> (select access.membership_id())`,
  )
  return notification({
    recipientId: managers.map(({ id }) => id),
    kind: NotificationKind.COURSES_TO_REVIEW,
    key: `courses-to-review:${tx.actor.today}`,
  })
}
