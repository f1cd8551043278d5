import type { SelectText } from '../../database/reads-and-writes.ts'
import { connectionOf, type PageArgs, pageFrom, type Position } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { FactsRow } from '../status/certification-record.ts'
import { withCurrentStatus } from '../status/current-status.ts'
import { FACETS, FILTER_VALUES, RENEWALS } from '../status/stored-status.ts'
import { type AssessedRenewal, assessRenewals } from './assess-renewals.ts'
import { examplePosition, validateFilter, orderOf, valuesOf } from './renewal-filter.ts'
import { toGraphqlCertification } from './certification-to-graphql.ts'
import type { RenewalConnection, RenewalFacets, RenewalsFilter, RenewalsSort } from './renewal.types.ts'

// What a manager asks of the organization's certifications: found, counted and ordered by the kept statuses, and each
// row that is shown assessed anew with its hours.

const BY_RISK: RenewalsSort = { by: 'RISK', descending: false }
/** All rows are read in pages of so many, so that no statement takes long. */
const ROWS_PER_READ = 2_000

interface Row {
  readonly facts: FactsRow
  readonly peerName: string
  readonly verifiedOn: string | null
  readonly teamName: string | null
  readonly position: Position
}
interface Answer {
  readonly total: number
  readonly facets: RenewalFacets | null
  readonly rows: readonly Row[]
}

export interface RenewalsQuery {
  readonly filter: RenewalsFilter
  readonly sort?: RenewalsSort | undefined
  readonly page: PageArgs
  readonly withFacets: boolean
  /** Rows to leave out before the page. */
  readonly skip?: number
}

export async function renewals(
  ctx: RequestContext,
  { filter, sort = BY_RISK, page: pageArgs, withFacets, skip = 0 }: RenewalsQuery,
): Promise<RenewalConnection> {
  rejectIfInvalid(validateFilter(filter, skip))
  const page = pageFrom(pageArgs, examplePosition(sort))
  const { total, facets, rows } = await withCurrentStatus(ctx, () =>
    read(ctx, { filter, sort, after: page.after, most: page.first + 1, withFacets, skip }),
  )
  const { today } = await ctx.unit.asker()
  const connection = connectionOf(rows, page, total, ({ position }) => position)
  const nodes = await assessRenewals(
    connection.edges.map(({ node }) => node),
    today,
  )
  const edges = nodes.map((row, place) => ({
    node: toGraphqlCertification(row, today, { verifiedOn: row.verifiedOn, teamName: row.teamName }),
    cursor: connection.edges[place]?.cursor ?? '',
  }))
  return { ...connection, edges, facets }
}

/** The same rows as the list, all of them. */
export async function everyRenewal(
  ctx: RequestContext,
  filter: RenewalsFilter,
  sort: RenewalsSort = BY_RISK,
): Promise<AssessedRenewal[]> {
  rejectIfInvalid(validateFilter(filter))
  const asked = { filter, sort, most: ROWS_PER_READ, withFacets: false }
  const { today } = await ctx.unit.asker()
  const all: AssessedRenewal[] = []
  let page = await withCurrentStatus(ctx, () => read(ctx, { ...asked, after: null }))
  for (;;) {
    all.push(...(await assessRenewals(page.rows, today)))
    const last = page.rows.at(-1)
    if (!last || page.rows.length < ROWS_PER_READ) return all
    page = await read(ctx, { ...asked, after: last.position })
  }
}

interface Asked {
  readonly filter: RenewalsFilter
  readonly sort: RenewalsSort
  readonly after: Position | null
  readonly most: number
  readonly skip?: number
  readonly withFacets: boolean
}

async function read(
  ctx: RequestContext,
  { filter, sort, after, most, withFacets, skip = 0 }: Asked,
): Promise<Answer> {
  const values = [...valuesOf(filter), after === null ? null : JSON.stringify(after), most, skip]
  const [answer] = await ctx.unit.run<Answer>(listOf(sort, withFacets), values)
  if (!answer) throw new Error('the count is always there')
  return answer
}

function listOf(sort: RenewalsSort, withFacets: boolean): SelectText {
  const [cursor, most, skip] = [1, 2, 3].map((more) => `$${FILTER_VALUES + more}`) as [string, string, string]
  const order = orderOf(sort, cursor)
  return /* sql */ `${RENEWALS}, page as materialized (
    select id, peer_name, verified_on, team_name, ${order.position} as position, row_number() over (order by ${order.by}) as place
      from renewal where misses = 0 and (${cursor}::text is null or ${order.after})
     order by ${order.by} limit ${most}::integer offset ${skip}::integer)
    select (select count(*)::integer from renewal where misses = 0) as total, ${withFacets ? FACETS : 'null'} as facets,
           coalesce((select jsonb_agg(jsonb_build_object(
               'facts', to_jsonb(f), 'peerName', page.peer_name, 'verifiedOn', page.verified_on, 'teamName', page.team_name, 'position', page.position) order by page.place)
             from page
             join certification_facts f
               on f.organization_id = (select access.organization_id()) and f.certification_id = page.id), '[]') as rows`
}
