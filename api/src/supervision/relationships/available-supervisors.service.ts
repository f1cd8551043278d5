import { validateText } from '@alongside/shared/validation/validation-error'
import { personPage } from '../../people/person-page.service.ts'
import type { PersonConnection } from '../../people/person.types.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { AvailableSupervisorsArgs } from './relationship.types.ts'

// Whom a manager may name for a peer: a list that leaves out whoever cannot, and never says why.

const MAX_SEARCH_CHARACTERS = 80

/** Who gives this type to this peer already is left out too. */
export async function availableSupervisors(
  ctx: RequestContext,
  args: AvailableSupervisorsArgs,
): Promise<PersonConnection> {
  rejectIfInvalid(validateText('search', args.search, MAX_SEARCH_CHARACTERS))
  return personPage(
    ctx,
    args,
    `select m.id, m.display_name from membership m
      where m.organization_id = (select access.organization_id()) and 'SUPERVISOR' = any (m.roles)
        and strpos(m.folded_name, access.folded($1)) > 0 and access.may_supervise(m.id, $2, $3)
        and not exists (
          select from supervision_relationship r
           where r.organization_id = m.organization_id and r.supervisor_id = m.id and r.peer_id = $2
             and r.type = $3 and r.ends_on is null)`,
    [args.search?.trim() ?? '', args.peerId, args.type],
  )
}
