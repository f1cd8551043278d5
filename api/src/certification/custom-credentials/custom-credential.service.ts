import { randomUUID } from 'node:crypto'
import { CREDENTIAL_STATES } from '@alongside/shared/certification/catalogue/credential-catalogue'
import {
  customCredentialId,
  customCredentialKey,
  validateCustomCredential,
} from '@alongside/shared/certification/custom-credentials/custom-credential'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { Work } from '../custom-rules/rule-book.ts'
import type {
  AddCustomCredentialInput,
  CorrectCustomCredentialInput,
  CustomCredentialNamesType,
  CustomCredentialType,
} from './custom-credential.types.ts'

// Credentials that an organization keeps beside the catalogue.

const MAX_CHANGES = 100

/** Answers the id by which certifications and rules know it. */
export async function addCustomCredential(
  ctx: RequestContext,
  input: AddCustomCredentialInput,
): Promise<string> {
  rejectIfInvalid(validateCustomCredential(input, CREDENTIAL_STATES))
  const id = randomUUID()
  const made = await ctx.unit.run(
    `insert into custom_credential (organization_id, id, name, abbreviation, certifying_body, state, recorded_by, recorded_at)
     values (access.organization_id(), $1, $2, $3, $4, $5, access.membership_id(), access.now())
     on conflict do nothing returning id`,
    [id, input.name.trim(), input.abbreviation.trim(), input.certifyingBody?.trim() || null, input.state],
  )
  if (made.length === 0) rejectIfInvalid([{ field: 'name', problem: 'already-there' }])
  return customCredentialId(id)
}

const HELD = `exists (select from certification held
  where held.organization_id = own.organization_id and held.credential_id = 'custom-' || own.id)`

interface KeptChange {
  readonly before: Readonly<Record<string, string | null>>
  readonly after: Readonly<Record<string, string | null>>
  readonly changedBy: string
  readonly changedAt: string
}

export async function customCredential(
  ctx: RequestContext,
  credentialId: string,
): Promise<CustomCredentialType> {
  const [found] = await ctx.unit.run<Omit<CustomCredentialType, 'changes'> & { changes: KeptChange[] }>(
    `select own.revision, own.retired_at is not null as "isRetired", ${HELD} as "isHeld",
            coalesce((select jsonb_agg(to_jsonb(change) - 'revision' order by change.revision desc) from (
              select c.revision, c.before, c.after, m.display_name as "changedBy", c.changed_at as "changedAt"
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
    isRetired: 'retired_at' in side ? side['retired_at'] !== null : null,
  }
}

export async function correctCustomCredential(
  ctx: RequestContext,
  credentialId: string,
  input: CorrectCustomCredentialInput,
): Promise<number> {
  rejectIfInvalid(validateCustomCredential(input, CREDENTIAL_STATES))
  const { name, abbreviation, certifyingBody, state } = input
  return change(ctx, credentialId, input.revision, {
    set: 'name = $3, abbreviation = $4, certifying_body = $5, state = $6',
    where: 'true',
    values: [name.trim(), abbreviation.trim(), certifyingBody?.trim() || null, state],
  })
}

export function retireCustomCredential(
  ctx: RequestContext,
  credentialId: string,
  { revision, retired }: { readonly revision: number; readonly retired: boolean },
): Promise<number> {
  return change(ctx, credentialId, revision, {
    set: 'retired_at = case when $3 then access.now() end',
    where: `not ($3 and ${HELD})`,
    values: [retired],
  })
}

interface Change {
  readonly set: string
  readonly where: string
  readonly values: readonly unknown[]
}

/** The second of two editors hears that there was a first. */
function change(
  ctx: RequestContext,
  credentialId: string,
  revision: number,
  { set, where, values }: Change,
): Promise<number> {
  return ctx.unit.transaction(async (tx) => {
    const [before] = await tx.run<{ revision: number }>(
      `select revision from custom_credential
        where organization_id = (select access.organization_id()) and id = $1 for update`,
      [keyOf(credentialId)],
    )
    if (!before) throw notFound()
    if (before.revision !== revision) {
      const message = 'Somebody else has changed this credential meanwhile.'
      throw new DomainError('CONFLICT', 'certification.custom-rules.credential-changed-meanwhile', message)
    }
    const changing = tx.run(
      `update custom_credential own set ${set}, revision = own.revision + 1
        where own.organization_id = (select access.organization_id()) and own.id = $1 and own.revision = $2 and ${where}
        returning 1`,
      [keyOf(credentialId), revision, ...values],
    )
    const changed = await changing.catch(nameIsTaken)
    if (changed.length > 0) return revision + 1
    throw new DomainError(
      'CONFLICT',
      'certification.custom-rules.credential-is-held',
      'Somebody holds this credential.',
    )
  })
}

function nameIsTaken(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'custom_credential_name_once')
    rejectIfInvalid([{ field: 'name', problem: 'already-there' }])
  throw error
}

function keyOf(credentialId: string): string {
  const key = customCredentialKey(credentialId)
  if (key === null) throw notFound()
  return key
}

/**
 * Refuses an id of the organization's own kind that it does not have, and for a new certification one that was put
 * away, and that nobody puts away until it is there; ids of the catalogue pass.
 */
export async function refuseUnknownOwn(
  work: Work,
  credentialId: string,
  { offered = false } = {},
): Promise<void> {
  const key = customCredentialKey(credentialId)
  if (key === null) return
  const [found] = await work.run<{ isRetired: boolean }>(
    `select retired_at is not null as "isRetired" from custom_credential
      where organization_id = (select access.organization_id()) and id = $1 ${offered ? 'for share' : ''}`,
    [key],
  )
  if (!found) rejectIfInvalid([{ field: 'credentialId', problem: 'not-found' }])
  if (offered && found?.isRetired) rejectIfInvalid([{ field: 'credentialId', problem: 'unavailable' }])
}
