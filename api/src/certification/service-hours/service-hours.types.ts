import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, InputType, ObjectType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { Voidable } from '../history/history.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'Service hours of a peer on a day or between two days.',
})
export class ServiceHoursEntry extends Voidable {
  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate)
  endsOn!: string

  @Field(() => Float)
  hours!: number

  @Field(() => Boolean, { description: 'Said to be further hours, beside other entries of the same days.' })
  allowsOverlap!: boolean
}

@ObjectType({ description: 'Service hours of a peer, the latest first.' })
export class ServiceHoursConnection extends ConnectionTo(ServiceHoursEntry, 'ServiceHours') {}

@InputType({ description: 'Service hours of a peer.' })
export class RecordServiceHoursInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => GraphQLLocalDate, { description: 'Today or before, at most 10 years ago.' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { description: 'The last day; at most 366 days in one entry.' })
  endsOn!: string

  @Field(() => Float, { description: 'In quarter hours; at most 24 for each day.' })
  hours!: number

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True: these are further hours beside other entries of the same days, which are refused otherwise.',
  })
  allowsOverlap!: boolean
}

@ObjectType({ simpleResolvers: true })
abstract class ServiceHoursChanged {
  @Field(() => ServiceHoursEntry)
  serviceHours!: Lazily<ServiceHoursEntry>
}

@ObjectType({ simpleResolvers: true, description: 'The new entry.' })
export class RecordServiceHoursPayload extends ServiceHoursChanged {}

@InputType()
export class VoidServiceHoursInput {
  @Field(() => GraphQLUUID)
  serviceHoursId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The entry, which counts for nothing any more.' })
export class VoidServiceHoursPayload extends ServiceHoursChanged {}

@InputType()
export class RestoreServiceHoursInput extends VoidServiceHoursInput {}

@ObjectType({ simpleResolvers: true, description: 'The entry, which counts again.' })
export class RestoreServiceHoursPayload extends ServiceHoursChanged {}
