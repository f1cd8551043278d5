import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import {
  SkillRating,
  SUPERVISOR_SKILLS,
  SupervisorSkill,
} from '@alongside/shared/supervision/competencies/supervisor-skills'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { ListOf } from '../../server/operations/input-limits.ts'

registerEnumType(SupervisorSkill, {
  name: 'SupervisorSkill',
  description: 'What a supervisor of peers brings along (after the LAPPA toolkit 2021, chapter 3).',
})
registerEnumType(SkillRating, {
  name: 'SkillRating',
  description: 'How one sees oneself in a skill; words, never a score.',
})

@ObjectType({ simpleResolvers: true, description: 'One skill, as one saw oneself in it.' })
export class SkillReflection {
  @Field(() => SupervisorSkill)
  skill!: SupervisorSkill

  @Field(() => SkillRating)
  rating!: SkillRating
}

@ObjectType({
  simpleResolvers: true,
  description: 'How the signed-in supervisor saw their own skills on a day. Nobody else can read it.',
})
export class MySupervisorReflection {
  @Field(() => GraphQLLocalDate)
  answeredOn!: string

  @Field(() => [SkillReflection], { description: 'In the order of the ten; what was skipped is left out.' })
  ratings!: SkillReflection[]
}

@ObjectType({ description: 'One’s own, the latest first.' })
export class MySupervisorReflectionConnection extends ConnectionTo(
  MySupervisorReflection,
  'MySupervisorReflection',
) {}

@InputType({ description: 'How one sees oneself in one skill.' })
export class SkillReflectionInput {
  @Field(() => SupervisorSkill)
  skill!: SupervisorSkill

  @Field(() => SkillRating)
  rating!: SkillRating
}

@InputType({ description: 'How one sees one’s own skills today.' })
export class RecordSupervisorReflectionInput {
  @ListOf(
    SUPERVISOR_SKILLS.length,
    () => SkillReflectionInput,
    'At least one, at most 10; each skill once. What is left out is skipped.',
  )
  ratings!: SkillReflectionInput[]
}

@ObjectType({ simpleResolvers: true, description: 'The reflection as it was saved.' })
export class RecordSupervisorReflectionPayload {
  @Field(() => MySupervisorReflection)
  reflection!: MySupervisorReflection
}
