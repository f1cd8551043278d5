import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { VerificationResult } from '@alongside/shared/certification/history/verification-result'
import type { Lazily } from '../../server/graphql/payload.ts'
import { CertificationChanged } from '../history/certification-changed.types.ts'
import { Verification } from '../history/history.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

@InputType()
abstract class VerificationFields {
  @Field(() => GraphQLLocalDate, { description: 'Today or before, at most 10 years ago.' })
  checkedOn!: string

  @Field(() => String, { description: 'The register’s name or address; 1-200 characters.' })
  source!: string

  @Field(() => VerificationResult)
  result!: VerificationResult

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The expiry that the register showed: after the issue, at most 20 years ahead; none where nothing was found.',
  })
  expiresOnSeen?: string | null

  @Field(() => String, { nullable: true, description: 'At most 300 characters; the peer reads it too.' })
  note?: string | null
}

@ObjectType({ simpleResolvers: true })
abstract class VerificationChanged extends CertificationChanged {
  @Field(() => Verification)
  verification!: Lazily<Verification>
}

@InputType({ description: 'A look into a board’s register.' })
export class RecordVerificationInput extends VerificationFields {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  certificationId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The new verification.' })
export class RecordVerificationPayload extends VerificationChanged {}

@InputType({ description: 'A look into a board’s register as it really was.' })
export class CorrectVerificationInput extends VerificationFields {
  @Field(() => GraphQLUUID)
  verificationId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The record that says what is right.' })
export class CorrectVerificationPayload extends VerificationChanged {}

@InputType()
export class VoidVerificationInput {
  @Field(() => GraphQLUUID)
  verificationId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The verification, which counts for nothing any more.' })
export class VoidVerificationPayload extends VerificationChanged {}

@InputType()
export class RestoreVerificationInput extends VoidVerificationInput {}

@ObjectType({ simpleResolvers: true, description: 'The verification, which counts again.' })
export class RestoreVerificationPayload extends VerificationChanged {}
