import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { comparePositions, connectionOf, type PageArgs, pageFrom } from '../../server/connection.ts'
import { refuse } from '../../server/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { assessOrganization, type AssessedCertification } from './assess-renewals.ts'
import { countsOf, examplePosition, filterRefusals, isShown, positionOf } from './renewal-filter.ts'
import { renewalToShow } from './renewal-to-show.ts'
import type { RenewalConnection, RenewalsFilter, RenewalsSort } from './renewal.types.ts'
import { renewalsAsCsv } from './renewals-csv.ts'

// What a manager asks of the organization's certifications.

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
