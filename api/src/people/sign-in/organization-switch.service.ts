import { DomainError, notFound } from '../../server/graphql/domain-error.ts'
import { hashToken, type RequestContext } from '../../server/request-context.ts'
import { meOf } from '../people.service.ts'
import type { Me, MyOrganization } from '../people.types.ts'
import { newToken } from './secrets.ts'

// Somebody who works for several organizations: which they are, and going from one to another.

/** A peer's session lasts for weeks; an office's does not, and must not be had by going there from a peer's. */
const OFFICE_SESSION_MS = 12 * 3_600_000

export function myOrganizations(ctx: RequestContext): Promise<MyOrganization[]> {
  return ctx.unit.run<MyOrganization>(
    `select organization_id as id, organization_name as name, roles,
            organization_id = (select access.organization_id()) as "isCurrent"
       from access.own_organizations((select access.now()))`,
  )
}

/** A new token, so that nothing which held the old one follows; an id of nobody's and one of another's answer alike. */
export async function switchOrganization(ctx: RequestContext, organizationId: string): Promise<Me> {
  const { now, passwordConfirmedAt } = await ctx.unit.actor()
  if (now.getTime() - passwordConfirmedAt.getTime() > OFFICE_SESSION_MS)
    throw new DomainError(
      'CONFIRM_PASSWORD',
      'people.sign-in.password-needed',
      'Please give your password again to go on.',
    )
  const token = newToken()
  const [session] = await ctx.runUnauthenticated<{ expires_at: Date }>(
    'select expires_at from access.switch_session($1, $2, $3, $4, $5, $6)',
    [ctx.tokenHash, organizationId, hashToken(token), ctx.now.toISOString(), ctx.userAgent, ctx.address],
  )
  if (!session) throw notFound()
  ctx.cookie.set(token, Math.floor((session.expires_at.getTime() - ctx.now.getTime()) / 1000))
  ctx.actAs(token)
  return meOf(ctx.unit)
}
