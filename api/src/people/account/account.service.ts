import { writeSql } from '../../database/reads-and-writes.ts'
import { rejectIfInvalid, notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { validateDisplayName } from '@alongside/shared/people/invitations/invitation-input'
import { Theme } from '@alongside/shared/people/account/languages'
import { validateTimeZone } from '@alongside/shared/people/organization/time-zones'
import { meOf } from '../people.service.ts'
import type {
  EndOwnSessionInput,
  EndOwnSessionPayload,
  MyAccount,
  OwnPreferences,
  SignedInDevice,
  UpdateOwnNameInput,
  UpdateOwnNamePayload,
  UpdateOwnPreferencesInput,
  UpdateOwnPreferencesPayload,
} from './account.types.ts'
import { deviceOf } from './device.ts'

// The own account: address, name, preferences, and the devices that are signed in.

const AS_NOTHING_WAS_CHOSEN: OwnPreferences = { language: null, theme: Theme.SYSTEM, timeZone: null }

const PREFERENCES = /* sql */ `
  select locale as language, theme, time_zone as "timeZone" from member_preference
   where organization_id = (select access.organization_id()) and membership_id = (select access.membership_id())`

const DEVICES = /* sql */ `
  select id, organization_name as "organizationName", user_agent as "userAgent", last_address as address,
         created_at as "signedInAt", last_seen_at as "lastUsedAt", is_this_one as "isThisOne",
         is_shared_device as "isShared"
    from access.own_sessions($1)`

interface DeviceRow extends Omit<SignedInDevice, 'browser' | 'system'> {
  readonly userAgent: string | null
}

export async function myAccount(ctx: RequestContext): Promise<MyAccount> {
  const [[account], [preferences], devices] = await Promise.all([
    ctx.unit.run<{ email: string }>('select email from account where id = (select access.account_id())'),
    ctx.unit.run<OwnPreferences>(PREFERENCES),
    ctx.unit.run<DeviceRow>(DEVICES, [ctx.tokenHash]),
  ])
  if (!account) throw notFound()
  return {
    email: account.email,
    preferences: preferences ?? AS_NOTHING_WAS_CHOSEN,
    devices: devices.map(({ userAgent, ...device }) => ({ ...device, ...deviceOf(userAgent) })),
  }
}

/** The name by which colleagues know one. */
export async function updateOwnName(
  ctx: RequestContext,
  input: UpdateOwnNameInput,
): Promise<UpdateOwnNamePayload> {
  rejectIfInvalid(validateDisplayName('name', input.name))
  const displayName = input.name.trim()
  await ctx.unit.write([writeSql('select access.rename_oneself($1)', [displayName])])
  // What was found of the person is from before the change.
  return { me: { ...(await meOf(ctx.unit)), displayName } }
}

/** Keeps what is given; what is absent stays as it was. */
export async function updateOwnPreferences(
  ctx: RequestContext,
  { language, theme, timeZone }: UpdateOwnPreferencesInput,
): Promise<UpdateOwnPreferencesPayload> {
  rejectIfInvalid(validateTimeZone('timeZone', timeZone))
  const [[kept]] = await ctx.unit.write([
    writeSql<OwnPreferences>(KEEP, [
      language ?? null,
      theme ?? Theme.SYSTEM,
      timeZone ?? null,
      language !== undefined,
      theme !== undefined,
      timeZone !== undefined,
    ]),
  ])
  return { preferences: kept ?? AS_NOTHING_WAS_CHOSEN }
}

const KEEP = /* sql */ `
  insert into member_preference as kept (organization_id, membership_id, locale, theme, time_zone)
  values ((select access.organization_id()), (select access.membership_id()), $1, $2, $3)
  on conflict (organization_id, membership_id) do update
     set locale = case when $4::boolean then excluded.locale else kept.locale end,
         theme = case when $5::boolean then excluded.theme else kept.theme end,
         time_zone = case when $6::boolean then excluded.time_zone else kept.time_zone end
  returning locale as language, theme, time_zone as "timeZone"`

/** Signs one device out; another's, and one that is signed out already, answer alike. */
export async function endOwnSession(
  ctx: RequestContext,
  { sessionId }: EndOwnSessionInput,
): Promise<EndOwnSessionPayload> {
  const [[answer]] = await ctx.unit.write([
    writeSql<{ ended: number }>('select access.end_own_session($1) as ended', [sessionId]),
  ])
  if (!answer?.ended) throw notFound()
  return { sessionId }
}
