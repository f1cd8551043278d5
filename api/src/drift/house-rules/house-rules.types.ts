import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

const LENGTH = 'At most 500 characters; null where nothing was agreed.'

@ObjectType('HouseRules', {
  simpleResolvers: true,
  description: 'What a host agency asks of peers who work there. A change is a further version.',
})
export class HouseRulesShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => String, {
    nullable: true,
    description: 'Whether peers drive participants, and with what car.',
  })
  transport!: string | null

  @Field(() => String, { nullable: true })
  homeVisits!: string | null

  @Field(() => String, { nullable: true, description: 'Whether peers ride along with officers.' })
  rideAlong!: string | null

  @Field(() => String, { nullable: true, description: 'Calls and messages outside working hours.' })
  outOfHours!: string | null

  @Field(() => String, { nullable: true, description: 'Who may ask a peer to do something.' })
  whoAsks!: string | null

  @Field(() => Person)
  writtenBy!: Person

  @Field(() => GraphQLDateTime)
  writtenAt!: Date
}

@InputType()
export class PublishHouseRulesInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  hostAgencyId!: string

  @Field(() => Int, { description: 'The version on which the change was decided; 0 where there was none.' })
  expectedVersion!: number

  @Field(() => String, { nullable: true, description: LENGTH })
  transport?: string | null

  @Field(() => String, { nullable: true, description: LENGTH })
  homeVisits?: string | null

  @Field(() => String, { nullable: true, description: LENGTH })
  rideAlong?: string | null

  @Field(() => String, { nullable: true, description: LENGTH })
  outOfHours?: string | null

  @Field(() => String, { nullable: true, description: LENGTH })
  whoAsks?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The rules as they are now.' })
export class PublishHouseRulesPayload {
  @Field(() => HouseRulesShown)
  houseRules!: HouseRulesShown
}
