import { validateText } from '@alongside/shared/validation/validation-error'
import { readSql, writeSql } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertFrom } from '../../database/statements.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { Person } from '../../people/person.types.ts'
import { ExclusionPreference } from './exclusion-preference.entity.ts'

// Whom a peer keeps from supervising them: theirs alone. Nothing here is audited, told, counted or given a reason.

const MAX_CHOICES = 20
const MAX_SEARCH_CHARACTERS = 80

export function myExclusions(ctx: RequestContext): Promise<Person[]> {
  return ctx.unit.run<Person>(
    `select x.excluded_id as id, m.display_name as "displayName"
       from exclusion_preference x
       left join membership m on m.organization_id = x.organization_id and m.id = x.excluded_id
      where x.organization_id = (select access.organization_id()) and x.peer_id = (select access.membership_id())
      order by m.display_name, x.excluded_id`,
  )
}

/** Any colleague, whoever they are today: somebody can become a supervisor later. */
export async function exclusionChoices(ctx: RequestContext, search: string | null): Promise<Person[]> {
  rejectIfInvalid(validateText('search', search, MAX_SEARCH_CHARACTERS))
  return ctx.unit.run<Person>(
    `select m.id, m.display_name as "displayName" from membership m
      where m.organization_id = (select access.organization_id()) and m.id <> (select access.membership_id())
        and m.disabled_at is null and strpos(lower(m.display_name), lower($1)) > 0
        and not exists (
          select from exclusion_preference x
           where x.organization_id = m.organization_id and x.peer_id = (select access.membership_id())
             and x.excluded_id = m.id)
      order by m.display_name, m.id limit ${MAX_CHOICES}`,
    [search?.trim() ?? ''],
  )
}

/** Again changes nothing; whoever supervises the peer already goes on until that is ended. */
export async function excludeFromSupervision(ctx: RequestContext, memberId: string): Promise<string> {
  const [, kept] = await ctx.unit.write([
    insertFrom(
      ExclusionPreference,
      `from membership m
        where m.organization_id = (select access.organization_id()) and m.id = :memberId
          and m.id <> (select access.membership_id())`,
      { peerId: ME, excludedId: () => 'm.id', madeAt: NOW },
      { onConflict: 'nothing', parameters: { memberId } },
    ),
    readSql(
      `select from exclusion_preference x
        where x.organization_id = (select access.organization_id()) and x.peer_id = (select access.membership_id())
          and x.excluded_id = $1`,
      [memberId],
    ),
  ])
  if (kept.length === 0) throw notFound()
  return memberId
}

export async function takeBackExclusion(ctx: RequestContext, memberId: string): Promise<string> {
  const [[gone]] = await ctx.unit.write([
    writeSql<{ count: number }>('select access.remove_exclusion($1) as count', [memberId]),
  ])
  if (!gone?.count) throw notFound()
  return memberId
}
