import { notFound } from '../../server/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { assessOne, assessOwn, mostPressingFirst } from './assess-renewals.ts'
import type { EarnedHours, RenewalInFull } from './renewal-in-full.types.ts'
import { renewalToShow } from './renewal-to-show.ts'

// One certification with everything behind its figures: for managers and auditors, and for a peer their own.

const MOST_COURSES = 500

export async function renewal(ctx: RequestContext, certificationId: string): Promise<RenewalInFull> {
  const courses = ctx.unit.run<EarnedHours & { peerId: string }>(
    `${COURSES} and credit.peer_id = (
       select peer_id from certification
        where organization_id = (select access.organization_id()) and id = $1) ${LATEST_FIRST}`,
    [certificationId],
  )
  const [found, earnedHours] = await Promise.all([assessOne(ctx, certificationId), courses])
  if (!found) throw notFound()
  return { ...renewalToShow(found, (await ctx.unit.asker()).today), earnedHours }
}

export async function myCertifications(ctx: RequestContext): Promise<RenewalInFull[]> {
  const own = `${COURSES} and credit.peer_id = (select access.membership_id()) ${LATEST_FIRST}`
  const [rows, earnedHours] = await Promise.all([assessOwn(ctx), ctx.unit.run<EarnedHours>(own)])
  const { today } = await ctx.unit.actor()
  return mostPressingFirst(rows).map((row) => ({ ...renewalToShow(row, today), earnedHours }))
}

const COURSES = /* sql */ `
  select activity.id as "activityId", activity.title, activity.provider, activity.held_on as "heldOn",
         credit.hours, credit.categories
    from ce_credit credit
    join ce_activity activity
      on activity.organization_id = credit.organization_id and activity.id = credit.activity_id
   where credit.organization_id = (select access.organization_id())`
const LATEST_FIRST = `order by activity.held_on desc, activity.id limit ${MOST_COURSES}`
