import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as evidence from './evidence.service.ts'
import {
  RequestEvidenceInput,
  RequestEvidencePayload,
  AddEvidenceInput,
  AddEvidencePayload,
  RemoveEvidenceInput,
  RemoveEvidencePayload,
} from './evidence.types.ts'

@Resolver()
export class EvidenceResolver {
  @Authorized('certification.own')
  @Mutation(() => AddEvidencePayload, {
    description:
      'Attaches files to a course of ones own, and to its versions; what is attached already stays so.',
  })
  addEvidence(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AddEvidenceInput) input: AddEvidenceInput,
  ): Promise<AddEvidencePayload> {
    return evidence.addEvidence(ctx, input)
  }

  @Authorized('evidence.remove')
  @Mutation(() => RemoveEvidencePayload, {
    description:
      'Erases the content of a file for good, by its holder or a manager; that it was there stays.',
  })
  removeEvidence(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemoveEvidenceInput) input: RemoveEvidenceInput,
  ): Promise<RemoveEvidencePayload> {
    return evidence.removeEvidence(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => RequestEvidencePayload, {
    description:
      'Asks a peer for the certificate of a course: one notification a day at most, without copies.',
  })
  requestEvidence(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RequestEvidenceInput) input: RequestEvidenceInput,
  ): Promise<RequestEvidencePayload> {
    return evidence.requestEvidence(ctx, input)
  }
}
