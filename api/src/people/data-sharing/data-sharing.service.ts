import { randomUUID } from 'node:crypto'
import { validateDataSharing } from '@alongside/shared/people/host-agencies/host-agency-input'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { hostAgencyById, notFoundForAgency } from '../host-agencies/host-agencies.service.ts'
import type {
  CreateDataSharingAgreementInput,
  CreateDataSharingAgreementPayload,
  UpdateDataSharingAgreementInput,
  UpdateDataSharingAgreementPayload,
} from './data-sharing-changes.types.ts'

// The papers under which data is shared with host agencies.

export async function createDataSharingAgreement(
  ctx: RequestContext,
  { hostAgencyId, ...input }: CreateDataSharingAgreementInput,
): Promise<CreateDataSharingAgreementPayload> {
  rejectIfInvalid(validateDataSharing(input))
  const { startsOn, endsOn = null } = input
  const agreement = { id: randomUUID(), reference: input.reference.trim(), startsOn, endsOn }
  await ctx.unit
    .run(
      `insert into data_sharing_agreement (organization_id, id, host_agency_id, reference, starts_on, ends_on)
       values (access.organization_id(), $1, $2, $3, $4, $5)`,
      [agreement.id, hostAgencyId, agreement.reference, startsOn, endsOn],
    )
    .catch(notFoundForAgency)
  return { agreement, hostAgency: () => hostAgencyById(ctx, hostAgencyId) }
}

export async function updateDataSharingAgreement(
  ctx: RequestContext,
  { agreementId, ...input }: UpdateDataSharingAgreementInput,
): Promise<UpdateDataSharingAgreementPayload> {
  rejectIfInvalid(validateDataSharing(input))
  const { startsOn, endsOn = null } = input
  const agreement = { id: agreementId, reference: input.reference.trim(), startsOn, endsOn }
  const [changed] = await ctx.unit.run<{ hostAgencyId: string }>(
    `update data_sharing_agreement set reference = $2, starts_on = $3, ends_on = $4
      where organization_id = access.organization_id() and id = $1 returning host_agency_id as "hostAgencyId"`,
    [agreementId, agreement.reference, startsOn, endsOn],
  )
  if (!changed) throw notFound()
  return { agreement, hostAgency: () => hostAgencyById(ctx, changed.hostAgencyId) }
}
