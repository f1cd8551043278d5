import { oneLine } from '@alongside/shared/validation/one-line'
import { validateDataSharing } from '@alongside/shared/people/host-agencies/host-agency-input'
import { insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { hostAgencyById, notFoundForAgency } from '../host-agencies/host-agencies.service.ts'
import { DataSharingAgreement } from './data-sharing-agreement.entity.ts'
import type {
  CreateDataSharingAgreementInput,
  CreateDataSharingAgreementPayload,
  DataSharingAgreementFields,
  UpdateDataSharingAgreementInput,
  UpdateDataSharingAgreementPayload,
} from './data-sharing-changes.types.ts'

// The papers under which data is shared with host agencies.

export async function createDataSharingAgreement(
  ctx: RequestContext,
  input: CreateDataSharingAgreementInput,
): Promise<CreateDataSharingAgreementPayload> {
  rejectIfInvalid(validateDataSharing(input))
  const { hostAgencyId } = input
  const details = detailsOf(input)
  const add = (tx: Transaction, id: string) =>
    tx.write([insertOf(DataSharingAgreement, { id, ...details, hostAgencyId })]).catch(notFoundForAgency)
  return once(ctx, 'createDataSharingAgreement', input, add, (id) => ({
    agreement: { id, ...details },
    hostAgency: () => hostAgencyById(ctx, hostAgencyId),
  }))
}

export async function updateDataSharingAgreement(
  ctx: RequestContext,
  { agreementId: id, ...input }: UpdateDataSharingAgreementInput,
): Promise<UpdateDataSharingAgreementPayload> {
  rejectIfInvalid(validateDataSharing(input))
  const details = detailsOf(input)
  const [[changed]] = await ctx.unit.write([
    updateOf(DataSharingAgreement, { id }, details, { returning: ['hostAgencyId'] }),
  ])
  if (!changed) throw notFound()
  return { agreement: { id, ...details }, hostAgency: () => hostAgencyById(ctx, changed.hostAgencyId) }
}

function detailsOf({ reference, startsOn, endsOn = null }: DataSharingAgreementFields) {
  return { reference: oneLine(reference), startsOn, endsOn }
}
