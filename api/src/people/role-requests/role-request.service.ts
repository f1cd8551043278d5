import { randomUUID } from 'node:crypto'
import type { Role } from '@alongside/shared/people/roles'
import type { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { readSql, type SelectText, writeSql } from '../../database/reads-and-writes.ts'
import { insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'
import { RoleRequest } from './role-request.entity.ts'
import type { RoleRequestConnection, RoleRequestShown } from './role-request.types.ts'

// A role for oneself needs a second person: another admin or an auditor. All of them are told, of the request and of
// its answer.

const DAYS_OPEN = 7
const DAY_MS = 86_400_000

/** Whether somebody else has joined. Alone, as while setting up, an admin decides about their own roles. */
export async function needsSecondPerson(tx: Transaction): Promise<boolean> {
  const others = await tx.run(
    `select 1 from membership m
      where m.organization_id = (select access.organization_id()) and m.id <> (select access.membership_id())
        and m.account_id is not null limit 1`,
  )
  return others.length > 0
}

/** Takes the place of a request of theirs that still waits. */
export async function requestRoles(
  tx: Transaction,
  { id: memberId, revision: memberRevision }: { readonly id: string; readonly revision: number },
  roles: readonly Role[],
): Promise<RoleRequestShown> {
  const id = randomUUID()
  const expiresAt = new Date(tx.actor.now.getTime() + DAYS_OPEN * DAY_MS)
  const asked = { memberId, memberRevision, roles, requestedAt: NOW, expiresAt }
  await tx.write([
    updateOf(
      RoleRequest,
      { memberId: ME, decidedAt: null },
      { decidedBy: ME, decidedAt: NOW, isAccepted: false },
    ),
    insertOf(RoleRequest, { id, ...asked }),
    ...(await officeTold(tx, id, 'ROLE_REQUESTED', memberId)),
  ])
  const [[shown]] = await tx.write([readSql<RoleRequestShown>(`${SHOWN} and q.id = $1`, [id])])
  if (!shown) throw notFound()
  return shown
}

export async function roleRequests(ctx: RequestContext, args: PageArgs): Promise<RoleRequestConnection> {
  const page = pageFrom(args, ['', ''])
  const [requestedAt = null, id = null] = page.after ?? []
  const [rows, [count]] = await Promise.all([
    ctx.unit.run<RoleRequestShown>(
      `${SHOWN} and ${WAITING}
         and ($2::text is null or (q.requested_at, q.id::text) > ($2::timestamptz, $3))
        order by q.requested_at, q.id::text limit $1`,
      [page.first + 1, requestedAt, id],
    ),
    ctx.unit.run<{ total: number }>(
      `select count(*) as total from role_request q where ${HERE} and ${WAITING}`,
    ),
  ])
  return connectionOf(rows, page, count?.total ?? 0, (row) => [row.requestedAt.toISOString(), row.id])
}

/** By somebody else, in time, and while the member is as they were. Everything else is not there. */
export function acceptRoleRequest(ctx: RequestContext, id: string): Promise<string> {
  const accepting = ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    const [[request], [accepted]] = await tx.write([
      readSql<{ memberId: string }>(
        `select q.member_id as "memberId" from role_request q where ${HERE} and q.id = $1`,
        [id],
      ),
      writeSql<{ count: number }>('select access.accept_role_request($1) as count', [id]),
    ])
    if (!request || !accepted?.count) throw notFound()
    const { memberId } = request
    await tx.write([
      ...(await officeTold(tx, id, 'ROLE_REQUEST_ANSWERED', memberId)),
      ...notification({ recipientId: memberId, kind: 'ROLES_CHANGED', key: `role-request:${id}` }),
    ])
    return id
  })
  return accepting.catch((error: unknown) => {
    if ((error as { constraint?: string }).constraint !== 'membership_last_admin') throw error
    throw new DomainError(
      'CONFLICT',
      'people.members.last-admin',
      'An organization keeps one admin who can sign in.',
    )
  })
}

/** Whoever asked withdraws it like this. */
export function declineRoleRequest(ctx: RequestContext, id: string): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const declined = { decidedBy: ME, decidedAt: NOW, isAccepted: false }
    const [[request]] = await tx.write([
      updateOf(RoleRequest, { id, decidedAt: null }, declined, { returning: ['memberId'] }),
    ])
    if (!request) throw notFound()
    await tx.write(await officeTold(tx, id, 'ROLE_REQUEST_ANSWERED', tx.actor.membershipId))
    return id
  })
}

/** All admins and auditors but one. */
async function officeTold(tx: Transaction, id: string, kind: NotificationKind, butNot: string) {
  const office = await tx.run<{ id: string }>(
    `select m.id from membership m
      where m.organization_id = (select access.organization_id()) and m.roles && array['ADMIN', 'AUDITOR']
        and m.disabled_at is null and m.account_id is not null and m.id <> $1`,
    [butNot],
  )
  const key = `${kind === 'ROLE_REQUESTED' ? 'role-requested' : 'role-request-answered'}:${id}`
  return notification({ recipientId: office.map((each) => each.id), kind, key, subjectId: id })
}

const HERE = 'q.organization_id = (select access.organization_id())'
const WAITING = 'q.decided_at is null and q.expires_at > (select access.now())'
const SHOWN: SelectText = `select q.id, json_build_object('id', q.member_id, 'displayName', m.display_name) as member,
    m.roles as "currentRoles", q.roles, q.requested_at as "requestedAt", q.expires_at as "expiresAt"
  from role_request q
  join membership m on m.organization_id = q.organization_id and m.id = q.member_id
 where ${HERE}`
