import { randomBytes, randomUUID } from 'node:crypto'
import {
  validateApiToken,
  leastRoles,
  TOKEN_LIMITS,
  type TokenCapability,
} from '@alongside/shared/integrations/token-capabilities'
import { requireConfirmedPassword } from '../people/sign-in/password-confirmation.service.ts'
import { TOKEN_PREFIX } from '../server/tokens/bearer-token.ts'
import { DomainError, notFound, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import { hashToken, type RequestContext } from '../server/request-context.ts'
import type { ApiTokenType, Integrations, MadeApiToken, MakeApiTokenInput } from './api-tokens.types.ts'

// Tokens of an organization's own integrations: made, shown once, listed, revoked.

const MAX_LISTED = 100
const DAY_MS = 86_400_000

export async function integrations(ctx: RequestContext): Promise<Integrations> {
  const tokens = await ctx.unit.run<ApiTokenType>(
    `${TOKENS} order by t.made_at desc, t.id limit ${MAX_LISTED}`,
  )
  return { address: ctx.services.environment.publicUrl, tokens }
}

/** With the least of the maker's roles that its capabilities need. */
export async function makeApiToken(ctx: RequestContext, input: MakeApiTokenInput): Promise<MadeApiToken> {
  const actor = await ctx.unit.actor()
  rejectIfInvalid(validateApiToken(input, actor.roles))
  requireConfirmedPassword(actor)
  const roles = leastRoles(input.capabilities as TokenCapability[], actor.roles)
  const secret = `${TOKEN_PREFIX}${randomBytes(32).toString('base64url')}`
  const id = randomUUID()
  const [made] = await ctx.unit.run<{ id: string }>(
    `insert into api_token (organization_id, id, name, token_hash, capabilities, roles, made_by, made_at, expires_at)
     select access.organization_id(), $1, $2, $3, $4, $5, access.membership_id(), access.now(), $6
      where (select count(*) from api_token
              where organization_id = access.organization_id() and made_by = access.membership_id()
                and revoked_at is null and expires_at > access.now()) < $7
     returning id`,
    [
      id,
      input.name.trim(),
      hashToken(secret),
      input.capabilities,
      roles,
      new Date(ctx.now.getTime() + input.days * DAY_MS).toISOString(),
      TOKEN_LIMITS.perMaker,
    ],
  )
  if (!made)
    throw new DomainError('CONFLICT', 'integrations.many-tokens', 'Twenty tokens are open. Revoke one first.')
  return { secret, token: await tokenById(ctx, id) }
}

/** From the next request on it opens nothing. */
export async function revokeApiToken(ctx: RequestContext, tokenId: string): Promise<ApiTokenType> {
  await ctx.unit.run(
    `update api_token set revoked_at = access.now()
      where organization_id = (select access.organization_id()) and id = $1 and revoked_at is null`,
    [tokenId],
  )
  return tokenById(ctx, tokenId)
}

async function tokenById(ctx: RequestContext, tokenId: string): Promise<ApiTokenType> {
  const [token] = await ctx.unit.run<ApiTokenType>(`${TOKENS} and t.id = $1`, [tokenId])
  if (!token) throw notFound()
  return token
}

const TOKENS = /* sql */ `
  select t.id, t.name, t.capabilities, m.display_name as "madeByName", t.made_at as "madeAt",
         t.expires_at as "expiresAt", t.revoked_at as "revokedAt", t.last_used_at as "lastUsedAt",
         t.revoked_at is null and t.expires_at > access.now() as "isOpen"
    from api_token t
    join membership m on m.organization_id = t.organization_id and m.id = t.made_by
   where t.organization_id = (select access.organization_id())`
