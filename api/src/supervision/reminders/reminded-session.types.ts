import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { Person } from '../../people/person.types.ts'

@ObjectType({
  simpleResolvers: true,
  description:
    'What a reminder is about, as it is today: who, when, which type. In the app alone, never in an email.',
})
export class RemindedSession {
  @Field(() => GraphQLUUID, {
    description: 'Of the planned or held session, or of the relationship that is due.',
  })
  id!: string

  @Field(() => [Person], {
    description: 'The supervisor to whoever is supervised, the others to the supervisor; at most 12.',
  })
  people!: Person[]

  @Field(() => GraphQLLocalDate, { description: 'The day of the session, or the day on which one is due.' })
  on!: string

  @Field(() => String, {
    nullable: true,
    description: 'HH:MM on the clock of the organization; null where no time is planned.',
  })
  time!: string | null

  @Field(() => [SupervisionType])
  types!: SupervisionType[]
}
