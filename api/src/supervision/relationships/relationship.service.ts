import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { randomUUID } from 'node:crypto'
import type { Refusal } from '@alongside/shared/input/refusal'
import { proposeRelationshipRefusals } from '@alongside/shared/supervision/relationship-input'
import { notFound, refuse } from '../../server/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { ProposeSupervisionRelationshipInput } from '../supervision.types.ts'

// Who supervises whom: a manager proposes and ends; a supportive one begins when the peer accepts it.

/** Begins today at the earliest, and reaches nothing from before. */
export async function acceptSupportiveRelationship(ctx: RequestContext, id: string): Promise<string> {
  const [accepted] = await ctx.unit.run<{ count: number }>(
    'select access.accept_supportive_relationship($1) as count',
    [id],
  )
  if (!accepted?.count) throw notFound()
  return id
}

export async function proposeSupervisionRelationship(
  ctx: RequestContext,
  input: ProposeSupervisionRelationshipInput,
): Promise<string> {
  const members = await ctx.unit.run<{ id: string; roles: string[] }>(
    `select id, roles from membership
      where organization_id = (select access.organization_id()) and id = any ($1) and disabled_at is null`,
    [[input.supervisorId, input.peerId]],
  )
  const actor = await ctx.unit.actor()
  const { today } = actor
  requireConfirmedPassword(actor)
  const holds = (id: string, role: string): boolean =>
    members.some((member) => member.id === id.toLowerCase() && member.roles.includes(role))
  const unknown: Refusal[] = [
    ...(holds(input.supervisorId, 'SUPERVISOR')
      ? []
      : [{ field: 'supervisorId', problem: 'not-found' } as const]),
    ...(holds(input.peerId, 'PEER') ? [] : [{ field: 'peerId', problem: 'not-found' } as const]),
  ]
  refuse([...proposeRelationshipRefusals(input, today), ...unknown])
  const id = randomUUID()
  await insertRelationship(ctx, id, input).catch(refuseConstraint)
  return id
}

/** Acts at the next request: its last day is yesterday. A peer may end (or decline) their own supportive one. */
export async function endSupervisionRelationship(ctx: RequestContext, id: string): Promise<string> {
  const ended = await ctx.unit.run(
    `update supervision_relationship
        set ends_on = greatest(starts_on - 1, access.today() - 1)
      where organization_id = (select access.organization_id()) and id = $1
        and (ends_on is null or ends_on >= (select access.today()))
      returning id`,
    [id],
  )
  if (ended.length === 0) throw notFound()
  return id
}

function insertRelationship(ctx: RequestContext, id: string, input: ProposeSupervisionRelationshipInput) {
  return ctx.unit.run(
    `insert into supervision_relationship (organization_id, id, supervisor_id, peer_id, type, starts_on, ends_on,
       proposed_at, accepted_at, supervisor_has_peer_experience, is_substitute)
     values (access.organization_id(), $1, $2, $3, $4, $5, $6, access.now(),
       case when $4::text = 'SUPPORTIVE' then null else access.now() end, $7, $8)`,
    [
      id,
      input.supervisorId,
      input.peerId,
      input.type,
      input.startsOn,
      input.endsOn ?? null,
      input.supervisorHasPeerExperience,
      input.isSubstitute,
    ],
  )
}

/** What only the database knows: the same one is open already, or a host agency's own staff were to do more. */
function refuseConstraint(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'supervision_relationship_once_at_a_time')
    refuse([{ field: 'supervisorId', problem: 'already-there' }])
  if (constraint === 'supervision_relationship_host_agency_staff')
    refuse([{ field: 'type', problem: 'not-an-option' }])
  throw error
}
