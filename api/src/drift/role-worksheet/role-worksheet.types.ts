import { RoleQuestion } from '@alongside/shared/drift/role-agreement/differences'
import { RoleAnswer, RoleSide } from '@alongside/shared/drift/role-agreement/role-agreement'
import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { IN_NAME } from '../role-agreement/role-agreement-changes.types.ts'
import { RoleAgreementLine } from '../role-agreement/role-agreement.types.ts'

registerEnumType(RoleQuestion, {
  name: 'RoleQuestion',
  description:
    'The three questions of a role worksheet (LAPPA, peer support in justice settings, 2021, appendix C).',
})

@ObjectType({ simpleResolvers: true, description: 'Three answers about one activity. Null was left open.' })
export class RoleWorksheetAnswerShown {
  @Field(() => String, { description: 'The key of a `RoleActivity`.' })
  activity!: string

  @Field(() => Boolean, { nullable: true })
  isPartOfRole!: boolean | null

  @Field(() => Boolean, { nullable: true })
  conflictsWithValues!: boolean | null

  @Field(() => Boolean, { nullable: true })
  isBetterSuited!: boolean | null

  @Field(() => String, { nullable: true, description: 'Who is better suited, by job.' })
  betterSuited!: string | null
}

@ObjectType('RoleWorksheet', {
  simpleResolvers: true,
  description:
    'One person’s answers about the peer role at a host agency: their own, and of others only once both have handed theirs in. Never a manager’s to read, except their own.',
})
export class RoleWorksheetShown {
  @Field(() => RoleSide)
  side!: RoleSide

  @Field(() => Person)
  person!: Person

  @Field(() => Boolean, { description: 'Whether it is the caller’s.' })
  isMine!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Who at the agency answered, where a manager wrote it down.',
  })
  onBehalfOf!: string | null

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Null while it is the owner’s alone.' })
  handedInAt!: Date | null

  @Field(() => [RoleWorksheetAnswerShown], { description: 'One for each activity that was answered.' })
  answers!: RoleWorksheetAnswerShown[]
}

@ObjectType({ simpleResolvers: true, description: 'How the worksheets compare in one activity.' })
export class ComparedRoleActivity {
  @Field(() => String, { description: 'The key of a `RoleActivity`.' })
  activity!: string

  @Field(() => [RoleQuestion], { description: 'The questions that two of them answered differently.' })
  differsIn!: readonly RoleQuestion[]

  @Field(() => RoleAnswer, { description: 'What all of them answered alike; NOT_ANSWERED otherwise.' })
  shared!: RoleAnswer
}

@ObjectType({
  simpleResolvers: true,
  description:
    'The worksheets about one placement that the caller may read, side by side. Where they differ is what to talk about.',
})
export class RoleComparison {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => [RoleWorksheetShown], { description: 'The peer’s, then supervisors’, then the agency’s.' })
  worksheets!: RoleWorksheetShown[]

  @Field(() => [ComparedRoleActivity])
  activities!: ComparedRoleActivity[]

  @Field(() => Int, { description: 'Activities in which at least one question differs.' })
  differenceCount!: number

  @Field(() => [RoleAgreementLine], {
    description: 'What all have answered alike, to begin an agreement with; empty with one side alone.',
  })
  sharedLines!: RoleAgreementLine[]
}

@InputType()
export class SetRoleAnswerInput {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => String, { description: 'The key of a `RoleActivity` that worksheets ask about.' })
  activity!: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'Should it be part of the role? Null leaves it open.',
  })
  isPartOfRole?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Does it conflict with the values of peer support?' })
  conflictsWithValues?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Is somebody else better suited?' })
  isBetterSuited?: boolean | null

  @Field(() => String, {
    nullable: true,
    description: 'At most 80 characters: who, by job. Only where somebody else is better suited.',
  })
  betterSuited?: string | null
}

@InputType()
export class SubmitRoleWorksheetInput {
  @Field(() => GraphQLUUID)
  placementId!: string

  @Field(() => String, { nullable: true, description: IN_NAME })
  onBehalfOf?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The caller’s own worksheet with the answer.' })
export class SetRoleAnswerPayload {
  @Field(() => RoleWorksheetShown)
  worksheet!: RoleWorksheetShown
}

@ObjectType({ simpleResolvers: true, description: 'The caller’s own worksheet, handed in.' })
export class SubmitRoleWorksheetPayload {
  @Field(() => RoleWorksheetShown)
  worksheet!: RoleWorksheetShown
}
