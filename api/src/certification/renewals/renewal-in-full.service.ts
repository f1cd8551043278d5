import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { toGraphqlExplained } from '../requirements/explanation-to-graphql.ts'
import { toGraphqlAppliedRule } from '../requirements/applied-rule.types.ts'
import { type AssessedRenewal, assessOwn, assessWithOthers, mostPressingFirst } from './assess-renewals.ts'
import type { EarnedHours, OtherCertification, RenewalInFull } from './renewal-in-full.types.ts'
import { toGraphqlRenewal } from './renewal-to-graphql.ts'

// One certification with everything behind its figures: for managers and auditors, and for a peer their own.

const MAX_COURSES = 500

export async function renewal(ctx: RequestContext, certificationId: string): Promise<RenewalInFull> {
  const courses = ctx.unit.run<EarnedHours & { peerId: string }>(
    `${COURSES} and credit.peer_id = (
       select peer_id from certification
        where organization_id = (select access.organization_id()) and id = $1) ${LATEST_FIRST}`,
    [certificationId],
  )
  const [held, earnedHours] = await Promise.all([assessWithOthers(ctx, certificationId), courses])
  const found = held.find(({ id }) => id === certificationId)
  if (!found) throw notFound()
  const { today } = await ctx.unit.asker()
  return { ...inFull(found, mostPressingFirst(held), today), earnedHours }
}

export async function myCertifications(ctx: RequestContext): Promise<RenewalInFull[]> {
  const own = `${COURSES} and credit.peer_id = (select access.membership_id()) ${LATEST_FIRST}`
  const [rows, earnedHours] = await Promise.all([assessOwn(ctx), ctx.unit.run<EarnedHours>(own)])
  const { today } = await ctx.unit.actor()
  const held = mostPressingFirst(rows)
  return held.map((row) => ({ ...inFull(row, held, today), earnedHours }))
}

function inFull(row: AssessedRenewal, held: readonly AssessedRenewal[], today: PlainDate) {
  const otherCertifications = held.filter(({ id }) => id !== row.id).map(toGraphqlOther)
  const explained = toGraphqlExplained(row, today)
  return {
    ...toGraphqlRenewal(row, today),
    explained,
    rule: toGraphqlAppliedRule(row.rule),
    otherCertifications,
  }
}

function toGraphqlOther({ id, credential, assessment }: AssessedRenewal): OtherCertification {
  return {
    certificationId: id,
    credentialName: credential?.credential ?? null,
    abbreviation: credential?.abbreviation ?? null,
    state: credential?.state ?? null,
    status: assessment.status,
  }
}

const COURSES = /* sql */ `
  select activity.id as "activityId", activity.title, activity.provider,
         activity.starts_on as "startsOn", activity.held_on as "heldOn",
         credit.hours, activity.credit_unit as unit, credit.categories, activity.delivery_mode as "deliveryMode",
         activity.earned_by as "earnedBy", activity.approved_by as "approvedBy", activity.contents, credit.only_for as "onlyFor"
    from ce_credit credit
    join ce_activity activity
      on activity.organization_id = credit.organization_id and activity.id = credit.activity_id
   where credit.organization_id = (select access.organization_id())`
const LATEST_FIRST = `order by activity.held_on desc, activity.id limit ${MAX_COURSES}`
