import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import {
  PLANNED_COURSES_MOST,
  validatePlannedCourse,
} from '@alongside/shared/certification/own-courses/own-course-input'
import { EarnedBy } from '@alongside/shared/certification/rules/limits'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { batched } from '../../server/graphql/batched.ts'
import { AN_ID, type PageArgs, pageOfAll } from '../../server/graphql/connection.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { creditOf } from '../course-check/course-answers.service.ts'
import { addTaken } from '../own-courses/own-courses.service.ts'
import { hoursOfCourse } from '../recording/recorded-course.service.ts'
import { PlannedCourse } from './planned-course.entity.ts'
import type {
  CreatePlannedCourseInput,
  CreatePlannedCoursePayload,
  PlannedCourseConnection,
  PlannedCourseType,
  RemovePlannedCourseInput,
  RemovePlannedCoursePayload,
  RestorePlannedCourseInput,
  RestorePlannedCoursePayload,
  ConfirmPlannedCourseInput,
  ConfirmPlannedCoursePayload,
} from './planned-course.types.ts'

// What peers plan to take. It changes no status; once its day is over, the peer says whether they took it.

const PLANNED: SelectText = /* sql */ `
  select p.id, p.title, p.provider, p.held_on as "heldOn", p.hours, p.credit_unit as unit, p.categories,
         p.delivery_mode as "deliveryMode", p.held_on < (select access.today()) as "isOver"
    from planned_course p
   where p.organization_id = (select access.organization_id()) and p.removed_at is null and p.taken_as is null`

export async function myPlannedCourses(
  ctx: RequestContext,
  page: PageArgs,
): Promise<PlannedCourseConnection> {
  const rows = await ctx.unit.run<PlannedCourseType>(
    `${PLANNED} and p.peer_id = (select access.membership_id())
      order by p.held_on, p.id limit ${PLANNED_COURSES_MOST}`,
  )
  return pageOfAll(rows, page, ['', AN_ID], ({ heldOn, id }) => [heldOn, id])
}

/** As credits, for the forecast; those whose day is over are asked about and count nowhere. */
export const plannedOf = batched(async (ctx, peerIds) => {
  const rows = await ctx.unit.run<{ peerId: string; courses: PlannedCourseType[] }>(
    `select peer.id as "peerId", coalesce(jsonb_agg(course) filter (where course.id is not null), '[]') as courses
       from unnest($1::uuid[]) peer (id)
       left join lateral (${PLANNED} and p.peer_id = peer.id and p.held_on >= (select access.today())) course on true
      group by peer.id`,
    [peerIds],
  )
  return new Map<string, readonly CeCredit[]>(
    rows.map(({ peerId, courses }) => [peerId, courses.map(asCredit)]),
  )
}, [])

function asCredit({ id, categories, ...course }: PlannedCourseType): CeCredit {
  const known = { contents: [], earnedBy: EarnedBy.ATTENDING }
  return { ...creditOf({ ...course, ...known, categories }), id: `~${id}`, planned: true }
}

export function createPlannedCourse(
  ctx: RequestContext,
  input: CreatePlannedCourseInput,
): Promise<CreatePlannedCoursePayload> {
  const add = async (tx: Transaction, id: string): Promise<void> => {
    rejectIfInvalid(validatePlannedCourse(input, tx.actor.today))
    await refuseTooMany(tx)
    const { heldOn, hours, unit: creditUnit, categories, deliveryMode = null } = input
    const named = { title: input.title.trim(), provider: input.provider?.trim() || null }
    const course = { heldOn, hours, creditUnit, categories, deliveryMode }
    await tx.write([insertOf(PlannedCourse, { id, peerId: ME, ...named, ...course, plannedAt: NOW })])
  }
  return once(ctx, 'createPlannedCourse', input, add, (id) => ({
    plannedCourse: () => plannedCourse(ctx, id),
  }))
}

async function refuseTooMany(tx: Transaction): Promise<void> {
  const open = await tx.run(`${PLANNED} and p.peer_id = (select access.membership_id())`)
  if (open.length < PLANNED_COURSES_MOST) return
  rejectIfInvalid([{ field: 'plannedCourses', problem: 'too-many', limit: PLANNED_COURSES_MOST }])
}

async function plannedCourse(ctx: RequestContext, id: string): Promise<PlannedCourseType> {
  const [found] = await ctx.unit.run<PlannedCourseType>(`${PLANNED} and p.id = $1`, [id])
  if (!found) throw notFound()
  return found
}

export async function removePlannedCourse(
  ctx: RequestContext,
  { plannedCourseId: id }: RemovePlannedCourseInput,
): Promise<RemovePlannedCoursePayload> {
  const [removed] = await ctx.unit.write([
    updateOf(
      PlannedCourse,
      { id, peerId: ME, removedAt: null, takenAs: null },
      { removedAt: NOW },
      { returning: ['id'] },
    ),
  ])
  if (removed.length === 0) throw notFound()
  return { plannedCourseId: id }
}

export async function restorePlannedCourse(
  ctx: RequestContext,
  { plannedCourseId: id }: RestorePlannedCourseInput,
): Promise<RestorePlannedCoursePayload> {
  const [restored] = await ctx.unit.write([
    updateOf(PlannedCourse, { id, peerId: ME, takenAs: null }, { removedAt: null }, { returning: ['id'] }),
  ])
  if (restored.length === 0) throw notFound()
  return { plannedCourse: () => plannedCourse(ctx, id) }
}

/** One press makes it a course: the plan's own id is that of the course, so a second press adds nothing. */
export function confirmPlannedCourse(
  ctx: RequestContext,
  { plannedCourseId: id }: ConfirmPlannedCourseInput,
): Promise<ConfirmPlannedCoursePayload> {
  return ctx.unit.transaction(async (tx) => {
    const [plan] = await tx.run<PlannedCourseType & { takenAs: string | null }>(
      `select p.title, p.provider, p.held_on as "heldOn", p.hours, p.credit_unit as unit, p.categories,
              p.delivery_mode as "deliveryMode", p.taken_as as "takenAs"
         from planned_course p
        where p.organization_id = (select access.organization_id()) and p.id = $1 and p.removed_at is null
          and p.peer_id = (select access.membership_id()) for update`,
      [id],
    )
    if (!plan) throw notFound()
    const earnedHours = () => hoursOfCourse(ctx, id)
    if (plan.takenAs !== null) return { earnedHours }
    if (plan.heldOn > tx.actor.today)
      throw new DomainError('CONFLICT', 'certification.own-courses.not-yet', 'This course is still ahead.')
    const { takenAs: _, ...course } = plan
    const taken = { idempotencyKey: id, fileIds: [], earnedBy: EarnedBy.ATTENDING, contents: [] }
    await addTaken(ctx, tx, { ...course, ...taken })
    await tx.write([updateOf(PlannedCourse, { id }, { takenAs: id })])
    return { earnedHours }
  })
}
