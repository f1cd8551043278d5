import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { type Lazily, unionWithStale } from '../../server/graphql/payload.ts'
import { CE_PEERS_MOST } from '@alongside/shared/certification/recording/ce-hours-input'
import { AtMost } from '../../server/operations/input-limits.ts'
import { Approvers, CourseHoursInput } from './certification.types.ts'
import { EarnedHours } from '../renewals/earned-hours.ts'

// What can be done with hours that were recorded: for everybody whom a course was given to, or for some of them.

const EXPECTED = { description: 'The revision of the course on which the change was decided.' }

@InputType({ description: 'A course as it really was; it replaces a version that counts.' })
export class CorrectContinuingEducationInput extends CourseHoursInput {
  @Approvers()
  override approvedBy?: string[] | null

  @Field(() => GraphQLUUID, { description: 'The version that is wrong.' })
  activityId!: string

  @Field(() => Int, EXPECTED)
  expectedRevision!: number

  @AtMost(CE_PEERS_MOST)
  @Field(() => [GraphQLUUID], {
    nullable: true,
    description: 'Some of those for whom it counts, at most 200, none twice; null: all of them.',
  })
  peerIds?: string[] | null
}

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

@ObjectType({ simpleResolvers: true })
export abstract class HoursChanged {
  @Field(() => RecordedCourse)
  course!: Lazily<RecordedCourse>

  @Field(() => [Person], { description: 'For whom it was changed, by name; at most 200.' })
  peers!: Person[]
}

@ObjectType({ simpleResolvers: true, description: 'The new version of the course.' })
export class ContinuingEducationCorrected extends HoursChanged {
  @Field(() => Boolean, { description: 'The same was sent before: nothing was written now.' })
  replayed!: boolean
}

export const CorrectContinuingEducationPayload = unionWithStale(
  'CorrectContinuingEducationPayload',
  'The corrected course, or that somebody else changed it first.',
  () => ContinuingEducationCorrected,
)

@InputType()
export class VoidContinuingEducationInput {
  @Field(() => GraphQLUUID)
  activityId!: string

  @Field(() => Int, EXPECTED)
  expectedRevision!: number

  @AtMost(CE_PEERS_MOST)
  @Field(() => [GraphQLUUID], {
    nullable: true,
    description: 'Some of those for whom it counts, at most 200, none twice; null: all of them.',
  })
  peerIds?: string[] | null
}

@ObjectType({ simpleResolvers: true, description: 'The course, which counts for these people no more.' })
export class ContinuingEducationVoided extends HoursChanged {}

export const VoidContinuingEducationPayload = unionWithStale(
  'VoidContinuingEducationPayload',
  'The voided hours, or that somebody else changed the course first.',
  () => ContinuingEducationVoided,
)

@InputType()
export class RestoreContinuingEducationInput {
  @Field(() => GraphQLUUID)
  activityId!: string

  @Field(() => Int, EXPECTED)
  expectedRevision!: number

  @AtMost(CE_PEERS_MOST)
  @Field(() => [GraphQLUUID], {
    nullable: true,
    description:
      'Some of those for whom it was voided or corrected, at most 200, none twice; null: all of them.',
  })
  peerIds?: string[] | null
}

@ObjectType({ simpleResolvers: true, description: 'The course, which counts for these people again.' })
export class ContinuingEducationRestored extends HoursChanged {}

export const RestoreContinuingEducationPayload = unionWithStale(
  'RestoreContinuingEducationPayload',
  'The restored hours, or that somebody else changed the course first.',
  () => ContinuingEducationRestored,
)
