import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { DataSharingAgreement } from './data-sharing-agreement.entity.ts'
import { DataSharingState } from '@alongside/shared/people/data-sharing/data-sharing'

registerEnumType(DataSharingState, {
  name: 'DataSharingState',
  description: 'Whether an agreement on sharing data holds today, and for more than 90 days.',
})

/** What the API shows of it. */
export type DataSharingAgreementShown = Pick<DataSharingAgreement, 'id' | 'reference' | 'startsOn' | 'endsOn'>

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

  @Field(() => [DataSharingAgreement], { description: 'The latest first.' })
  agreements!: DataSharingAgreementShown[]
}
