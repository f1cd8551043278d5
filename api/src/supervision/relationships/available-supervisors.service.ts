import { validateText } from '@alongside/shared/validation/validation-error'
import { connectionOf, pageFrom } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { AvailableSupervisors, AvailableSupervisorsArgs } from './relationship.types.ts'

// Whom a manager may name for a peer: a list that leaves out whoever cannot, and never says why.

export const MAX_SEARCH_CHARACTERS = 80

interface FoundRow {
  readonly id: string
  readonly displayName: string
  readonly total: number
}

/** Who gives this type to this peer already is left out too. */
export async function availableSupervisors(
  ctx: RequestContext,
  args: AvailableSupervisorsArgs,
): Promise<AvailableSupervisors> {
  const page = pageFrom(args, ['name', 'id'])
  rejectIfInvalid(validateText('search', args.search, MAX_SEARCH_CHARACTERS))
  const [name = null, id = null] = (page.after ?? []) as string[]
  const rows = await ctx.unit.run<FoundRow>(
    `with available as materialized (
       select m.id, m.display_name from membership m
        where m.organization_id = (select access.organization_id()) and 'SUPERVISOR' = any (m.roles)
          and strpos(lower(m.display_name), lower($1)) > 0 and access.may_supervise(m.id, $2, $3)
          and not exists (
            select from supervision_relationship r
             where r.organization_id = m.organization_id and r.supervisor_id = m.id and r.peer_id = $2
               and r.type = $3 and r.ends_on is null))
     select a.id, a.display_name as "displayName", (select count(*) from available) as total
       from available a where $4::text is null or (a.display_name, a.id::text) > ($4, $5)
      order by a.display_name, a.id::text limit $6 + 1`,
    [args.search?.trim() ?? '', args.peerId, args.type, name, id, page.first],
  )
  const total = rows[0]?.total ?? 0
  return connectionOf(rows, page, total, (row) => [row.displayName, row.id])
}
