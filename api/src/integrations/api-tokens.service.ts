import { randomBytes } from 'node:crypto'
import {
  validateApiToken,
  leastRoles,
  TOKEN_LIMITS,
  type TokenCapability,
} from '@alongside/shared/integrations/token-capabilities'
import { type SelectText, writeSql } from '../database/reads-and-writes.ts'
import { columnsOf, insertFrom, ME, NOW, updateOf } from '../database/statements.ts'
import type { Transaction } from '../database/unit-of-work.ts'
import { requireConfirmedPassword } from '../people/sign-in/password-confirmation.service.ts'
import { TOKEN_PREFIX } from '../server/tokens/bearer-token.ts'
import { DomainError, notFound, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import { hashToken, type RequestContext } from '../server/request-context.ts'
import { once } from '../server/submissions/once.ts'
import { ApiToken } from './api-token.entity.ts'
import type {
  ApiTokenType,
  CreateApiTokenInput,
  CreateApiTokenPayload,
  Integrations,
  RevokeApiTokenInput,
  RevokeApiTokenPayload,
} from './api-tokens.types.ts'

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
export async function createApiToken(
  ctx: RequestContext,
  input: CreateApiTokenInput,
): Promise<CreateApiTokenPayload> {
  const actor = await ctx.unit.actor()
  rejectIfInvalid(validateApiToken(input, actor.roles))
  requireConfirmedPassword(actor)
  const roles = leastRoles(input.capabilities as TokenCapability[], actor.roles) ?? []
  const secret = `${TOKEN_PREFIX}${randomBytes(32).toString('base64url')}`
  const token = {
    name: input.name.trim(),
    tokenHash: hashToken(secret),
    capabilities: input.capabilities,
    roles,
    madeBy: ME,
    madeAt: NOW,
    expiresAt: new Date(ctx.now.getTime() + input.days * DAY_MS),
  }
  const add = async (tx: Transaction, id: string) => {
    const making = tx.write([insertFrom(ApiToken, HAS_ROOM, { id, ...token }, { returning: ['id'] })])
    const [made] = await making.catch(refuseTooMany)
    if (made.length === 0) throw manyTokens()
    return id
  }
  return once(ctx, 'createApiToken', input, add, async (id, added) => {
    if (added === undefined) await renewSecret(ctx, id, secret)
    return { secret, token: await tokenById(ctx, id) }
  })
}

/** The answer with the first secret was lost: nobody has it, so it opens nothing any more. */
async function renewSecret(ctx: RequestContext, id: string, secret: string): Promise<void> {
  const renewing = writeSql<{ count: number }>('select access.renew_own_token($1, $2) as count', [
    id,
    hashToken(secret),
  ])
  const [[renewed]] = await ctx.unit.write([renewing])
  if (!renewed?.count)
    throw new DomainError('CONFLICT', 'integrations.in-use', 'This token was used already.')
}

const manyTokens = () =>
  new DomainError('CONFLICT', 'integrations.many-tokens', 'Twenty tokens are open. Revoke one first.')

/** Of several at the same moment, the database lets twenty be open. */
function refuseTooMany(error: unknown): never {
  throw (error as { constraint?: string }).constraint === 'api_token_too_many' ? manyTokens() : error
}

const HAS_ROOM = `where (
  select count(*) from api_token
   where organization_id = access.organization_id() and made_by = access.membership_id()
     and revoked_at is null and expires_at > access.now()) < ${TOKEN_LIMITS.perMaker}`

/** From the next request on it opens nothing. */
export async function revokeApiToken(
  ctx: RequestContext,
  { apiTokenId }: RevokeApiTokenInput,
): Promise<RevokeApiTokenPayload> {
  await ctx.unit.write([updateOf(ApiToken, { id: apiTokenId, revokedAt: null }, { revokedAt: NOW })])
  return { token: await tokenById(ctx, apiTokenId) }
}

async function tokenById(ctx: RequestContext, tokenId: string): Promise<ApiTokenType> {
  const [token] = await ctx.unit.run<ApiTokenType>(`${TOKENS} and t.id = $1`, [tokenId])
  if (!token) throw notFound()
  return token
}

const OF_TOKEN = columnsOf(ApiToken, 't', [
  'id',
  'name',
  'capabilities',
  'expiresAt',
  'revokedAt',
  'lastUsedAt',
])
const TOKENS: SelectText = /* sql */ `
  select ${OF_TOKEN}, t.made_at as "createdAt",
         jsonb_build_object('id', m.id, 'displayName', m.display_name) as "createdBy",
         t.revoked_at is null and t.expires_at > access.now() as "isOpen"
    from api_token t
    join membership m on m.organization_id = t.organization_id and m.id = t.made_by
   where t.organization_id = (select access.organization_id())`
