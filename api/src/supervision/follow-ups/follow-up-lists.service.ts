import { isPlainDate } from '@alongside/shared/calendar/plain-date'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { AN_ID, connectionOf, pageFrom } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { IN_FORCE, requireUnlockedSupport } from '../relationships/own-relationship.service.ts'
import type { FollowUp, FollowUpConnection, FollowUpsArgs, FollowUpsOfArgs } from './follow-up.types.ts'

// What came out of supervision to be done, as its reader may see it.

type Named = 'closedBy' | 'madeBy' | 'supervisor'
export interface FollowUpRow extends Omit<FollowUp, Named> {
  readonly closedById: string | null
  readonly closedByName: string | null
  readonly madeById: string
  readonly madeByName: string | null
  readonly supervisorId: string
  readonly supervisorName: string | null
}

const ofType = (type: string): string => /* sql */ `
  select '${type}' as type, organization_id, id, relationship_id, peer_id, text, owner, due_on, made_by, made_in,
         case when closed_in is null or access.session_counts(closed_in) then state else 'OPEN' end as state,
         closed_on, closed_by
    from ${type.toLowerCase()}_follow_up`

/** The peer's supportive supervision that could take over a follow-up of one that has ended. */
const PASSES_TO = /* sql */ `
  select r.id from supervision_relationship r
   where r.organization_id = f.organization_id and r.peer_id = f.peer_id and r.type = 'SUPPORTIVE' and ${IN_FORCE}
     and f.type = 'SUPPORTIVE' and f.state = 'OPEN' and f.peer_id = (select access.membership_id())
     and not exists (
       select from supervision_relationship r
        where r.organization_id = f.organization_id and r.id = f.relationship_id and ${IN_FORCE})
     and not exists (
       select from supportive_follow_up_share h
        where h.organization_id = f.organization_id and h.follow_up_id = f.id and h.relationship_id = r.id)
   order by r.starts_on desc limit 1`

/** What was agreed in a session that was voided later was never agreed. */
export const FOLLOW_UPS = /* sql */ `
  select f.id, f.type, f.text, f.owner, f.due_on as "dueOn", f.state, f.peer_id as "peerId",
         f.relationship_id as "relationshipId",
         case when f.state <> 'OPEN' then f.closed_on end as "closedOn",
         case when f.state <> 'OPEN' then f.closed_by end as "closedById", c.display_name as "closedByName",
         f.made_by as "madeById", m.display_name as "madeByName",
         f.made_by = (select access.membership_id()) as "isMadeByMe",
         (f.owner = 'PEER') = (f.peer_id = (select access.membership_id())) as "isMine",
         agreed.supervisor_id as "supervisorId", s.display_name as "supervisorName",
         (${PASSES_TO}) as "canPassOnTo"
    from (${['ADMINISTRATIVE', 'EDUCATIONAL', 'SUPPORTIVE'].map(ofType).join(' union all ')}) f
    join supervision_relationship agreed
      on agreed.organization_id = f.organization_id and agreed.id = f.relationship_id
    left join membership c on c.organization_id = f.organization_id and c.id = f.closed_by
    left join membership m on m.organization_id = f.organization_id and m.id = f.made_by
    left join membership s on s.organization_id = f.organization_id and s.id = agreed.supervisor_id
   where f.organization_id = (select access.organization_id())
     and (f.made_in is null or access.session_counts(f.made_in))`

const OF_PEER: SelectText = `with listed as materialized (
    select one.*, row_number() over (
             order by one.state <> 'OPEN', case when one.state = 'OPEN' then one."dueOn" end,
                      one."closedOn" desc, one.id) as place
      from (${FOLLOW_UPS} and f.peer_id = coalesce($1::uuid, (select access.membership_id()))
              and (not $4::boolean or f.state = 'OPEN')) one)
  select *, (select count(*) from listed) as total from listed l
   where $3::uuid is null or l.place > (select c.place from listed c where c.id = $3::uuid)
   order by l.place limit $2 + 1`

/** Of a peer, in the types in which the caller supervises them (null: one's own); of anybody else there is nothing. */
export async function followUpsOf(
  ctx: RequestContext,
  { peerId, onlyOpen, ...args }: FollowUpsArgs & { readonly peerId: FollowUpsOfArgs['peerId'] | null },
): Promise<FollowUpConnection> {
  const page = pageFrom(args, [AN_ID])
  const [, rows] = await Promise.all([
    requireUnlockedSupport(ctx, peerId),
    ctx.unit.run<FollowUpRow & { total: number }>(OF_PEER, [
      peerId,
      page.first,
      page.after?.[0] ?? null,
      onlyOpen,
    ]),
  ])
  const connection = connectionOf(rows, page, rows[0]?.total ?? 0, ({ id }) => [id])
  return {
    ...connection,
    edges: connection.edges.map(({ node, cursor }) => ({ node: followUpOf(node), cursor })),
  }
}

/** For the first page: supportive ones are not counted on a shared device until the password is given. */
export async function myDueFollowUpCount(ctx: RequestContext, dueBy: string): Promise<number> {
  if (!isPlainDate(dueBy)) rejectIfInvalid([{ field: 'dueBy', problem: 'not-a-date' }])
  const [counted] = await ctx.unit.run<{ count: number }>(
    `select count(*)::integer as count
       from (${FOLLOW_UPS} and f.peer_id = (select access.membership_id()) and f.owner = 'PEER'
               and f.state = 'OPEN' and f.due_on <= $1::date) due`,
    [dueBy],
  )
  return counted?.count ?? 0
}

export function followUpOf(row: FollowUpRow): FollowUp {
  return {
    ...row,
    closedBy: row.closedById === null ? null : { id: row.closedById, displayName: row.closedByName },
    madeBy: { id: row.madeById, displayName: row.madeByName },
    supervisor: { id: row.supervisorId, displayName: row.supervisorName },
  }
}
