import type { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { readSql } from '../../database/reads-and-writes.ts'
import type { Actor, Transaction } from '../../database/unit-of-work.ts'
import { requireUnlockedDevice } from '../../people/sign-in/password-confirmation.service.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'

/** A relationship in force, as one of its two sees it. */
export interface OwnRelationship {
  readonly id: string
  readonly type: SupervisionType
  readonly peerId: string
  readonly supervisorId: string
  readonly isPeer: boolean
}

/** Whether `r` is in force today. */
export const IN_FORCE = /* sql */ `r.accepted_at is not null and r.starts_on <= (select access.today())
  and (r.ends_on is null or r.ends_on >= (select access.today()))`
const IS_MINE = /* sql */ `(r.peer_id = (select access.membership_id())
  or r.supervisor_id = (select access.membership_id()) and r.peer_id = any (access.peers_of(r.type)))`

/** Anybody else's, one that has ended and one that never was answer alike. */
export async function ownRelationship(tx: Transaction, id: string): Promise<OwnRelationship> {
  const [[found]] = await tx.write([
    readSql<OwnRelationship>(
      `select r.id, r.type, r.peer_id as "peerId", r.supervisor_id as "supervisorId",
              r.peer_id = (select access.membership_id()) as "isPeer"
         from supervision_relationship r
        where r.organization_id = (select access.organization_id()) and r.id = $1 and ${IN_FORCE} and ${IS_MINE}`,
      [id],
    ),
  ])
  if (!found) throw notFound()
  if (found.type === 'SUPPORTIVE') requireUnlockedDevice(tx.actor)
  return found
}

/** The other one of the two: whoever writes something is not told of it. */
export function otherOf({ isPeer, peerId, supervisorId }: OwnRelationship): string {
  return isPeer ? supervisorId : peerId
}

/**
 * On a shared device, asks for the password before supportive content of the peer (null: one's own) could be in the
 * answer. Where there is no supportive supervision between the two, there is nothing to close.
 */
export async function requireUnlockedSupport(ctx: RequestContext, peerId: string | null): Promise<Actor> {
  const [[supported], actor] = await Promise.all([
    ctx.unit.run<{ exists: boolean }>(
      `select exists (
         select from supervision_relationship r
          where r.organization_id = (select access.organization_id()) and r.type = 'SUPPORTIVE'
            and case when $1::uuid is null then r.peer_id = (select access.membership_id())
                     else r.peer_id = $1 and r.supervisor_id = (select access.membership_id()) end) as exists`,
      [peerId],
    ),
    ctx.unit.actor(),
  ])
  if (supported?.exists) requireUnlockedDevice(actor)
  return actor
}

/** Their invitation may come to somebody else: nothing is written about a peer who has not joined. */
export function refuseNotJoined(field: string): (error: unknown) => never {
  return (error) => {
    if ((error as { constraint?: string }).constraint === 'written_about_joined_peers')
      rejectIfInvalid([{ field, problem: 'not-joined' }])
    throw error
  }
}
