/** People who belong to the organization before they first sign in: their membership, and the link that opens it. */
import { randomUUID } from 'node:crypto'
import { readSql, type Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, TODAY, insertRowsOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { type AppServices, hashToken } from '../../server/request-context.ts'
import { notified } from '../../notifications/notify.ts'
import { Membership } from '../members/membership.entity.ts'
import { newToken } from '../sign-in/secrets.ts'
import { TAKEN_ADDRESSES } from '../members/member-rows.ts'
import { Invitation } from './invitation.entity.ts'

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
  readonly email: string
  /** None where the link goes by mail: its token is made when the mail is sent, and nobody else ever has it. */
  readonly token: string | null
  readonly expiresAt: Date
}

/** Where a mail server is set up, links go by mail and no other way. A demo organization mails nobody. */
export async function areLinksMailed(tx: Transaction, { mailer }: AppServices): Promise<boolean> {
  if (mailer === null) return false
  const [organization] = await tx.run<{ isDemo: boolean }>(
    'select is_demo as "isDemo" from organization where id = (select access.organization_id())',
  )
  return organization?.isDemo === false
}

/** Until the transaction ends nobody else makes a link here. */
export const IN_TURN = readSql(
  "select pg_advisory_xact_lock(hashtextextended('inviting into ' || (select access.organization_id()), 0))",
)

/** Until the transaction ends nobody else invites here, so that one address stands for one member. */
export async function addressesTaken(
  tx: Transaction,
  emails: readonly string[],
): Promise<Map<string, { id: string; hasJoined: boolean }>> {
  const [, rows] = await Promise.all([
    tx.run(IN_TURN),
    tx.run<{ email: string; id: string; hasJoined: boolean }>(TAKEN_ADDRESSES, [emails]),
  ])
  return new Map(rows.map((row) => [row.email, row]))
}

/** Memberships that wait for their accounts, and an invitation each; two statements however many. */
export async function addWaitingMembers(
  tx: Transaction,
  invited: readonly (Omit<Invited, 'membershipId'> & Partial<Invited>)[],
  roles: readonly string[],
  way: LinkWay,
): Promise<MadeInvitation[]> {
  const members = invited.map((one) => ({ ...one, membershipId: one.membershipId ?? randomUUID() }))
  const { made, inserting } = newInvitations(tx.actor.now, members, roles, way)
  const lists = {
    id: members.map(({ membershipId }) => membershipId),
    displayName: members.map(({ displayName }) => displayName),
  }
  await tx.write([insertRowsOf(Membership, lists, { roles, joinedOn: TODAY }), inserting])
  return made
}

/** An open invitation for each of these memberships; there must be none yet. */
export function newInvitations(
  now: Date,
  members: readonly Invited[],
  roles: readonly string[],
  way: LinkWay,
): { made: MadeInvitation[]; inserting: Write } {
  const expiresAt = way === 'BY_HAND_LATER' ? now : new Date(now.getTime() + LINK_OPEN_MS)
  const byMail = way === 'BY_MAIL_LATER'
  const made = members.map(({ email }) => ({
    id: randomUUID(),
    email,
    token: byMail ? null : newToken(),
    expiresAt,
  }))
  const lists = {
    id: made.map(({ id }) => id),
    email: members.map(({ email }) => email),
    displayName: members.map(({ displayName }) => displayName),
    membershipId: members.map(({ membershipId }) => membershipId),
    tokenHash: made.map(({ token }) => (token === null ? null : hashToken(token))),
  }
  const mailWantedAt = byMail ? NOW : null
  const shared = { roles, invitedBy: ME, createdAt: NOW, expiresAt, mailWantedAt }
  const inserting = insertRowsOf(Invitation, lists, shared)
  return { made, inserting: byMail ? { ...inserting, announces: notified } : inserting }
}
