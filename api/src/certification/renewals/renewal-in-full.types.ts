import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, ObjectType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { Renewal } from './renewal.types.ts'

@ObjectType({ simpleResolvers: true, description: 'Hours of one course.' })
export class EarnedHours {
  @Field(() => GraphQLUUID)
  activityId!: string

  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true })
  provider!: string | null

  @Field(() => GraphQLLocalDate)
  heldOn!: string

  @Field(() => Float)
  hours!: number

  @Field(() => [CeCategory])
  categories!: CeCategory[]
}

@ObjectType({ simpleResolvers: true, description: 'One certification with the courses behind its hours.' })
export class RenewalInFull extends Renewal {
  @Field(() => [EarnedHours], {
    description: 'All that is recorded for the peer, the latest first; at most 500.',
  })
  earnedHours!: EarnedHours[]
}
