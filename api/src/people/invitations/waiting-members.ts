/** People who belong to the organization before they first sign in: their membership, and the link that opens it. */
import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../database/unit-of-work.ts'
import { hashToken } from '../../server/request-context.ts'
import { newToken } from '../sign-in/secrets.ts'
import { TAKEN_ADDRESSES } from '../members/member-rows.ts'

export const LINK_OPEN_FOR_HOURS = 72
const LINK_OPEN_MS = LINK_OPEN_FOR_HOURS * 3_600_000

export interface Invited {
  readonly membershipId: string
  readonly email: string
  readonly displayName: string
}

/** How the link reaches them: in our hands now, by a mail that waits to be sent, or made later by hand. */
export type LinkWay = 'NOW' | 'BY_MAIL_LATER' | 'BY_HAND_LATER'

export interface MadeInvitation {
  readonly id: string
  readonly token: string
  readonly expiresAt: Date
}

/** Until the transaction ends nobody else invites here, so that one address stands for one member. */
export async function addressesTaken(
  tx: Transaction,
  emails: readonly string[],
): Promise<Map<string, { id: string; hasJoined: boolean }>> {
  const [, rows] = await Promise.all([
    tx.run(
      "select pg_advisory_xact_lock(hashtextextended('inviting into ' || (select access.organization_id()), 0))",
    ),
    tx.run<{ email: string; id: string; hasJoined: boolean }>(TAKEN_ADDRESSES, [emails]),
  ])
  return new Map(rows.map((row) => [row.email, row]))
}

/** Memberships that wait for their accounts, and an invitation each; two statements however many. */
export async function addWaitingMembers(
  tx: Transaction,
  invited: readonly Omit<Invited, 'membershipId'>[],
  roles: readonly string[],
  way: LinkWay,
): Promise<MadeInvitation[]> {
  const members = invited.map((one) => ({ ...one, membershipId: randomUUID() }))
  const [, made] = await Promise.all([
    tx.run(
      `insert into membership (organization_id, id, display_name, roles, joined_on)
       select access.organization_id(), one.id, one.name, $3::text[], access.today()
         from unnest($1::uuid[], $2::text[]) one (id, name)`,
      [members.map(({ membershipId }) => membershipId), members.map(({ displayName }) => displayName), roles],
    ),
    addInvitations(tx, members, roles, way),
  ])
  return made
}

/** An open invitation for each of these memberships; there must be none yet. */
export async function addInvitations(
  tx: Transaction,
  members: readonly Invited[],
  roles: readonly string[],
  way: LinkWay,
): Promise<MadeInvitation[]> {
  const { now } = tx.actor
  const expiresAt = way === 'BY_HAND_LATER' ? now : new Date(now.getTime() + LINK_OPEN_MS)
  const made = members.map(() => ({ id: randomUUID(), token: newToken(), expiresAt }))
  await tx.run(
    `insert into invitation (organization_id, id, email, display_name, roles, token_hash, invited_by, created_at,
                             expires_at, membership_id, mail_wanted_at)
     select access.organization_id(), one.id, one.email, one.name, $5::text[], one.token_hash, access.membership_id(),
            access.now(), $7, one.membership_id, case when $8 then access.now() end
       from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $6::bytea[])
            one (id, email, name, membership_id, token_hash)`,
    [
      made.map(({ id }) => id),
      members.map(({ email }) => email),
      members.map(({ displayName }) => displayName),
      members.map(({ membershipId }) => membershipId),
      roles,
      made.map(({ token }) => (way === 'BY_MAIL_LATER' ? null : hashToken(token))),
      expiresAt.toISOString(),
      way === 'BY_MAIL_LATER',
    ],
  )
  return made
}
