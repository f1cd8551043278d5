import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { DataSharingState } from '@alongside/shared/people/data-sharing/data-sharing'

registerEnumType(DataSharingState, {
  name: 'DataSharingState',
  description: 'Whether an agreement on sharing data holds today, and for more than 90 days.',
})

@ObjectType('DataSharingAgreement', {
  simpleResolvers: true,
  description: 'The paper under which data is shared with a host agency.',
})
export class DataSharingAgreementType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String, { description: 'How the paper is found in the files.' })
  reference!: string

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null without an end.' })
  endsOn!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Whether data may be shared with a host agency today, and the agreements behind it.',
})
export class DataSharing {
  @Field(() => DataSharingState)
  state!: DataSharingState

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Until when data may be shared without a gap; null without an end, or where none holds.',
  })
  until!: string | null

  @Field(() => [DataSharingAgreementType], { description: 'The latest first.' })
  agreements!: DataSharingAgreementType[]
}
