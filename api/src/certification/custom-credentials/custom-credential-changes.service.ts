import { CREDENTIAL_STATES } from '@alongside/shared/certification/catalogue/credential-catalogue'
import {
  customCredentialId,
  validateCustomCredential,
} from '@alongside/shared/certification/custom-credentials/custom-credential'
import { ME, NOW, insertOf, type Values, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { credential } from '../catalogue/catalogue.service.ts'
import { CustomCredential } from './custom-credential.entity.ts'
import type {
  ArchiveCustomCredentialInput,
  CorrectCustomCredentialInput,
  CreateCustomCredentialInput,
  CustomCredentialChanged,
  CustomCredentialFields,
  UnarchiveCustomCredentialInput,
} from './custom-credential-changes.types.ts'
import { customCredential, keyOf } from './custom-credential.service.ts'

// Credentials that an organization keeps beside the catalogue: added, corrected, archived.

export async function createCustomCredential(
  ctx: RequestContext,
  input: CreateCustomCredentialInput,
): Promise<CustomCredentialChanged> {
  rejectIfInvalid(validateCustomCredential(input, CREDENTIAL_STATES))
  const add = async (tx: Transaction, id: string) => {
    const row = { id, ...namesOf(input), recordedBy: ME, recordedAt: NOW }
    const [made] = await tx.write([
      insertOf(CustomCredential, row, { onConflict: 'nothing', returning: ['id'] }),
    ])
    if (made.length === 0) rejectIfInvalid([{ field: 'name', problem: 'already-there' }])
  }
  return once(ctx, 'createCustomCredential', input, add, (id) => changed(ctx, customCredentialId(id)))
}

export async function correctCustomCredential(
  ctx: RequestContext,
  input: CorrectCustomCredentialInput,
): Promise<CustomCredentialChanged | StaleRevision> {
  rejectIfInvalid(validateCustomCredential(input, CREDENTIAL_STATES))
  return change(ctx, input, namesOf(input))
}

export function archiveCustomCredential(
  ctx: RequestContext,
  input: ArchiveCustomCredentialInput,
): Promise<CustomCredentialChanged | StaleRevision> {
  return change(ctx, input, { retiredAt: NOW }, NOT_HELD)
}

export function unarchiveCustomCredential(
  ctx: RequestContext,
  input: UnarchiveCustomCredentialInput,
): Promise<CustomCredentialChanged | StaleRevision> {
  return change(ctx, input, { retiredAt: null })
}

const NOT_HELD = `not exists (select from certification held
  where held.organization_id = custom_credential.organization_id
    and held.credential_id = 'custom-' || custom_credential.id)`

function namesOf({ name, abbreviation, certifyingBody, state }: CustomCredentialFields) {
  return {
    name: name.trim(),
    abbreviation: abbreviation.trim(),
    certifyingBody: certifyingBody?.trim() || null,
    state,
  }
}

/** The second of two editors hears that there was a first. */
function change(
  ctx: RequestContext,
  { credentialId, expectedRevision }: ArchiveCustomCredentialInput,
  set: Values<CustomCredential>,
  and = 'true',
): Promise<CustomCredentialChanged | StaleRevision> {
  return ctx.unit.transaction(async (tx) => {
    const [before] = await tx.run<{ revision: number }>(
      `select revision from custom_credential
        where organization_id = (select access.organization_id()) and id = $1 for update`,
      [keyOf(credentialId)],
    )
    if (!before) throw notFound()
    if (before.revision !== expectedRevision) return { currentRevision: before.revision }
    const where = { id: keyOf(credentialId), revision: expectedRevision }
    const counted = { ...set, revision: () => 'revision + 1' }
    const [found] = await tx
      .write([updateOf(CustomCredential, where, counted, { returning: ['id'], and })])
      .catch(nameIsTaken)
    if (found.length > 0) return changed(ctx, credentialId)
    throw new DomainError(
      'CONFLICT',
      'certification.custom-rules.credential-is-held',
      'Somebody holds this credential.',
    )
  })
}

function changed(ctx: RequestContext, credentialId: string): CustomCredentialChanged {
  return {
    credential: () => credential(ctx, credentialId),
    customCredential: () => customCredential(ctx, credentialId),
  }
}

function nameIsTaken(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'custom_credential_name_once')
    rejectIfInvalid([{ field: 'name', problem: 'already-there' }])
  throw error
}
