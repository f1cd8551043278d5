import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import type { Lazily } from '../../server/graphql/payload.ts'
import { CertificationChanged } from './certification-changed.types.ts'
import { Certificate } from './history.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

// What can be done with the certificates of a certification.

@InputType()
abstract class CertificateFields {
  @Field(() => GraphQLLocalDate, { description: 'Its first day; at most a year ahead.' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { description: 'The last day printed on it; at most 20 years ahead.' })
  expiresOn!: string
}

@ObjectType({ simpleResolvers: true })
abstract class CertificateChanged extends CertificationChanged {
  @Field(() => Certificate)
  certificate!: Lazily<Certificate>
}

@InputType({ description: 'A renewed certificate, or an earlier one that nobody had entered.' })
export class RecordCertificateInput extends CertificateFields {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  certificationId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The new certificate.' })
export class RecordCertificatePayload extends CertificateChanged {}

@InputType({ description: 'The right days of a certificate.' })
export class CorrectCertificateInput extends CertificateFields {
  @Field(() => GraphQLUUID)
  certificateId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The record that says what is right.' })
export class CorrectCertificatePayload extends CertificateChanged {}

@InputType()
export class VoidCertificateInput {
  @Field(() => GraphQLUUID)
  certificateId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The certificate, which counts for nothing any more.' })
export class VoidCertificatePayload extends CertificateChanged {}

@InputType()
export class RestoreCertificateInput extends VoidCertificateInput {}

@ObjectType({ simpleResolvers: true, description: 'The certificate, which counts again.' })
export class RestoreCertificatePayload extends CertificateChanged {}
