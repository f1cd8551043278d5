import { validateOrganization } from '@alongside/shared/people/organization/organization-input'
import { columnsOf, updateOf } from '../../database/statements.ts'
import { DomainError, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { Organization } from './organization.entity.ts'
import type { OrganizationSettings, OrganizationSettingsInput } from './organization.types.ts'

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
  revision: number,
  input: OrganizationSettingsInput,
): Promise<OrganizationSettings> {
  rejectIfInvalid(validateOrganization(input, Intl.supportedValuesOf('timeZone')))
  const { name, kind, homeState, timeZone, locale } = input
  const set = { name: name.trim(), kind, homeState, timeZone, locale, revision: () => 'revision + 1' }
  const where = { id: () => 'access.organization_id()', revision }
  const [[settings]] = await ctx.unit
    .write([updateOf(Organization, where, set, { returning: SETTINGS })])
    .catch(refuseUnknownZone)
  if (!settings)
    throw new DomainError(
      'CONFLICT',
      'people.organization.changed-meanwhile',
      'Somebody else changed this meanwhile. Look again.',
    )
  return settings
}

/** The database knows fewer zones than this program may: what it cannot count in is refused. */
function refuseUnknownZone(error: unknown): never {
  if ((error as { code?: string }).code === '22023')
    rejectIfInvalid([{ field: 'timeZone', problem: 'not-an-option' }])
  throw error
}
