import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import {
  RenewalPathState,
  RenewalStepKind,
  RenewalStepState,
} from '@alongside/shared/certification/renewal-path/renewal-path'
import {
  LapseCause,
  RenewalDecision,
  ReturnReason,
} from '@alongside/shared/certification/renewal-path/submission-input'
import { Person } from '../../people/person.types.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'
import { SupervisorAttestationType } from './supervisor-attestation.types.ts'
import { CertificationType } from '../renewals/certification.types.ts'

registerEnumType(RenewalPathState, {
  name: 'RenewalPathState',
  description: 'Where a renewal is on its way.',
})
registerEnumType(RenewalStepKind, {
  name: 'RenewalStepKind',
  description: 'The steps of a renewal, in their order.',
})
registerEnumType(RenewalStepState, { name: 'RenewalStepState', description: 'NOW: it is the next one.' })
registerEnumType(RenewalDecision, { name: 'RenewalDecision', description: 'What the board decided.' })
registerEnumType(ReturnReason, { name: 'ReturnReason', description: 'Why a board sent a renewal back.' })
registerEnumType(LapseCause, { name: 'LapseCause', description: 'Why a certification lapsed.' })

@ObjectType('RenewalStep', {
  simpleResolvers: true,
  description: 'One step on the way to the next certificate.',
})
export class RenewalStepType {
  @Field(() => RenewalStepKind)
  kind!: RenewalStepKind

  @Field(() => RenewalStepState)
  state!: RenewalStepState

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day it was done, or by which it is due; null where none is known.',
  })
  on!: string | null
}

@ObjectType('RenewalSubmission', {
  simpleResolvers: true,
  description: 'A renewal that was sent to the board.',
})
export class RenewalSubmissionType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLLocalDate)
  submittedOn!: string

  @Field(() => String, { nullable: true, description: 'Of the receipt; null where none was entered.' })
  receiptNumber!: string | null

  @Field(() => Int, { nullable: true, description: 'In US dollars; null where none was entered.' })
  feeUsd!: number | null

  @Field(() => RenewalDecision, { nullable: true, description: 'Null: the board has not decided.' })
  outcome!: RenewalDecision | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null: the board has not decided.' })
  decidedOn!: string | null

  @Field(() => ReturnReason, { nullable: true, description: 'Only of one that was sent back.' })
  returnReason!: ReturnReason | null

  @Field(() => Person, { nullable: true, description: 'Null where the reader may not see who it was.' })
  recordedBy!: Person | null
}

@ObjectType('RenewalPath', {
  simpleResolvers: true,
  description: 'The way of this cycle from its opening to the decision of the board.',
})
export class RenewalPathType {
  @Field(() => RenewalPathState)
  state!: RenewalPathState

  @Field(() => [RenewalStepType], { description: 'In their order; empty where the expiry is not known.' })
  steps!: readonly RenewalStepType[]

  @Field(() => RenewalSubmissionType, {
    nullable: true,
    description: 'The latest of this cycle that counts; null where none was sent.',
  })
  submission!: RenewalSubmissionType | null

  @Field(() => LapseCause, {
    nullable: true,
    description: 'Why it lapsed at the expiry in force; null where nobody has said.',
  })
  lapseCause!: LapseCause | null

  @Field(() => Boolean, { description: "The board wants a supervisor's word with the renewal." })
  isSupervisorAsked!: boolean

  @Field(() => SupervisorAttestationType, {
    nullable: true,
    description: 'The latest of this cycle; null where nobody was asked.',
  })
  supervisorAttestation!: SupervisorAttestationType | null
}

@InputType({ description: 'A renewal that was sent to the board.' })
export class RecordRenewalSubmissionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => GraphQLLocalDate, {
    description: "Today or before, at most 2 years ago, and not before the board's own opening.",
  })
  submittedOn!: string

  @Field(() => String, { nullable: true, description: 'Of the receipt; at most 60 characters.' })
  receiptNumber?: string | null

  @Field(() => Int, { nullable: true, description: 'What was paid, in whole US dollars: 0-10,000.' })
  feeUsd?: number | null
}

@ObjectType({ simpleResolvers: true })
abstract class RenewalChanged {
  @Field(() => CertificationType)
  certification!: Lazily<CertificationType>
}

@ObjectType({ simpleResolvers: true, description: 'The certification, which waits for the board now.' })
export class RecordRenewalSubmissionPayload extends RenewalChanged {
  @Field(() => GraphQLUUID)
  renewalSubmissionId!: string
}

@InputType({ description: 'What the board decided about a renewal that was sent in.' })
export class RecordRenewalDecisionInput {
  @Field(() => GraphQLUUID)
  renewalSubmissionId!: string

  @Field(() => RenewalDecision)
  outcome!: RenewalDecision

  @Field(() => GraphQLLocalDate, { description: 'Today or before, not before it was sent.' })
  decidedOn!: string

  @Field(() => ReturnReason, { nullable: true, description: 'With RETURNED, and only then.' })
  returnReason?: ReturnReason | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'With APPROVED: the first day of the new certificate.',
  })
  startsOn?: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'With APPROVED: the expiry printed on it.' })
  expiresOn?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'The certification: after an approval with its new expiry, in its next cycle.',
})
export class RecordRenewalDecisionPayload extends RenewalChanged {}

@InputType()
export class VoidRenewalSubmissionInput {
  @Field(() => GraphQLUUID)
  renewalSubmissionId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The certification, as if it had not been sent.' })
export class VoidRenewalSubmissionPayload extends RenewalChanged {}

@InputType()
export class SignRenewalAttestationInput {
  @Field(() => GraphQLUUID)
  certificationId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The certification, attested for this cycle.' })
export class SignRenewalAttestationPayload extends RenewalChanged {}

@InputType({ description: 'Why a certification lapsed.' })
export class RecordLapseCauseInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => LapseCause)
  cause!: LapseCause
}

@ObjectType({ simpleResolvers: true, description: 'The certification with the cause.' })
export class RecordLapseCausePayload extends RenewalChanged {}
