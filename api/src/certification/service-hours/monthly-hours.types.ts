import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, Float, InputType, Int, ObjectType } from 'type-graphql'
import { MONTH_CELLS_MOST, MONTHS_MOST } from '@alongside/shared/certification/service-hours/monthly-hours'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { AtMost } from '../../server/operations/input-limits.ts'

@ArgsType()
export class ServiceMonthsArgs {
  @Field(() => GraphQLLocalDate, { description: 'The first day of the first month.' })
  from!: string

  @Field(() => Int, { description: `Months beside each other, 1-${MONTHS_MOST}; the last is this month.` })
  monthCount!: number

  @Field(() => String, { nullable: true, description: 'Part of a name; at most 100 characters.' })
  search?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Service hours of one peer in one calendar month.' })
export class ServiceMonth {
  @Field(() => GraphQLLocalDate, { description: 'The first day of the month.' })
  month!: string

  @Field(() => Float, {
    nullable: true,
    description: 'All entries within the month together; null where there are none.',
  })
  hours!: number | null

  @Field(() => Boolean, {
    description:
      'False where several entries, or one across months, stand for it: those are corrected one by one.',
  })
  isSettable!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'One peer with their service hours by month.' })
export class ServiceMonthsOfPeer {
  @Field(() => Person)
  peer!: Person

  @Field(() => [ServiceMonth], { description: 'The earliest first; 1-12.' })
  months!: ServiceMonth[]
}

@ObjectType({ description: 'Active peers by name, each with their service hours by month.' })
export class ServiceMonthsConnection extends ConnectionTo(ServiceMonthsOfPeer, 'ServiceMonthsOfPeer') {}

@InputType()
export class ServiceMonthInput {
  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => GraphQLLocalDate, {
    description: 'The first day of the month; this month or before, at most 10 years ago.',
  })
  month!: string

  @Field(() => Float, {
    description: 'In quarter hours; at most 24 for each day until today. 0: none in this month.',
  })
  hours!: number

  @Field(() => Float, { nullable: true, description: 'What the sheet showed before; null: nothing.' })
  expectedHours?: number | null
}

@InputType({ description: 'Cells of the sheet of service hours: all of them are set, or none.' })
export class SetServiceMonthsInput {
  @AtMost(MONTH_CELLS_MOST)
  @Field(() => [ServiceMonthInput], { description: `1-${MONTH_CELLS_MOST}, no month of a peer twice.` })
  cells!: ServiceMonthInput[]
}

@ObjectType({ simpleResolvers: true, description: 'How many cells hold another figure now.' })
export class SetServiceMonthsPayload {
  @Field(() => Int)
  changedCount!: number
}
