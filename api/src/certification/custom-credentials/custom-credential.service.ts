import { customCredentialKey } from '@alongside/shared/certification/custom-credentials/custom-credential'
import type { Person } from '../../people/person.types.ts'
import type { Reader } from '../../database/statement-queue.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { CustomCredentialNamesType, CustomCredentialType } from './custom-credential.types.ts'

// Credentials that an organization keeps beside the catalogue, as its office reads them.

const MAX_CHANGES = 100

const HELD = `exists (select from certification held
  where held.organization_id = own.organization_id and held.credential_id = 'custom-' || own.id)`

interface KeptChange {
  readonly before: Readonly<Record<string, string | null>>
  readonly after: Readonly<Record<string, string | null>>
  readonly changedBy: Person
  readonly changedAt: string
}

export async function customCredential(
  ctx: RequestContext,
  credentialId: string,
): Promise<CustomCredentialType> {
  const [found] = await ctx.unit.run<Omit<CustomCredentialType, 'changes'> & { changes: KeptChange[] }>(
    `select own.revision, own.retired_at is not null as "isArchived", ${HELD} as "isHeld",
            coalesce((select jsonb_agg(to_jsonb(change) - 'revision' order by change.revision desc) from (
              select c.revision, c.before, c.after, c.changed_at as "changedAt",
                     jsonb_build_object('id', m.id, 'displayName', m.display_name) as "changedBy"
                from custom_credential_change c
                join membership m on m.organization_id = c.organization_id and m.id = c.changed_by
               where c.organization_id = own.organization_id and c.custom_credential_id = own.id
               order by c.revision desc limit ${MAX_CHANGES}) change), '[]') as changes
       from custom_credential own
      where own.organization_id = (select access.organization_id()) and own.id = $1`,
    [keyOf(credentialId)],
  )
  if (!found) throw notFound()
  const changes = found.changes.map(({ before, after, changedBy, changedAt }) => ({
    before: namesIn(before),
    after: namesIn(after),
    changedBy,
    changedAt: new Date(changedAt),
  }))
  return { ...found, changes }
}

/** Of what changed only; a body that is named nowhere is an empty text. */
function namesIn(side: KeptChange['before']): CustomCredentialNamesType {
  return {
    name: side['name'] ?? null,
    abbreviation: side['abbreviation'] ?? null,
    certifyingBody: 'certifying_body' in side ? (side['certifying_body'] ?? '') : null,
    state: side['state'] ?? null,
    isArchived: 'retired_at' in side ? side['retired_at'] !== null : null,
  }
}

export function keyOf(credentialId: string): string {
  const key = customCredentialKey(credentialId)
  if (key === null) throw notFound()
  return key
}

/**
 * Refuses an id of the organization's own kind that it does not have, and for a new certification one that was put
 * away, and that nobody puts away until it is there; ids of the catalogue pass.
 */
export async function refuseUnknownOwn(
  work: Reader,
  credentialId: string,
  { offered = false } = {},
): Promise<void> {
  const key = customCredentialKey(credentialId)
  if (key === null) return
  const [found] = await work.run<{ isArchived: boolean }>(
    `select retired_at is not null as "isArchived" from custom_credential
      where organization_id = (select access.organization_id()) and id = $1 ${offered ? 'for share' : ''}`,
    [key],
  )
  if (!found) rejectIfInvalid([{ field: 'credentialId', problem: 'not-found' }])
  if (offered && found?.isArchived) rejectIfInvalid([{ field: 'credentialId', problem: 'unavailable' }])
}
