import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { comparePositions, connectionOf, type PageArgs, pageFrom } from '../../server/connection.ts'
import { notFound, refuse } from '../../server/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { assessOne, assessOrganization, assessOwn, type AssessedCertification } from './assess-renewals.ts'
import { countsOf, examplePosition, filterRefusals, isShown, positionOf } from './renewal-filter.ts'
import { renewalToShow } from './renewal-to-show.ts'
import type {
  EarnedHours,
  RenewalConnection,
  RenewalInFull,
  RenewalsFilter,
  RenewalsSort,
} from './renewal.types.ts'
import { renewalsAsCsv } from './renewals-csv.ts'

// What a manager asks of the organization's certifications, and a peer of their own.

const MOST_COURSES = 500
const BY_RISK: RenewalsSort = { by: 'RISK', descending: false }

export async function renewals(
  ctx: RequestContext,
  filter: RenewalsFilter,
  { by, descending }: RenewalsSort = BY_RISK,
  pageArgs: PageArgs,
): Promise<RenewalConnection> {
  refuse(filterRefusals(filter))
  const page = pageFrom(pageArgs, examplePosition(by))
  const rows = await assessOrganization(ctx)
  const { today } = await ctx.unit.asker()
  const shown = inOrder(rows, filter, { by, descending }, today)
  const turn = descending ? -1 : 1
  const { after } = page
  const following = after === null ? shown : shown.filter(({ at }) => comparePositions(at, after) * turn > 0)
  const connection = connectionOf(following.slice(0, page.first + 1), page, shown.length, ({ at }) => at)
  const edges = connection.edges.map(({ node, cursor }) => ({ node: renewalToShow(node.row, today), cursor }))
  return { ...connection, edges, counts: countsOf(rows, filter, today) }
}

/** The same rows as the list, all of them, as text; asks for the password, since it leaves Alongside with names. */
export async function renewalsCsv(
  ctx: RequestContext,
  filter: RenewalsFilter,
  sort: RenewalsSort = BY_RISK,
): Promise<string> {
  refuse(filterRefusals(filter))
  const rows = await assessOrganization(ctx)
  const actor = await ctx.unit.actor()
  requireConfirmedPassword(actor)
  const shown = inOrder(rows, filter, sort, actor.today)
  return renewalsAsCsv(
    shown.map(({ row }) => renewalToShow(row, actor.today)),
    actor.today,
  )
}

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
  return inOrder(rows, {}, BY_RISK, today).map(({ row }) => ({ ...renewalToShow(row, today), earnedHours }))
}

function inOrder(
  rows: readonly AssessedCertification[],
  filter: RenewalsFilter,
  { by, descending }: RenewalsSort,
  today: PlainDate,
) {
  const shown = rows
    .filter((row) => isShown(row, filter, today))
    .map((row) => ({ row, at: positionOf(row, by) }))
  return shown.sort((one, other) => comparePositions(one.at, other.at) * (descending ? -1 : 1))
}

const COURSES = /* sql */ `
  select activity.id as "activityId", activity.title, activity.provider, activity.held_on as "heldOn",
         credit.hours, credit.categories
    from ce_credit credit
    join ce_activity activity
      on activity.organization_id = credit.organization_id and activity.id = credit.activity_id
   where credit.organization_id = (select access.organization_id())`
const LATEST_FIRST = `order by activity.held_on desc, activity.id limit ${MOST_COURSES}`
