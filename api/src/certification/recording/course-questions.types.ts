import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, ObjectType, registerEnumType } from 'type-graphql'
import { NoEffectCause } from '@alongside/shared/certification/recording/asked-at-save'
import { CE_PEERS_MOST } from '@alongside/shared/certification/recording/ce-hours-input'
import { Person } from '../../people/person.types.ts'
import { AtMost } from '../../server/operations/input-limits.ts'
import { CourseInput } from '../course-check/course-answer.types.ts'
import { CertificationInBrief } from '../renewals/certification.types.ts'

registerEnumType(NoEffectCause, {
  name: 'NoEffectCause',
  description:
    'Why hours count for nothing. CROSSES_CYCLE_END: the course goes over the end of a cycle, and the board decides.',
})

@ArgsType()
export class CourseQuestionsArgs {
  @AtMost(CE_PEERS_MOST)
  @Field(() => [GraphQLUUID], { description: '1-500 peers who took it; unknown ones are left out.' })
  peerIds!: string[]

  @Field(() => CourseInput)
  course!: CourseInput
}

@ObjectType({ simpleResolvers: true, description: 'A course that is there already, spelled alike.' })
export class SameCourseRecorded {
  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true, description: 'Null where nobody said who gave it.' })
  provider!: string | null

  @Field(() => GraphQLLocalDate, { description: 'Its last day.' })
  heldOn!: string

  @Field(() => [Person], { description: 'Those of the peers who have it.' })
  peers!: Person[]
}

@ObjectType({ simpleResolvers: true, description: 'A peer for whom the hours would count for nothing.' })
export class CourseWithoutEffect {
  @Field(() => Person)
  peer!: Person

  @Field(() => CertificationInBrief, { nullable: true, description: 'Null where the peer holds none.' })
  certification!: CertificationInBrief | null

  @Field(() => NoEffectCause)
  cause!: NoEffectCause

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of the cycle in question, for OUTSIDE_CYCLE and CROSSES_CYCLE_END.',
  })
  cycleEndsOn!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What to ask before the hours of a course are recorded. Nothing of it keeps them from being recorded.',
})
export class CourseQuestions {
  @Field(() => [SameCourseRecorded])
  alreadyRecorded!: SameCourseRecorded[]

  @Field(() => [CourseWithoutEffect], {
    description:
      'Peers of whom no certification gains anything, and whoever has a cycle that ends in between.',
  })
  withoutEffect!: CourseWithoutEffect[]
}
