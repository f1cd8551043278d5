import { validateOrganization } from '@alongside/shared/people/organization/organization-input'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type {
  OrganizationSettings,
  OrganizationUpdated,
  UpdateOrganizationInput,
} from './organization.types.ts'

// What the organization states about itself. Its time zone decides which day it is, from the next request on.

const SETTINGS = 'name, kind, home_state as "homeState", time_zone as "timeZone", locale, revision'

export async function organizationSettings(ctx: RequestContext): Promise<OrganizationSettings> {
  const [settings] = await ctx.unit.run<OrganizationSettings>(
    `select ${SETTINGS} from organization where id = (select access.organization_id())`,
  )
  return settings!
}

/** Of two admins with the same page open, the second is told that it changed meanwhile. */
export async function updateOrganization(
  ctx: RequestContext,
  { expectedRevision, ...input }: UpdateOrganizationInput,
): Promise<OrganizationUpdated | StaleRevision> {
  rejectIfInvalid(validateOrganization(input, Intl.supportedValuesOf('timeZone')))
  const [settings] = await ctx.unit
    .run<OrganizationSettings>(
      `update organization set name = $1, kind = $2, home_state = $3, time_zone = $4, locale = $5,
              revision = revision + 1
        where id = (select access.organization_id()) and revision = $6 returning ${SETTINGS}`,
      [input.name.trim(), input.kind, input.homeState, input.timeZone, input.locale, expectedRevision],
    )
    .catch(refuseUnknownZone)
  if (settings) return { settings }
  return { currentRevision: (await organizationSettings(ctx)).revision }
}

/** The database knows fewer zones than this program may: what it cannot count in is refused. */
function refuseUnknownZone(error: unknown): never {
  if ((error as { code?: string }).code === '22023')
    rejectIfInvalid([{ field: 'timeZone', problem: 'not-an-option' }])
  throw error
}
