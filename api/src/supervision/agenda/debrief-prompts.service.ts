import type { HostAgencyKind } from '@alongside/shared/people/host-agencies/host-agency-kinds'
import { type DebriefPrompt, debriefPromptsFor } from '@alongside/shared/supervision/sessions/debrief-prompts'
import type { RequestContext } from '../../server/request-context.ts'

/** For a peer whose placements the caller can read (null: the caller); for anybody else there are none. */
export async function debriefPrompts(
  ctx: RequestContext,
  peerId: string | null,
): Promise<readonly DebriefPrompt[]> {
  const agencies = await ctx.unit.run<{ kind: HostAgencyKind }>(
    `select distinct g.kind
       from placement p
       join host_agency g on g.organization_id = p.organization_id and g.id = p.host_agency_id
      where p.organization_id = (select access.organization_id()) and p.voided_at is null
        and p.peer_id = coalesce($1::uuid, (select access.membership_id()))
        and p.starts_on <= (select access.today()) and (p.ends_on is null or p.ends_on >= (select access.today()))`,
    [peerId],
  )
  return debriefPromptsFor(agencies.map(({ kind }) => kind))
}
