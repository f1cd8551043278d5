import { Field, Int, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { EarnedHours } from '../renewals/earned-hours.ts'

@ObjectType({ simpleResolvers: true, description: 'A course with everybody for whom it counts.' })
export class RecordedCourse {
  @Field(() => Int, {
    description: 'Grows with each change of one of its versions; sent back as `expectedRevision`.',
  })
  revision!: number

  @Field(() => EarnedHours)
  hours!: EarnedHours

  @Field(() => [Person], { description: 'Those for whom this version counts, by name; at most 200.' })
  peers!: Person[]
}
