import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, notFound } from '../../server/graphql/domain-error.ts'
import { hashToken, type RequestContext } from '../../server/request-context.ts'
import { meOf } from '../people.service.ts'
import type {
  MyOrganization,
  MyOrganizationConnection,
  SwitchOrganizationInput,
  SwitchOrganizationPayload,
} from './sign-in.types.ts'
import { newToken } from './secrets.ts'

// Somebody who works for several organizations: which they are, and going from one to another.

/** A peer's session lasts for weeks; an office's does not, and must not be had by going there from a peer's. */
const OFFICE_SESSION_MS = 12 * 3_600_000

/** Somebody has a handful: all are read, and the page is cut from them. */
export async function myOrganizations(
  ctx: RequestContext,
  pageArgs: PageArgs,
): Promise<MyOrganizationConnection> {
  const page = pageFrom(pageArgs, ['', AN_ID])
  const all = await ctx.unit.run<MyOrganization>(
    `select organization_id as id, organization_name as name, roles,
            organization_id = (select access.organization_id()) as "isCurrent"
       from access.own_organizations((select access.now()))`,
  )
  const place = page.after === null ? -1 : all.findIndex(({ id }) => id === page.after?.[1])
  return connectionOf(all.slice(place + 1), page, all.length, ({ name, id }) => [name, id])
}

/** A new token, so that nothing which held the old one follows; an id of nobody's and one of another's answer alike. */
export async function switchOrganization(
  ctx: RequestContext,
  { organizationId }: SwitchOrganizationInput,
): Promise<SwitchOrganizationPayload> {
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
  return { me: await meOf(ctx.unit) }
}
