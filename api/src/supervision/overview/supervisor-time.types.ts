import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, InputType, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'

@InputType({ description: 'How much of a full-time position somebody has for supervising.' })
export class RecordSupervisorTimeInput {
  @Field(() => GraphQLUUID, { description: 'A supervisor of the organization, not oneself.' })
  supervisorId!: string

  @Field(() => Float, { description: '0.01-1, in hundredths: 1 is a full-time position.' })
  fullTimeShare!: number

  @Field(() => GraphQLLocalDate, {
    description:
      'From this day on: today at the latest, at most five years ago. The same day again replaces it.',
  })
  startsOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'The time of a supervisor, from a day on.' })
export class SupervisorTimeRecorded {
  @Field(() => Person)
  supervisor!: Person

  @Field(() => Float, { description: '0.01-1.' })
  fullTimeShare!: number

  @Field(() => GraphQLLocalDate)
  startsOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'What was recorded.' })
export class RecordSupervisorTimePayload {
  @Field(() => SupervisorTimeRecorded)
  supervisorTime!: SupervisorTimeRecorded
}
