import { validateText } from '@alongside/shared/validation/validation-error'
import { personPage } from '../../people/person-page.service.ts'
import type { PersonConnection } from '../../people/person.types.ts'
import { batched } from '../../server/graphql/batched.ts'
import type { PageArgs } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { UNCERTIFIED } from '../status/stored-status.ts'
import type { PeersWithoutCertificationFilter } from './renewal.types.ts'

const SEARCH_LIMIT = 100

/** Whoever works as a peer and holds nothing is in no list of certifications, and is the gravest gap of all. */
export async function peersWithoutCertification(
  ctx: RequestContext,
  { search, teamId, hostAgencyId }: PeersWithoutCertificationFilter,
  page: PageArgs,
): Promise<PersonConnection> {
  rejectIfInvalid(validateText('filter.search', search, SEARCH_LIMIT))
  return personPage(ctx, page, UNCERTIFIED, [search?.trim() || null, teamId ?? null, hostAgencyId ?? null])
}

/** The latest check decides: one that found otherwise is no verification, whatever came before. */
export const verifiedOn = batched<string | null>(async (ctx, certificationIds) => {
  const rows = await ctx.unit.run<{ id: string; verifiedOn: string | null }>(
    `select distinct on (v.certification_id) v.certification_id as id,
            case v.result when 'AS_RECORDED' then v.checked_on end as "verifiedOn"
       from certification_verification v
      where v.organization_id = (select access.organization_id()) and v.certification_id = any ($1::uuid[])
        and v.voided_at is null
      order by v.certification_id, v.checked_on desc, v.recorded_at desc, v.id`,
    [certificationIds],
  )
  return new Map(rows.map((row) => [row.id, row.verifiedOn]))
}, null)

export const teamNameOf = batched<string | null>(async (ctx, peerIds) => {
  const rows = await ctx.unit.run<{ id: string; name: string }>(
    `select e.member_id as id, t.name
       from employment e
       join reporting_team t on t.organization_id = e.organization_id and t.id = e.team_id
      where e.organization_id = (select access.organization_id()) and e.member_id = any ($1::uuid[])`,
    [peerIds],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}, null)
