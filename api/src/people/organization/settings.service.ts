import { oneLine } from '@alongside/shared/validation/one-line'
import { validateOrganization } from '@alongside/shared/people/organization/organization-input'
import { columnsOf, updateOf } from '../../database/statements.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { Organization } from './organization.entity.ts'
import type {
  OrganizationSettings,
  OrganizationUpdated,
  UpdateOrganizationInput,
} from './organization.types.ts'

// What the organization states about itself. Its time zone decides which day it is, from the next request on.

const SETTINGS = ['name', 'kind', 'homeState', 'timeZone', 'locale', 'revision'] as const
const COLUMNS = columnsOf(Organization, '', SETTINGS)

export async function organizationSettings(ctx: RequestContext): Promise<OrganizationSettings> {
  const [settings] = await ctx.unit.run<OrganizationSettings>(
    `select ${COLUMNS} from organization where id = (select access.organization_id())`,
  )
  return settings!
}

/** Of two admins with the same page open, the second is told that it changed meanwhile. */
export async function updateOrganization(
  ctx: RequestContext,
  { expectedRevision, ...input }: UpdateOrganizationInput,
): Promise<OrganizationUpdated | StaleRevision> {
  rejectIfInvalid(validateOrganization(input, Intl.supportedValuesOf('timeZone')))
  const { name, kind, homeState, timeZone, locale } = input
  const set = { name: oneLine(name), kind, homeState, timeZone, locale, revision: () => 'revision + 1' }
  const where = { id: () => 'access.organization_id()', revision: expectedRevision }
  const [[settings]] = await ctx.unit
    .write([updateOf(Organization, where, set, { returning: SETTINGS })])
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
