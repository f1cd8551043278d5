import { randomUUID } from 'node:crypto'
import { CREDENTIAL_STATES } from '@alongside/shared/certification/credential-catalogue'
import {
  ownCredentialId,
  ownCredentialKey,
  ownCredentialRefusals,
} from '@alongside/shared/certification/own-rules/own-credential'
import { refuse } from '../../server/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { Work } from '../rules/rule-book.ts'
import type { AddOwnCredentialInput } from './own-credential.types.ts'

// Credentials that an organization keeps beside the catalogue.

/** Answers the id by which certifications and rules know it. */
export async function addOwnCredential(ctx: RequestContext, input: AddOwnCredentialInput): Promise<string> {
  refuse(ownCredentialRefusals(input, CREDENTIAL_STATES))
  const id = randomUUID()
  const made = await ctx.unit.run(
    `insert into own_credential (organization_id, id, name, abbreviation, certifying_body, state, recorded_by, recorded_at)
     values (access.organization_id(), $1, $2, $3, $4, $5, access.membership_id(), access.now())
     on conflict do nothing returning id`,
    [id, input.name.trim(), input.abbreviation.trim(), input.certifyingBody?.trim() || null, input.state],
  )
  if (made.length === 0) refuse([{ field: 'name', problem: 'already-there' }])
  return ownCredentialId(id)
}

/** Refuses an id of the organization's own kind that it does not have; ids of the catalogue pass. */
export async function refuseUnknownOwn(work: Work, credentialId: string): Promise<void> {
  const key = ownCredentialKey(credentialId)
  if (key === null) return
  const found = await work.run(
    'select 1 from own_credential where organization_id = (select access.organization_id()) and id = $1',
    [key],
  )
  if (found.length === 0) refuse([{ field: 'credentialId', problem: 'not-found' }])
}
