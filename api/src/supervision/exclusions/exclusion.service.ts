import { validateText } from '@alongside/shared/validation/validation-error'
import { readSql, writeSql } from '../../database/reads-and-writes.ts'
import { insertFrom, ME, NOW } from '../../database/statements.ts'
import { personPage } from '../../people/person-page.service.ts'
import type { Person, PersonConnection } from '../../people/person.types.ts'
import type { PageArgs } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { ExclusionPreference } from './exclusion-preference.entity.ts'
import type {
  CreateExclusionInput,
  CreateExclusionPayload,
  ExclusionChoicesArgs,
  RemoveExclusionInput,
  RemoveExclusionPayload,
} from './exclusion.types.ts'

// Whom a peer keeps from supervising them: theirs alone. Nothing here is audited, told, counted or given a reason.

const MAX_SEARCH_CHARACTERS = 80

export function myExclusions(ctx: RequestContext, page: PageArgs): Promise<PersonConnection> {
  return personPage(
    ctx,
    page,
    `select x.excluded_id as id, m.display_name
       from exclusion_preference x
       left join membership m on m.organization_id = x.organization_id and m.id = x.excluded_id
      where x.organization_id = (select access.organization_id()) and x.made_by = (select access.membership_id())
        and x.peer_id = x.made_by`,
  )
}

/** Any colleague, whoever they are today: somebody can become a supervisor later. */
export async function exclusionChoices(
  ctx: RequestContext,
  args: ExclusionChoicesArgs,
): Promise<PersonConnection> {
  rejectIfInvalid(validateText('search', args.search, MAX_SEARCH_CHARACTERS))
  return personPage(
    ctx,
    args,
    `select m.id, m.display_name from membership m
      where m.organization_id = (select access.organization_id()) and m.id <> (select access.membership_id())
        and m.disabled_at is null and strpos(m.folded_name, access.folded($1)) > 0
        and not exists (
          select from exclusion_preference x
           where x.organization_id = m.organization_id and x.made_by = (select access.membership_id())
             and x.peer_id = x.made_by and x.excluded_id = m.id)`,
    [args.search?.trim() ?? ''],
  )
}

/** Again changes nothing; whoever supervises the peer already goes on until that is ended. */
export async function createExclusion(
  ctx: RequestContext,
  { memberId }: CreateExclusionInput,
): Promise<CreateExclusionPayload> {
  const [, [person]] = await ctx.unit.write([
    insertFrom(
      ExclusionPreference,
      `from membership m
        where m.organization_id = (select access.organization_id()) and m.id = :memberId
          and m.id <> (select access.membership_id())`,
      { peerId: ME, excludedId: () => 'm.id', madeBy: ME, madeAt: NOW },
      { onConflict: 'nothing', parameters: { memberId } },
    ),
    readSql<Person>(
      `select x.excluded_id as id, m.display_name as "displayName" from exclusion_preference x
         left join membership m on m.organization_id = x.organization_id and m.id = x.excluded_id
        where x.organization_id = (select access.organization_id()) and x.made_by = (select access.membership_id())
          and x.peer_id = x.made_by and x.excluded_id = $1`,
      [memberId],
    ),
  ])
  if (!person) throw notFound()
  return { person }
}

export async function removeExclusion(
  ctx: RequestContext,
  { memberId }: RemoveExclusionInput,
): Promise<RemoveExclusionPayload> {
  const [[gone]] = await ctx.unit.write([
    writeSql<{ count: number; displayName: string | null }>(
      `select removed.count, m.display_name as "displayName" from access.remove_exclusion((select access.membership_id()), $1) removed (count)
         left join membership m on m.organization_id = (select access.organization_id()) and m.id = $1`,
      [memberId],
    ),
  ])
  if (!gone?.count) throw notFound()
  return { person: { id: memberId, displayName: gone.displayName } }
}
