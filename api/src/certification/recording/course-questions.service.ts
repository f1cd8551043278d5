import { validateCourseQuestion } from '@alongside/shared/certification/course-check/course-input'
import { willItCount } from '@alongside/shared/certification/course-check/will-it-count'
import {
  type CourseOnDays,
  isSameCourse,
  NoEffectCause,
  noEffectCause,
} from '@alongside/shared/certification/recording/asked-at-save'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import type { Person } from '../../people/person.types.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { creditOf } from '../course-check/course-answers.service.ts'
import type { CourseInput } from '../course-check/course-answer.types.ts'
import { type AssessedRenewal, heldBy } from '../renewals/assess-renewals.ts'
import { inBrief } from '../renewals/certification-to-graphql.ts'
import type {
  CourseQuestions,
  CourseQuestionsArgs,
  CourseWithoutEffect,
  SameCourseRecorded,
} from './course-questions.types.ts'

// What is asked before a course is saved. Whoever says "save it anyway" is believed: there are courses of one name.

type Entered = CourseOnDays & { readonly provider: string | null; readonly peers: Person[] }

export async function courseQuestions(
  ctx: RequestContext,
  { peerIds, course }: CourseQuestionsArgs,
): Promise<CourseQuestions> {
  const { today } = await ctx.unit.asker()
  rejectIfInvalid(validateCourseQuestion(course, today))
  const [peers, entered] = await Promise.all([
    ctx.unit.run<Person>(
      `select id, display_name as "displayName" from membership
        where organization_id = (select access.organization_id()) and id = any ($1::uuid[])
        order by display_name, id`,
      [peerIds],
    ),
    ctx.unit.run<Entered>(ENTERED, [peerIds, course.startsOn ?? course.heldOn, course.heldOn]),
  ])
  const held = await Promise.all(peers.map(({ id }) => heldBy(ctx, id)))
  return {
    alreadyRecorded: sameCourses(course, entered),
    withoutEffect: peers.flatMap((peer, at) => withoutEffect(peer, held[at] ?? [], course, today)),
  }
}

function sameCourses({ title, ...days }: CourseInput, entered: readonly Entered[]): SameCourseRecorded[] {
  return title?.trim() ? entered.filter((each) => isSameCourse({ ...days, title }, each)) : []
}

/** Everything that they hold, where none of it gains; else what goes over the end of a cycle. */
function withoutEffect(
  peer: Person,
  held: readonly AssessedRenewal[],
  course: CourseInput,
  today: PlainDate,
): CourseWithoutEffect[] {
  if (held.length === 0)
    return [{ peer, certification: null, cause: NoEffectCause.NO_CERTIFICATION, cycleEndsOn: null }]
  const found = held.map((each) => {
    const answer = willItCount(each.record, creditOf(course), today)
    const window = answer.reasons.flatMap((reason) => ('window' in reason ? [reason.window] : [])).at(0)
    const cause = noEffectCause(each.assessment.status, answer)
    return { peer, certification: inBrief(each), cause, cycleEndsOn: window?.endsOn ?? null }
  })
  const gainsNothing = found.every(({ cause }) => cause !== null)
  return found.flatMap(({ cause, ...each }) => {
    // That it is there already was asked.
    if (cause === null || cause === NoEffectCause.SAME_COURSE) return []
    return gainsNothing || cause === NoEffectCause.CROSSES_CYCLE_END ? [{ ...each, cause }] : []
  })
}

const ENTERED = /* sql */ `
  select a.title, a.provider, a.starts_on as "startsOn", a.held_on as "heldOn",
         json_agg(json_build_object('id', m.id, 'displayName', m.display_name) order by m.display_name, m.id) as peers
    from ce_activity a
    join ce_credit c on c.organization_id = a.organization_id and c.activity_id = a.id
    join membership m on m.organization_id = c.organization_id and m.id = c.peer_id
   where a.organization_id = (select access.organization_id()) and c.peer_id = any ($1::uuid[]) and c.voided_at is null
     and a.held_on >= $2 and coalesce(a.starts_on, a.held_on) <= $3
   group by a.organization_id, a.id order by a.held_on, a.id`
