import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../../server/request-context.ts'
import * as evidence from './evidence.service.ts'
import {
  AskForEvidenceInput,
  AskForEvidencePayload,
  AttachEvidenceInput,
  AttachEvidencePayload,
  RemoveEvidenceInput,
  RemoveEvidencePayload,
} from './evidence.types.ts'

@Resolver()
export class EvidenceResolver {
  @Authorized('certification.own')
  @Mutation(() => AttachEvidencePayload, {
    description:
      'Attaches files to a course of ones own, and to its versions; what is attached already stays so.',
  })
  attachEvidence(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AttachEvidenceInput) input: AttachEvidenceInput,
  ): Promise<AttachEvidencePayload> {
    return evidence.attachEvidence(ctx, input)
  }

  @Authorized('evidence.remove')
  @Mutation(() => RemoveEvidencePayload, {
    description: 'Erases the content of a file for good, by its holder or a manager; that it was there stays.',
  })
  removeEvidence(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => RemoveEvidenceInput) input: RemoveEvidenceInput,
  ): Promise<RemoveEvidencePayload> {
    return evidence.removeEvidence(ctx, input)
  }

  @Authorized('certification.manage')
  @Mutation(() => AskForEvidencePayload, {
    description: 'Asks a peer for the certificate of a course: one notification a day at most, without copies.',
  })
  askForEvidence(
    @Ctx('request') ctx: RequestContext,
    @Arg('input', () => AskForEvidenceInput) input: AskForEvidenceInput,
  ): Promise<AskForEvidencePayload> {
    return evidence.askForEvidence(ctx, input)
  }
}
