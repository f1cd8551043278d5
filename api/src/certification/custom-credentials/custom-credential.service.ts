import { randomUUID } from 'node:crypto'
import { CREDENTIAL_STATES } from '@alongside/shared/certification/catalogue/credential-catalogue'
import {
  customCredentialId,
  customCredentialKey,
  validateCustomCredential,
} from '@alongside/shared/certification/custom-credentials/custom-credential'
import type { Reader } from '../../database/statement-queue.ts'
import { ME, NOW, insertOf, type Values, updateOf } from '../../database/statements.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { CustomCredential } from './custom-credential.entity.ts'
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
  const [made] = await ctx.unit.write([
    insertOf(
      CustomCredential,
      { id, ...namesOf(input), recordedBy: ME, recordedAt: NOW },
      { onConflict: 'nothing', returning: ['id'] },
    ),
  ])
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
  return change(ctx, credentialId, input.revision, namesOf(input))
}

function namesOf({ name, abbreviation, certifyingBody, state }: AddCustomCredentialInput) {
  return {
    name: name.trim(),
    abbreviation: abbreviation.trim(),
    certifyingBody: certifyingBody?.trim() || null,
    state,
  }
}

export function retireCustomCredential(
  ctx: RequestContext,
  credentialId: string,
  { revision, retired }: { readonly revision: number; readonly retired: boolean },
): Promise<number> {
  return change(ctx, credentialId, revision, { retiredAt: retired ? NOW : null }, retired ? NOT_HELD : 'true')
}
const NOT_HELD = `not exists (select from certification held
  where held.organization_id = custom_credential.organization_id
    and held.credential_id = 'custom-' || custom_credential.id)`

/** The second of two editors hears that there was a first. */
function change(
  ctx: RequestContext,
  credentialId: string,
  revision: number,
  set: Values<CustomCredential>,
  and = 'true',
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
    const where = { id: keyOf(credentialId), revision }
    const counted = { ...set, revision: () => 'revision + 1' }
    const [changed] = await tx
      .write([updateOf(CustomCredential, where, counted, { returning: ['id'], and })])
      .catch(nameIsTaken)
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
  work: Reader,
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
