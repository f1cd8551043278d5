import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import {
  CreateDataSharingAgreementInput,
  CreateDataSharingAgreementPayload,
  UpdateDataSharingAgreementInput,
  UpdateDataSharingAgreementPayload,
} from './data-sharing-changes.types.ts'
import * as service from './data-sharing.service.ts'

@Resolver()
export class DataSharingResolver {
  @Authorized('host-agency.manage')
  @Mutation(() => CreateDataSharingAgreementPayload, {
    description: 'Adds an agreement on sharing data with a host agency.',
  })
  createDataSharingAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => CreateDataSharingAgreementInput) input: CreateDataSharingAgreementInput,
  ): Promise<CreateDataSharingAgreementPayload> {
    return service.createDataSharingAgreement(ctx, input)
  }

  @Authorized('host-agency.manage')
  @Mutation(() => UpdateDataSharingAgreementPayload, {
    description: 'Changes or ends an agreement on sharing data.',
  })
  updateDataSharingAgreement(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => UpdateDataSharingAgreementInput) input: UpdateDataSharingAgreementInput,
  ): Promise<UpdateDataSharingAgreementPayload> {
    return service.updateDataSharingAgreement(ctx, input)
  }
}
