import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import type { Lazily } from '../../server/graphql/payload.ts'
import { HostAgencyType } from '../host-agencies/host-agency.types.ts'
import { DataSharingAgreement } from './data-sharing-agreement.entity.ts'
import type { DataSharingAgreementShown } from './data-sharing.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

/** What an agreement says, new or changed. */
@InputType()
export abstract class DataSharingAgreementFields {
  @Field(() => String, { description: '1-120 characters.' })
  reference!: string

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; not before the first.' })
  endsOn?: string | null
}

@ObjectType({ simpleResolvers: true })
abstract class AgreementChanged {
  @Field(() => DataSharingAgreement)
  agreement!: DataSharingAgreementShown

  @Field(() => HostAgencyType)
  hostAgency!: Lazily<HostAgencyType>
}

@InputType()
export class CreateDataSharingAgreementInput extends DataSharingAgreementFields {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  hostAgencyId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The new agreement, and the agency with it.' })
export class CreateDataSharingAgreementPayload extends AgreementChanged {}

@InputType()
export class UpdateDataSharingAgreementInput extends DataSharingAgreementFields {
  @Field(() => GraphQLUUID)
  agreementId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The changed agreement, and the agency with it.' })
export class UpdateDataSharingAgreementPayload extends AgreementChanged {}
