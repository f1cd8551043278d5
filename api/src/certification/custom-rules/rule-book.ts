/** Every credential and rule version that counts in an organization: the catalogue's, and its own after them. */
import { credentialById } from '@alongside/shared/certification/catalogue/credential-catalogue'
import {
  type CredentialNames,
  customCredentialId,
} from '@alongside/shared/certification/custom-credentials/custom-credential'
import {
  type CustomVersion,
  rulesWithOwn,
} from '@alongside/shared/certification/custom-rules/custom-versions'
import type { RenewalRule } from '@alongside/shared/certification/rules/renewal-rule'
import type { Reader } from '../../database/statement-queue.ts'

export interface RuleBook {
  readonly customCredentials: readonly CredentialNames[]
  readonly rulesOf: (credentialId: string) => readonly RenewalRule[]
  /** Undefined where neither the catalogue nor the organization knows it. */
  readonly credentialOf: (credentialId: string) => CredentialNames | undefined
}

export interface CustomCredentialNames {
  readonly name: string
  readonly abbreviation: string
  readonly certifyingBody: string | null
  readonly state: string
  readonly isArchived?: boolean
}

/** One statement, whatever the organization has: ask it in the same tick as what it assesses. */
export async function readRuleBook(work: Reader): Promise<RuleBook> {
  const [found] = await work.run<{
    credentials: (CustomCredentialNames & { id: string })[]
    versions: (CustomVersion & { credentialId: string })[]
  }>(BOOK)
  const customCredentials = (found?.credentials ?? []).map(({ id, ...names }) =>
    ownNames(customCredentialId(id), names),
  )
  const ownById = new Map(customCredentials.map((own) => [own.id, own]))
  const versionsOf = Map.groupBy(found?.versions ?? [], ({ credentialId }) => credentialId)
  return {
    customCredentials,
    rulesOf: (credentialId) => rulesWithOwn(credentialId, versionsOf.get(credentialId) ?? []),
    credentialOf: (credentialId) => credentialById(credentialId) ?? ownById.get(credentialId),
  }
}

export function ownNames(id: string, { name, ...names }: CustomCredentialNames): CredentialNames {
  return { ...names, id, credential: name, alsoKnownAs: [] }
}

/** As `CustomVersion`, with the credential that each is for, the oldest first. */
export const OWN_VERSIONS = /* sql */ `
  select version.id, version.credential_id as "credentialId", version.number, version.rule, version.reason,
         version.effective_from as "effectiveFrom", version.effective_to as "effectiveTo",
         withdrawal.id is not null as "isWithdrawn", withdrawal.counts_until as "countsUntil"
    from renewal_rule_version version
    left join current_renewal_rule_end withdrawal
      on withdrawal.organization_id = version.organization_id and withdrawal.version_id = version.id
   where version.organization_id = (select access.organization_id())`

const BOOK = /* sql */ `
  select coalesce((select json_agg(json_build_object(
             'id', own.id, 'name', own.name, 'abbreviation', own.abbreviation,
             'certifyingBody', own.certifying_body, 'state', own.state, 'isArchived', own.retired_at is not null) order by access.folded(own.name), own.id)
           from custom_credential own
          where own.organization_id = (select access.organization_id())), '[]') as credentials,
         coalesce((select json_agg(to_json(version) order by version.number)
           from (${OWN_VERSIONS}) version), '[]') as versions`
