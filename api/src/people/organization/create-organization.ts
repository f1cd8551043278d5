import { canonicalEmail } from '@alongside/shared/people/account/email'
import {
  type OrganizationInput,
  validateOrganization,
} from '@alongside/shared/people/organization/organization-input'
import { validateInvitation } from '@alongside/shared/people/invitations/invitation-input'
import { runMigrations, withMigrations } from '../../database/data-source.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { Environment } from '../../server/environment.ts'
import { hashToken } from '../../server/request-context.ts'
import { newToken } from '../sign-in/secrets.ts'

export interface NewOrganization extends OrganizationInput {
  readonly email: string
  readonly displayName: string
}

const OPEN_FOR_HOURS = 72

/** Before a database is opened for it. */
export function rejectInvalidOrganization(wanted: NewOrganization): void {
  rejectIfInvalid([
    ...validateOrganization(wanted, Intl.supportedValuesOf('timeZone')),
    ...validateInvitation({ email: wanted.email, displayName: wanted.displayName, roles: ['ADMIN'] }),
  ])
}

/** Makes an organization and the invitation of its first admin, as the database's owner; answers the one-time link. */
export async function createOrganization(
  { publicUrl }: Environment,
  ownerUrl: string,
  wanted: NewOrganization,
): Promise<string> {
  rejectInvalidOrganization(wanted)
  await runMigrations(ownerUrl)
  const token = newToken()
  const now = new Date()
  const expiresAt = new Date(now.getTime() + OPEN_FOR_HOURS * 3_600_000)
  await withMigrations(ownerUrl, (owner) =>
    owner.query('select access.create_organization($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
      wanted.name.trim(),
      wanted.kind,
      wanted.homeState,
      wanted.timeZone,
      wanted.locale,
      canonicalEmail(wanted.email),
      wanted.displayName.trim(),
      hashToken(token),
      now.toISOString(),
      expiresAt.toISOString(),
    ]),
  )
  return `${publicUrl}/invitation#${token}`
}
