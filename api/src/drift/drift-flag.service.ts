import { randomUUID } from 'node:crypto'
import {
  SECONDS_TO_UNDO_A_FLAG,
  validateRaiseFlag,
  validateResponse,
} from '@alongside/shared/drift/flag-input'
import { isBlank } from '@alongside/shared/validation/one-line'
import { visibleToSupervisorsAt } from '@alongside/shared/drift/flag-visibility'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { type Read, readSql, type Write } from '../database/reads-and-writes.ts'
import { insertFrom, insertOf, ME, NOW, type Sql, updateOf } from '../database/statements.ts'
import type { Transaction } from '../database/unit-of-work.ts'
import { notification } from '../notifications/notify.ts'
import { notFound, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import { once } from '../server/submissions/once.ts'
import { draftRemoved } from './drafts/drift-flag-draft.service.ts'
import { DriftFlagResponse } from './drift-flag-response.entity.ts'
import { DriftFlagShare } from './drift-flag-share.entity.ts'
import { DriftFlag } from './drift-flag.entity.ts'
import type {
  AddDriftFlagResponseInput,
  RaiseDriftFlagInput,
  RaiseObservedDriftFlagInput,
  RaiseObservedDriftFlagPayload,
  ReleaseDriftFlagInput,
  AddDriftFlagReaderInput,
} from './drift-changes.types.ts'
import { ownFlagAfter, TAUGHT_OR_SUPPORTED } from './drift-lists.service.ts'
import { readersOf, requireAllFound, sharedWith } from './readers/flag-readers.service.ts'
import type { OwnDriftFlag } from './drift.types.ts'

// Raising a flag, opening it, adding a response, and sharing it with managers or with a supervisor who came later.

/** The end of the time in which the peer can undo it, and nobody else sees it. */
const WHEN_IT_STAYS: Sql = () => `access.now() + interval '${SECONDS_TO_UNDO_A_FLAG} seconds'`

/** A peer about their own work: they know it, so that nobody waits for them to open it. */
export async function raiseDriftFlag(ctx: RequestContext, input: RaiseDriftFlagInput): Promise<OwnDriftFlag> {
  rejectIfInvalid(validateRaiseFlag(input))
  const response = input.response?.trim()
  const said = { evidence: input.evidence.trim(), cause: input.cause }
  const raised = { peerId: ME, raisedByKind: 'PEER', raisedById: ME, raisedAt: NOW }
  const { draftId, supervisorIds = null } = input
  const add = async (tx: Transaction, id: string) => {
    const onlyChosenReaders = supervisorIds !== null
    await tx.write([
      insertOf(DriftFlag, { id, ...said, ...raised, openedAt: WHEN_IT_STAYS, onlyChosenReaders }),
      ...(response ? [responseAdded(randomUUID(), id, response)] : []),
      ...(draftId ? [draftRemoved(draftId)] : []),
    ])
    if (supervisorIds === null) return
    const [, found] = await tx.write([sharedWith(id, supervisorIds, WHEN_IT_STAYS), readersOf(id)])
    requireAllFound(supervisorIds, found)
  }
  return once(ctx, 'raiseDriftFlag', input, add, (id) => ownFlagAfter(ctx, id, []))
}

/** A flag is about the peer role: who is supervised without holding it has none. */
const isPeer = (id: string): string =>
  `exists (select from membership m where m.organization_id = (select access.organization_id())
                and m.id = ${id}::uuid and 'PEER' = any (m.roles))`

/** A supervisor about what they saw of a peer whom they teach or support; they see it again once the peer does. */
export async function raiseObservedDriftFlag(
  ctx: RequestContext,
  input: RaiseObservedDriftFlagInput,
): Promise<RaiseObservedDriftFlagPayload> {
  rejectIfInvalid(validateRaiseFlag(input))
  const { peerId, cause } = input
  const said = { evidence: input.evidence.trim(), cause }
  const raised = { peerId, raisedByKind: 'SUPERVISOR', raisedById: ME, raisedAt: NOW }
  const add = async (tx: Transaction, id: string) => {
    const [peers] = await tx
      .write([
        readSql(`select where $1::uuid = any (${TAUGHT_OR_SUPPORTED}) and ${isPeer('$1')}`, [peerId]),
        insertFrom(DriftFlag, `where :peerId::uuid = any (${TAUGHT_OR_SUPPORTED}) and ${isPeer(':peerId')}`, {
          id,
          ...said,
          ...raised,
        }),
        ...notification({
          recipientId: peerId,
          kind: NotificationKind.FLAG_TOLD,
          key: `flag:${id}`,
          subjectId: id,
          among: TAUGHT_OR_SUPPORTED,
        }),
      ])
      .catch(refuseNotJoined)
    if (peers.length === 0) throw notFound()
  }
  return once(ctx, 'raiseObservedDriftFlag', input, add, (driftFlagId, _, raisedAt) => ({
    driftFlagId,
    seenBySupervisorsFrom: visibleToSupervisorsAt({ raisedAt, openedAt: null }) ?? raisedAt,
  }))
}

/** Their invitation may come to somebody else: nothing is written about a peer who has not joined. */
function refuseNotJoined(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'written_about_joined_peers')
    rejectIfInvalid([{ field: 'peerId', problem: 'not-joined' }])
  throw error
}

/** From now on the peer's educational and supportive supervisors see the flag. */
export async function openDriftFlag(ctx: RequestContext, id: string): Promise<OwnDriftFlag> {
  const opened = updateOf(DriftFlag, { id, peerId: ME, openedAt: null }, { openedAt: NOW })
  return ownFlagAfter(ctx, id, [opened])
}

export async function addDriftFlagResponse(
  ctx: RequestContext,
  input: AddDriftFlagResponseInput,
): Promise<OwnDriftFlag> {
  const { driftFlagId, text } = input
  rejectIfInvalid(isBlank(text) ? [{ field: 'text', problem: 'required' }] : validateResponse('text', text))
  const add = (tx: Transaction, id: string) => tx.write([responseAdded(id, driftFlagId, text.trim())])
  return once(ctx, 'addDriftFlagResponse', input, add, () => ownFlagAfter(ctx, driftFlagId, []))
}

/** Shares one flag with the managers, for good: what somebody has read cannot be called back. */
export async function releaseDriftFlag(
  ctx: RequestContext,
  { driftFlagId: id, as }: ReleaseDriftFlagInput,
): Promise<OwnDriftFlag> {
  const opened = { openedAt: () => 'coalesce(opened_at, access.now())' }
  const released = { releasedAt: NOW, releasedAs: as, ...opened }
  return ownFlagAfter(ctx, id, [updateOf(DriftFlag, { id, peerId: ME, releasedAt: null }, released)])
}

/** With one of the peer's own educational or supportive supervisors, for as long as that supervision lasts. */
export async function addDriftFlagReader(
  ctx: RequestContext,
  { driftFlagId, relationshipId }: AddDriftFlagReaderInput,
): Promise<OwnDriftFlag> {
  await ctx.unit.transaction(async (tx) => {
    const [[relationship]] = await tx.write([ownRelationship(driftFlagId, relationshipId)])
    if (!relationship) throw notFound()
    const share = { flagId: driftFlagId, relationshipId, peerId: ME, sharedAt: NOW }
    await tx.write([
      updateOf(DriftFlag, { id: driftFlagId, peerId: ME, openedAt: null }, { openedAt: NOW }),
      insertOf(DriftFlagShare, share, { onConflict: 'nothing' }),
      ...notification({
        recipientId: relationship.supervisorId,
        kind: NotificationKind.FLAG_SHARED,
        key: `flag-shared:${driftFlagId}:${relationshipId}`,
        subjectId: driftFlagId,
      }),
    ])
  })
  return ownFlagAfter(ctx, driftFlagId, [])
}

/** Where the flag or the supervision is not one's own, or has ended, there is nothing. */
function ownRelationship(flagId: string, relationshipId: string): Read<{ supervisorId: string }> {
  return readSql(
    `select r.supervisor_id as "supervisorId" from supervision_relationship r
       join drift_flag f on f.organization_id = r.organization_id and f.peer_id = r.peer_id and f.id = $1
      where r.organization_id = (select access.organization_id()) and r.id = $2
        and r.peer_id = (select access.membership_id()) and r.type in ('EDUCATIONAL', 'SUPPORTIVE')
        and r.accepted_at is not null and (r.ends_on is null or r.ends_on >= (select access.today()))`,
    [flagId, relationshipId],
  )
}

function responseAdded(id: string, flagId: string, text: string): Write {
  const toOwnFlag = `from drift_flag f
    where f.organization_id = (select access.organization_id()) and f.id = :flagId
      and f.peer_id = (select access.membership_id())`
  const response = { id, flagId, peerId: ME, writtenAt: NOW, text }
  return insertFrom(DriftFlagResponse, toOwnFlag, response)
}
