import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { mayClose, validateFollowUp } from '@alongside/shared/supervision/follow-ups/follow-up-input'
import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { readSql, type SelectText, type Write } from '../../database/reads-and-writes.ts'
import { insertFrom, insertOf, ME, NOW, TODAY, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { requireUnlockedDevice } from '../../people/sign-in/password-confirmation.service.ts'
import {
  IN_FORCE,
  otherOf,
  type OwnRelationship,
  ownRelationship,
  refuseNotJoined,
} from '../relationships/own-relationship.service.ts'
import { AdministrativeFollowUp } from './administrative-follow-up.entity.ts'
import { EducationalFollowUp } from './educational-follow-up.entity.ts'
import { FOLLOW_UPS, followUpOf, type FollowUpRow } from './follow-up-lists.service.ts'
import type {
  AddFollowUpReaderInput,
  AddFollowUpReaderPayload,
  CreateFollowUpInput,
  CreateFollowUpPayload,
  FollowUp,
  UpdateFollowUpInput,
  UpdateFollowUpPayload,
} from './follow-up.types.ts'
import { SupportiveFollowUpShare } from './supportive-follow-up-share.entity.ts'
import { SupportiveFollowUp } from './supportive-follow-up.entity.ts'

// Agreeing on a follow-up, closing it, and passing a supportive one on.

/** A table for each type, so that the wall between the types is a wall between tables. */
export const FOLLOW_UP_TABLES = {
  ADMINISTRATIVE: AdministrativeFollowUp,
  EDUCATIONAL: EducationalFollowUp,
  SUPPORTIVE: SupportiveFollowUp,
} satisfies Record<SupervisionType, object>

interface OneRow extends FollowUpRow {
  readonly peerId: string
  readonly relationshipId: string
  /** The supervisors who can read it today. */
  readonly readerIds: string[]
}
const BY_ID: SelectText = `
  select one.*, array(
    select r.supervisor_id from supervision_relationship r
     where r.organization_id = (select access.organization_id()) and r.peer_id = one."peerId" and r.type = one.type
       and ${IN_FORCE} and (one.type <> 'SUPPORTIVE' or r.id = one."relationshipId" or exists (
         select from supportive_follow_up_share h
          where h.organization_id = r.organization_id and h.follow_up_id = one.id and h.relationship_id = r.id))
    ) as "readerIds"
    from (${FOLLOW_UPS} and f.id = $1) one`

export async function createFollowUp(
  ctx: RequestContext,
  input: CreateFollowUpInput,
): Promise<CreateFollowUpPayload> {
  const add = async (tx: Transaction, id: string) =>
    agreeOnFollowUp(tx, id, await ownRelationship(tx, input.relationshipId), input)
  return once(ctx, 'createFollowUp', input, add, async (id) => ({ followUp: await followUpById(ctx, id) }))
}

/** Between the two of a relationship; the other one is told. */
export async function agreeOnFollowUp(
  tx: Transaction,
  id: string,
  relationship: OwnRelationship,
  input: Pick<CreateFollowUpInput, 'text' | 'owner' | 'dueOn'>,
): Promise<void> {
  rejectIfInvalid(validateFollowUp(input, tx.actor.today))
  const { type, peerId } = relationship
  const agreed = { text: input.text.trim(), owner: input.owner, dueOn: input.dueOn }
  const followUp = { id, relationshipId: relationship.id, peerId, ...agreed, madeBy: ME, madeAt: NOW }
  const told = notification({
    recipientId: otherOf(relationship),
    kind: NotificationKind.FOLLOW_UP_ADDED,
    key: `follow-up:${id}`,
    subjectId: relationship.id,
  })
  await tx
    .write([insertOf(FOLLOW_UP_TABLES[type], followUp), ...told])
    .catch(refuseNotJoined('relationshipId'))
}

/** Its owner closes it and opens it again; whoever made it can drop it. The other one is told when it is closed. */
export function updateFollowUp(
  ctx: RequestContext,
  { followUpId, state }: UpdateFollowUpInput,
): Promise<UpdateFollowUpPayload> {
  return ctx.unit.transaction(async (tx) => {
    const [[found]] = await tx.write([readSql<OneRow>(BY_ID, [followUpId])])
    if (!found) throw notFound()
    if (!mayClose(state, found)) throw notFound()
    const closed =
      state === 'OPEN'
        ? { closedOn: null, closedBy: null, closedIn: null }
        : { closedOn: TODAY, closedBy: ME, closedIn: null }
    const [, [now]] = await tx.write([
      updateOf(FOLLOW_UP_TABLES[found.type], { id: found.id }, { state, ...closed }),
      readSql<OneRow>(BY_ID, [found.id]),
      ...toldClosed(found, state, tx.actor.membershipId),
    ])
    if (!now) throw notFound()
    return { followUp: followUpOf(now) }
  })
}

function toldClosed({ id, peerId, relationshipId, readerIds }: OneRow, state: string, me: string): Write[] {
  if (state === 'OPEN') return []
  return notification({
    recipientId: [peerId, ...readerIds].filter((each) => each !== me),
    kind: NotificationKind.FOLLOW_UP_CLOSED,
    key: `follow-up-closed:${id}`,
    subjectId: relationshipId,
  })
}

/** The peer passes a supportive follow-up on to the supportive supervisor who came after; sent twice, it is done once. */
export async function addFollowUpReader(
  ctx: RequestContext,
  { followUpId, relationshipId }: AddFollowUpReaderInput,
): Promise<AddFollowUpReaderPayload> {
  requireUnlockedDevice(await ctx.unit.actor())
  const shared = { followUpId: () => 'f.id', relationshipId: () => 'r.id', peerId: ME, sharedAt: NOW }
  const [, [followUp]] = await ctx.unit.write([
    insertFrom(
      SupportiveFollowUpShare,
      `from supportive_follow_up f
         join supervision_relationship r on r.organization_id = f.organization_id and r.peer_id = f.peer_id
        where f.organization_id = (select access.organization_id()) and f.id = :followUp
          and f.peer_id = (select access.membership_id()) and r.id = :relationship and r.type = 'SUPPORTIVE'
          and ${IN_FORCE}`,
      shared,
      { onConflict: 'nothing', parameters: { followUp: followUpId, relationship: relationshipId } },
    ),
    readSql<OneRow & { isShared: boolean }>(
      `select one.*, exists (
         select from supportive_follow_up_share h
          where h.organization_id = (select access.organization_id()) and h.follow_up_id = one.id
            and h.relationship_id = $2) as "isShared"
         from (${FOLLOW_UPS} and f.id = $1 and f.peer_id = (select access.membership_id())) one`,
      [followUpId, relationshipId],
    ),
  ])
  if (!followUp?.isShared) throw notFound()
  return { followUp: followUpOf(followUp) }
}

async function followUpById(ctx: RequestContext, id: string): Promise<FollowUp> {
  const [row] = await ctx.unit.run<OneRow>(BY_ID, [id])
  if (!row) throw notFound()
  return followUpOf(row)
}
