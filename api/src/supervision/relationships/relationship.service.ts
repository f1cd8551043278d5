import type { ValidationError, ValidationProblem } from '@alongside/shared/validation/validation-error'
import {
  reassignmentDays,
  validateReassignment,
  validateProposeRelationship,
} from '@alongside/shared/supervision/relationships/relationship-input'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { readSql, type Read, type Write, writeSql } from '../../database/reads-and-writes.ts'
import type { Actor, Transaction } from '../../database/unit-of-work.ts'
import { ME, NOW, columnsOf, insertFrom, type Sql, updateOf } from '../../database/statements.ts'
import { notification } from '../../notifications/notify.ts'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { SUPERVISED_ROLES } from '../supervised.ts'
import type { ProposeSupervisionRelationshipInput, ReassignSupervisionInput } from './relationship.types.ts'
import { SupervisionRelationship } from './supervision-relationship.entity.ts'

// Who supervises whom: a manager proposes, reassigns and ends, never in favor of themselves. The peer is told before a
// relationship is in force; a supportive one begins when the peer accepts it.

const RELATIONSHIP = ['peerId', 'supervisorId', 'type', 'acceptedAt'] as const
type Relationship = Pick<SupervisionRelationship, (typeof RELATIONSHIP)[number]>
const COLUMNS = columnsOf(SupervisionRelationship, 'r', RELATIONSHIP)
const NOT_ENDED = 'ends_on is null or ends_on >= (select access.today())'

/** Whoever cannot be named is refused alike, after the same statements: the database folds the reasons into one. */
export function proposeSupervisionRelationship(
  ctx: RequestContext,
  input: ProposeSupervisionRelationshipInput,
): Promise<string> {
  const add = async (tx: Transaction, id: string) => {
    requireConfirmedPassword(tx.actor)
    refuseOneself(tx.actor, input.supervisorId)
    rejectIfInvalid(validateProposeRelationship(input, tx.actor.today))
    const [[made], away] = await tx.write([newRelationship(id, input), absentFor(input)])
    const isAway = input.standsInForId == null || away.length > 0
    rejectIfInvalid([
      ...(made ? [] : [{ field: 'peerId', problem: 'not-found' } as const]),
      ...(isAway ? [] : [{ field: 'standsInForId', problem: 'not-found' } as const]),
    ])
    await tx.write(peerTold(id, input))
  }
  return once(ctx, 'proposeSupervisionRelationship', input, add, (id) => id).catch(refuseConstraint)
}

/** One transaction: nobody stands without supervision because the second half failed. */
export function reassignSupervision(ctx: RequestContext, input: ReassignSupervisionInput): Promise<string> {
  const add = (tx: Transaction, id: string) => reassignOne(tx, id, input)
  return once(ctx, 'reassignSupervision', input, add, (id) => id).catch(refuseConstraint)
}

/** Ends the one and adds the next; the fields of its errors are those of this input. Answers whose it was. */
export async function reassignOne(
  tx: Transaction,
  id: string,
  input: ReassignSupervisionInput,
): Promise<string> {
  requireConfirmedPassword(tx.actor)
  refuseOneself(tx.actor, input.supervisorId)
  const [[before], [ended]] = await tx.write([
    readSql<{ endsOn: string | null }>(
      `select ends_on::text as "endsOn" from supervision_relationship r
        where r.organization_id = (select access.organization_id()) and r.id = $1 for update`,
      [input.relationshipId],
    ),
    relationshipEnded(input.relationshipId, input.lastOn),
  ])
  if (!before || !ended) throw notFound()
  const { peerId, supervisorId, type } = ended
  rejectIfInvalid(validateReassignment(input, type, tx.actor.today))
  const { startsOn } = reassignmentDays(input.lastOn)
  if (supervisorId === input.supervisorId.toLowerCase())
    rejectIfInvalid([{ field: 'supervisorId', problem: 'already-there' }])
  const next = { ...input, peerId, type, startsOn, isSubstitute: false }
  rejectIfInvalid(validateProposeRelationship(next, tx.actor.today))
  const [[made]] = await tx.write([
    newRelationship(id, next, { replacesId: input.relationshipId, replacedEndedOn: before.endsOn }),
    ...endTold(input.relationshipId, ended, tx.actor.membershipId),
  ])
  if (!made) throw notFound()
  await tx.write(peerTold(id, next))
  return supervisorId
}

/** Begins today at the earliest, and reaches nothing from before. */
export function acceptSupportiveRelationship(ctx: RequestContext, id: string): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [[accepted], [relationship]] = await tx.write([
      writeSql<{ count: number }>('select access.accept_supportive_relationship($1) as count', [id]),
      readSql<Relationship>(
        `select ${COLUMNS} from supervision_relationship r
          where r.organization_id = (select access.organization_id()) and r.id = $1`,
        [id],
      ),
    ])
    if (!accepted?.count || !relationship) throw notFound()
    const told = notification({
      recipientId: relationship.supervisorId,
      kind: 'SUPERVISION_ACCEPTED',
      key: `supervision-accepted:${id}`,
      subjectId: id,
    })
    await tx.write(told)
    return id
  })
}

/** The peer says no to a proposal: it never was in force, and nobody is told. */
export async function declineSupportiveRelationship(ctx: RequestContext, id: string): Promise<string> {
  const proposed = { id, type: SupervisionType.SUPPORTIVE, peerId: ME, acceptedAt: null }
  const and = 'ends_on is null or ends_on >= starts_on'
  const never = { endsOn: () => 'starts_on - 1' }
  const [declined] = await ctx.unit.write([
    updateOf(SupervisionRelationship, proposed, never, { and, returning: ['id'] }),
  ])
  if (declined.length === 0) throw notFound()
  return id
}

/**
 * Acts at the next request: its last day is yesterday. A peer may end their own supportive one, and is not asked for the
 * password: to withdraw is as easy as to accept.
 */
export function endSupervisionRelationship(ctx: RequestContext, id: string): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const yesterday = () => 'greatest(starts_on - 1, access.today() - 1)'
    const [[ended]] = await tx.write([relationshipEnded(id, yesterday)])
    if (!ended) throw notFound()
    if (ended.peerId !== tx.actor.membershipId) requireConfirmedPassword(tx.actor)
    await tx.write(endTold(id, ended, tx.actor.membershipId))
    return id
  })
}

/** Nobody names themselves: the database refuses it as well. */
function refuseOneself({ membershipId }: Actor, supervisorId: string): void {
  if (supervisorId.toLowerCase() === membershipId)
    rejectIfInvalid([{ field: 'supervisorId', problem: 'not-an-option' }])
}

function relationshipEnded(id: string, endsOn: string | Sql): Write<Relationship> {
  return updateOf(SupervisionRelationship, { id }, { endsOn }, { and: NOT_ENDED, returning: RELATIONSHIP })
}

type Replaced = Pick<SupervisionRelationship, 'replacesId' | 'replacedEndedOn'>

/** It ends with somebody's last day at the latest. None begins while one of the two is away. */
function newRelationship(
  id: string,
  input: ProposeSupervisionRelationshipInput,
  replaced: Replaced = { replacesId: null, replacedEndedOn: null },
): Write<{ id: string }> {
  const { supervisorId, peerId, type, startsOn, endsOn = null } = input
  const { supervisorHasPeerExperience, isSubstitute, standsInForId = null } = input
  const who = { id, supervisorId, peerId, type, supervisorHasPeerExperience }
  const row = { ...who, ...replaced, startsOn, ...ENDS, isSubstitute, standsInForId, proposedAt: NOW }
  const acceptedAt = type === SupervisionType.SUPPORTIVE ? null : NOW
  const options = { returning: ['id'], parameters: { endsOn } } as const
  return insertFrom(SupervisionRelationship, PEER_AND_THEIR_LEAVING, { ...row, acceptedAt }, options)
}
const ENDS = {
  endsOn: () => 'least(:endsOn::date, e.leaves_on)',
  endsWithLeaving: () => 'leaving.ends_it',
  endsOnBeforeLeaving: () => 'case when leaving.ends_it then :endsOn::date end',
}
const PEER_AND_THEIR_LEAVING = `
  from membership p
  left join employment e on e.organization_id = p.organization_id and e.member_id = p.id
   and (e.returns_on is null or e.returns_on > :startsOn::date)
  cross join lateral (
    select coalesce(e.leaves_on < coalesce(:endsOn::date, 'infinity'), false) as ends_it) leaving
 where p.organization_id = (select access.organization_id()) and p.id = :peerId and p.roles && ${SUPERVISED_ROLES}
   and p.disabled_at is null and (e.leaves_on is null or e.leaves_on >= :startsOn::date)`

/** Whether the one who is away gives this type to this peer. */
function absentFor(input: ProposeSupervisionRelationshipInput): Read {
  const { standsInForId = null, peerId, type, supervisorId } = input
  return readSql(
    `select from supervision_relationship r
      where r.organization_id = (select access.organization_id()) and r.id = $1 and r.peer_id = $2 and r.type = $3
        and r.supervisor_id <> $4 and (r.ends_on is null or r.ends_on >= (select access.today()))`,
    [standsInForId, peerId, type, supervisorId],
  )
}

function peerTold(id: string, { peerId, type }: ProposeSupervisionRelationshipInput): Write[] {
  return notification({
    recipientId: peerId,
    kind: type === 'SUPPORTIVE' ? 'SUPERVISION_PROPOSED' : 'SUPERVISION_ASSIGNED',
    key: `supervision-proposed:${id}`,
    subjectId: id,
  })
}

/** The other side, or both where the office ended it; of a proposal that was never accepted only the peer knew. */
function endTold(id: string, ended: Relationship, endedBy: string): Write[] {
  const concerned = [ended.peerId, ...(ended.acceptedAt ? [ended.supervisorId] : [])]
  return notification({
    recipientId: concerned.filter((each) => each !== endedBy),
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
  const validationError = constraintError(error)
  if (validationError) rejectIfInvalid([validationError])
  throw error
}

/** What the database refused, in the words of a form. */
export function constraintError(error: unknown): ValidationError | undefined {
  return CONSTRAINTS[(error as { constraint?: string }).constraint ?? '']
}
