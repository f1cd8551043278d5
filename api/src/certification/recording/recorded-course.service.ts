import type { SelectText } from '../../database/reads-and-writes.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { COURSES, type EarnedHours } from '../renewals/earned-hours.ts'
import type { RecordedCourse } from './hours-corrections.types.ts'

/** One version of a course, with everybody for whom it counts. */
export async function recordedCourse(ctx: RequestContext, activityId: string): Promise<RecordedCourse> {
  const [[hours], [course]] = await Promise.all([
    ctx.unit.run<EarnedHours>(HOURS, [activityId]),
    ctx.unit.run<Omit<RecordedCourse, 'hours'>>(COURSE, [activityId]),
  ])
  if (!hours || !course) throw notFound()
  return { ...course, hours }
}

/** What each person got for it is the same. */
export async function hoursOfCourse(ctx: RequestContext, activityId: string): Promise<EarnedHours> {
  const [hours] = await ctx.unit.run<EarnedHours>(HOURS, [activityId])
  if (!hours) throw notFound()
  return hours
}

const HOURS: SelectText = `${COURSES} and credit.activity_id = $1
  order by credit.voided_at desc nulls first, credit.peer_id limit 1`

const COURSE: SelectText = /* sql */ `
  select a.revision, coalesce((
           select json_agg(json_build_object('id', m.id, 'displayName', m.display_name) order by m.display_name, m.id)
             from ce_credit c
             join membership m on m.organization_id = c.organization_id and m.id = c.peer_id
            where c.organization_id = a.organization_id and c.activity_id = a.id and c.voided_at is null), '[]') as peers
    from ce_activity a
   where a.organization_id = (select access.organization_id()) and a.id = $1`
