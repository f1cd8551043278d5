import { validateCourseQuestion } from '@alongside/shared/certification/course-check/course-input'
import type { CeCredit } from '@alongside/shared/certification/hours/ce-credit'
import { willItCount } from '@alongside/shared/certification/course-check/will-it-count'
import { Role } from '@alongside/shared/people/roles'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import {
  type AssessedRenewal,
  assessOwn,
  assessPeer,
  mostPressingFirst,
} from '../renewals/assess-renewals.ts'
import { inBrief } from '../renewals/certification-to-graphql.ts'
import type { AnsweredCourse, CourseInput } from './course-answer.types.ts'

// Whether a course will count, before it is taken; nothing of the question is kept.

export async function ownAnswers(ctx: RequestContext, course: CourseInput): Promise<AnsweredCourse[]> {
  return answersOf(ctx, course, await assessOwn(ctx))
}

export async function answersFor(
  ctx: RequestContext,
  peerId: string,
  course: CourseInput,
): Promise<AnsweredCourse[]> {
  const peer = ctx.unit.run(
    `select 1 from membership
      where organization_id = (select access.organization_id()) and id = $1
        and disabled_at is null and roles @> array['${Role.PEER}']`,
    [peerId],
  )
  const [certifications, found] = await Promise.all([assessPeer(ctx, peerId), peer])
  if (found.length === 0) throw notFound()
  return answersOf(ctx, course, certifications)
}

async function answersOf(
  ctx: RequestContext,
  course: CourseInput,
  certifications: readonly AssessedRenewal[],
): Promise<AnsweredCourse[]> {
  const { today } = await ctx.unit.asker()
  rejectIfInvalid(validateCourseQuestion(course, today))
  return mostPressingFirst(certifications).map((each) => ({
    certification: inBrief(each),
    ...willItCount(each.record, creditOf(course), today),
  }))
}

/** Comes after every recorded one: of two entries of a course it is the new one that is left over. */
const COURSE_IN_QUESTION = '~'

/** The course as a credit. */
export function creditOf(course: CourseInput): CeCredit {
  const { startsOn, heldOn, hours, unit, categories, deliveryMode, earnedBy, provider, title } = course
  const { approvedBy, contents } = course
  return {
    id: COURSE_IN_QUESTION,
    startsOn: startsOn ?? null,
    heldOn,
    hours,
    unit,
    categories,
    deliveryMode: deliveryMode ?? null,
    earnedBy,
    sponsor: provider?.trim() || null,
    approvedBy: approvedBy ?? null,
    contents,
    ...(title?.trim() ? { programme: programmeOf(title, provider) } : {}),
  }
}

/** One word for all courses of a title and a provider; the facts in the database name theirs alike. */
const programmeOf = (title: string, provider?: string | null): string =>
  [title.trim(), provider?.trim()].filter(Boolean).join(' / ').toLowerCase()
