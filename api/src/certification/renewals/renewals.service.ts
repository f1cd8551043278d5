import type { SelectText } from '../../database/reads-and-writes.ts'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { connectionOf, type PageArgs, pageFrom, type Position } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { FactsRow } from '../status/certification-record.ts'
import { withCurrentStatus } from '../status/current-status.ts'
import { COUNTS, FILTER_VALUES, RENEWALS } from '../status/stored-status.ts'
import { assessRenewals } from './assess-renewals.ts'
import { examplePosition, validateFilter, orderOf, valuesOf } from './renewal-filter.ts'
import { toGraphqlRenewal } from './renewal-to-graphql.ts'
import type {
  Renewal,
  RenewalConnection,
  RenewalCounts,
  RenewalsFilter,
  RenewalsSort,
} from './renewal.types.ts'
import { renewalsAsCsv } from './renewals-csv.ts'

// What a manager asks of the organization's certifications: found, counted and ordered by the kept statuses, and each
// row that is shown assessed anew with its hours.

const BY_RISK: RenewalsSort = { by: 'RISK', descending: false }
/** A file is read in pages of so many, so that no statement takes long. */
const ROWS_PER_READ = 2_000

interface Row {
  readonly facts: FactsRow
  readonly peerName: string
  readonly position: Position
}
interface Answer {
  readonly total: number
  readonly counts: RenewalCounts
  readonly rows: readonly Row[]
}

export async function renewals(
  ctx: RequestContext,
  filter: RenewalsFilter,
  sort: RenewalsSort = BY_RISK,
  pageArgs: PageArgs,
): Promise<RenewalConnection> {
  rejectIfInvalid(validateFilter(filter))
  const page = pageFrom(pageArgs, examplePosition(sort))
  const { total, counts, rows } = await withCurrentStatus(ctx, () =>
    read(ctx, filter, sort, page.after, page.first + 1),
  )
  const { today } = await ctx.unit.asker()
  const connection = connectionOf(rows, page, total, ({ position }) => position)
  const nodes = await assessRenewals(
    connection.edges.map(({ node }) => node),
    today,
  )
  const edges = nodes.map((row, place) => ({
    node: toGraphqlRenewal(row, today),
    cursor: connection.edges[place]?.cursor ?? '',
  }))
  return { ...connection, edges, counts }
}

/** The same rows as the list, all of them, as text; asks for the password, since it leaves Alongside with names. */
export async function renewalsCsv(
  ctx: RequestContext,
  filter: RenewalsFilter,
  sort: RenewalsSort = BY_RISK,
): Promise<string> {
  rejectIfInvalid(validateFilter(filter))
  const shown: Renewal[] = []
  let page = await withCurrentStatus(ctx, () => read(ctx, filter, sort, null, ROWS_PER_READ))
  const actor = await ctx.unit.actor()
  requireConfirmedPassword(actor)
  for (;;) {
    for (const row of await assessRenewals(page.rows, actor.today))
      shown.push(toGraphqlRenewal(row, actor.today))
    const last = page.rows.at(-1)
    if (!last || page.rows.length < ROWS_PER_READ) break
    page = await read(ctx, filter, sort, last.position, ROWS_PER_READ)
  }
  return renewalsAsCsv(shown, actor.today)
}

async function read(
  ctx: RequestContext,
  filter: RenewalsFilter,
  sort: RenewalsSort,
  after: Position | null,
  most: number,
): Promise<Answer> {
  const values = [...valuesOf(filter), after === null ? null : JSON.stringify(after), most]
  const [answer] = await ctx.unit.run<Answer>(listOf(sort), values)
  if (!answer) throw new Error('the counts are always there')
  return answer
}

function listOf(sort: RenewalsSort): SelectText {
  const [cursor, most] = [`$${FILTER_VALUES + 1}`, `$${FILTER_VALUES + 2}`]
  const order = orderOf(sort, cursor)
  return /* sql */ `${RENEWALS}, page as materialized (
    select id, peer_name, ${order.position} as position, row_number() over (order by ${order.by}) as place
      from renewal where misses = 0 and (${cursor}::text is null or ${order.after})
     order by ${order.by} limit ${most}::integer)
    select (select count(*)::integer from renewal where misses = 0) as total, ${COUNTS} as counts,
           coalesce((select jsonb_agg(jsonb_build_object(
               'facts', to_jsonb(f), 'peerName', page.peer_name, 'position', page.position) order by page.place)
             from page
             join certification_facts f
               on f.organization_id = (select access.organization_id()) and f.certification_id = page.id), '[]') as rows`
}
