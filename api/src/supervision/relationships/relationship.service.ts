import { randomUUID } from 'node:crypto'
import type { ValidationError, ValidationProblem } from '@alongside/shared/validation/validation-error'
import {
  reassignmentDays,
  validateReassignment,
  validateProposeRelationship,
} from '@alongside/shared/supervision/relationships/relationship-input'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notify } from '../../notifications/notify.ts'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { ProposeSupervisionRelationshipInput, ReassignSupervisionInput } from './relationship.types.ts'

// Who supervises whom: a manager proposes, reassigns and ends; a supportive one begins when the peer accepts it.

interface Relationship {
  readonly peerId: string
  readonly supervisorId: string
  readonly type: SupervisionType
  readonly accepted: boolean
}
const RELATIONSHIP = `r.peer_id as "peerId", r.supervisor_id as "supervisorId", r.type, r.accepted_at is not null as accepted`

/** Whoever cannot be named is refused alike, after the same statements: the database folds the reasons into one. */
export function proposeSupervisionRelationship(
  ctx: RequestContext,
  input: ProposeSupervisionRelationshipInput,
): Promise<string> {
  return ctx.unit
    .transaction(async (tx) => {
      requireConfirmedPassword(tx.actor)
      rejectIfInvalid(validateProposeRelationship(input, tx.actor.today))
      const [id, away] = await Promise.all([insertRelationship(tx, input), absentFor(tx, input)])
      rejectIfInvalid([
        ...(id ? [] : [{ field: 'peerId', problem: 'not-found' } as const]),
        ...(away ? [] : [{ field: 'standsInForId', problem: 'not-found' } as const]),
      ])
      await tellPeer(tx, id ?? '', input)
      return id ?? ''
    })
    .catch(refuseConstraint)
}

/** One transaction: nobody stands without supervision because the second half failed. */
export function reassignSupervision(ctx: RequestContext, input: ReassignSupervisionInput): Promise<string> {
  return ctx.unit
    .transaction(async (tx) => {
      requireConfirmedPassword(tx.actor)
      rejectIfInvalid(validateReassignment(input, tx.actor.today))
      const { endsOn, startsOn } = reassignmentDays(input.lastOn)
      const [ended] = await tx.run<Relationship>(
        `update supervision_relationship r set ends_on = $2
          where r.organization_id = (select access.organization_id()) and r.id = $1
            and (r.ends_on is null or r.ends_on >= (select access.today()))
          returning ${RELATIONSHIP}`,
        [input.relationshipId, endsOn],
      )
      if (!ended) throw notFound()
      const { peerId, supervisorId, type } = ended
      if (supervisorId === input.supervisorId.toLowerCase())
        rejectIfInvalid([{ field: 'supervisorId', problem: 'already-there' }])
      const next = { ...input, peerId, type, startsOn, isSubstitute: false }
      rejectIfInvalid(validateProposeRelationship(next, tx.actor.today))
      const [id] = await Promise.all([
        insertRelationship(tx, next),
        tellEnded(tx, input.relationshipId, ended),
      ])
      if (!id) throw notFound()
      await tellPeer(tx, id, next)
      return id
    })
    .catch(refuseConstraint)
}

/** Begins today at the earliest, and reaches nothing from before. */
export function acceptSupportiveRelationship(ctx: RequestContext, id: string): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [[accepted], [relationship]] = await Promise.all([
      tx.run<{ count: number }>('select access.accept_supportive_relationship($1) as count', [id]),
      tx.run<Relationship>(
        `select ${RELATIONSHIP} from supervision_relationship r
          where r.organization_id = (select access.organization_id()) and r.id = $1`,
        [id],
      ),
    ])
    if (!accepted?.count || !relationship) throw notFound()
    const recipientId = relationship.supervisorId
    await notify((text, values) => tx.run(text, values), {
      recipientId,
      kind: 'SUPERVISION_ACCEPTED',
      key: `supervision-accepted:${id}`,
      subjectId: id,
    })
    return id
  })
}

/** The peer says no to a proposal: it never was in force, and nobody is told. */
export async function declineSupportiveRelationship(ctx: RequestContext, id: string): Promise<string> {
  const declined = await ctx.unit.run(
    `update supervision_relationship set ends_on = starts_on - 1
      where organization_id = (select access.organization_id()) and id = $1 and type = 'SUPPORTIVE'
        and peer_id = (select access.membership_id()) and accepted_at is null
        and (ends_on is null or ends_on >= starts_on)
      returning id`,
    [id],
  )
  if (declined.length === 0) throw notFound()
  return id
}

/** Acts at the next request: its last day is yesterday. A peer may end their own supportive one. */
export function endSupervisionRelationship(ctx: RequestContext, id: string): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [ended] = await tx.run<Relationship>(
      `update supervision_relationship r
          set ends_on = greatest(r.starts_on - 1, access.today() - 1)
        where r.organization_id = (select access.organization_id()) and r.id = $1
          and (r.ends_on is null or r.ends_on >= (select access.today()))
        returning ${RELATIONSHIP}`,
      [id],
    )
    if (!ended) throw notFound()
    await tellEnded(tx, id, ended)
    return id
  })
}

/** With somebody's last day it ends as well; while they are away none begins. */
async function insertRelationship(
  tx: Transaction,
  input: ProposeSupervisionRelationshipInput,
): Promise<string | undefined> {
  const [made] = await tx.run<{ id: string }>(
    `insert into supervision_relationship (organization_id, id, supervisor_id, peer_id, type, starts_on, ends_on,
       ends_with_leaving, ends_on_before_leaving, proposed_at, accepted_at, supervisor_has_peer_experience, is_substitute,
       stands_in_for_id)
     select p.organization_id, $1, $2, p.id, $4, $5, least($6::date, e.leaves_on), leaving.ends_it,
            case when leaving.ends_it then $6::date end, access.now(),
            case when $4::text = 'SUPPORTIVE' then null else access.now() end, $7, $8, $9
       from membership p
       left join employment e on e.organization_id = p.organization_id and e.member_id = p.id
        and (e.returns_on is null or e.returns_on > $5::date)
       cross join lateral (
         select coalesce(e.leaves_on < coalesce($6::date, 'infinity'), false) as ends_it) leaving
      where p.organization_id = (select access.organization_id()) and p.id = $3 and 'PEER' = any (p.roles)
        and p.disabled_at is null and (e.leaves_on is null or e.leaves_on >= $5::date)
     returning id`,
    [
      randomUUID(),
      input.supervisorId,
      input.peerId,
      input.type,
      input.startsOn,
      input.endsOn ?? null,
      input.supervisorHasPeerExperience,
      input.isSubstitute,
      input.standsInForId ?? null,
    ],
  )
  return made?.id
}

/** Whether the one who is away gives this type to this peer; true where nobody is stood in for. */
async function absentFor(tx: Transaction, input: ProposeSupervisionRelationshipInput): Promise<boolean> {
  const { standsInForId = null, peerId, type, supervisorId } = input
  const found = await tx.run(
    `select from supervision_relationship r
      where r.organization_id = (select access.organization_id()) and r.id = $1 and r.peer_id = $2 and r.type = $3
        and r.supervisor_id <> $4 and (r.ends_on is null or r.ends_on >= (select access.today()))`,
    [standsInForId, peerId, type, supervisorId],
  )
  return standsInForId === null || found.length > 0
}

async function tellPeer(
  tx: Transaction,
  id: string,
  { peerId, type }: ProposeSupervisionRelationshipInput,
): Promise<void> {
  if (type !== 'SUPPORTIVE') return
  await notify((text, values) => tx.run(text, values), {
    recipientId: peerId,
    kind: 'SUPERVISION_PROPOSED',
    key: `supervision-proposed:${id}`,
    subjectId: id,
  })
}

/** The other side, or both where the office ended it; of a proposal that was never accepted only the peer knew. */
async function tellEnded(tx: Transaction, id: string, ended: Relationship): Promise<void> {
  const concerned = [ended.peerId, ...(ended.accepted ? [ended.supervisorId] : [])]
  await notify((text, values) => tx.run(text, values), {
    recipientId: concerned.filter((each) => each !== tx.actor.membershipId),
    kind: 'SUPERVISION_ENDED',
    key: `supervision-ended:${id}`,
    subjectId: id,
  })
}

const refused = (field: string, problem: ValidationProblem): ValidationError => ({ field, problem })

/** What only the database knows. One who does not exist here is as unavailable as one who is. */
const CONSTRAINTS: Readonly<Record<string, ValidationError>> = {
  supervision_relationship_once_at_a_time: refused('supervisorId', 'already-there'),
  supervision_relationship_overlaps: refused('supervisorId', 'already-there'),
  supervision_relationship_unavailable: refused('supervisorId', 'unavailable'),
  supervision_relationship_host_agency_staff: refused('supervisorId', 'unavailable'),
  supervision_relationship_organization_id_supervisor_id_fkey: refused('supervisorId', 'unavailable'),
  supervision_relationship_organization_id_stands_in_for_id_fkey: refused('standsInForId', 'not-found'),
  supervision_relationship_end_extended: refused('lastOn', 'too-far-ahead'),
  supervision_relationship_ends_after_start: refused('lastOn', 'before-its-start'),
}

function refuseConstraint(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  const validationError = CONSTRAINTS[constraint ?? '']
  if (validationError) rejectIfInvalid([validationError])
  throw error
}
