import { ActivityFunction, ActivityGroup } from '@alongside/shared/drift/activities/activity-functions'
import { MAX_CUSTOM_ACTIVITIES } from '@alongside/shared/drift/activities/custom-activity-input'
import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(ActivityFunction, {
  name: 'ActivityFunction',
  description:
    'The kind of work: the eight common functions of peer support workers (LAPPA, peer support in justice settings, 2021, table 1), and four that pull a peer away from them.',
})
registerEnumType(ActivityGroup, {
  name: 'ActivityGroup',
  description: 'The parts of the role worksheet, in the order of its source (appendix C).',
})

@ObjectType({
  simpleResolvers: true,
  description:
    'Something that a peer may be asked to do: one of the 54 of the catalogue, or one that the organization added.',
})
export class RoleActivity {
  @Field(() => String, { description: 'The key of the catalogue, or `custom-` and an id.' })
  key!: string

  @Field(() => String, {
    nullable: true,
    description: 'The name that the organization gave; null for the catalogue, whose names are translated.',
  })
  name!: string | null

  @Field(() => ActivityGroup)
  group!: ActivityGroup

  @Field(() => ActivityFunction, {
    description: 'How the organization reads it; a reading answers nothing in a worksheet.',
  })
  function!: ActivityFunction

  @Field(() => ActivityFunction, {
    nullable: true,
    description: 'How Alongside reads it; null for an activity of the organization.',
  })
  catalogueFunction!: ActivityFunction | null

  @Field(() => Boolean, { description: 'Whether worksheets no longer ask about it.' })
  isArchived!: boolean
}

@ObjectType({
  description:
    'The catalogue in the order of its source, then the activities of the organization by name, archived ones last.',
})
export class RoleActivityConnection extends ConnectionTo(RoleActivity, 'RoleActivity') {}

@InputType()
export class CreateCustomActivityInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => String, {
    description: `1-80 characters, not used by another; at most ${MAX_CUSTOM_ACTIVITIES} activities in use.`,
  })
  name!: string

  @Field(() => ActivityGroup)
  group!: ActivityGroup

  @Field(() => ActivityFunction)
  function!: ActivityFunction
}

@InputType()
export class SetActivityFunctionInput {
  @Field(() => String, { description: 'An activity of the catalogue or of the organization.' })
  key!: string

  @Field(() => ActivityFunction)
  function!: ActivityFunction
}

@InputType()
export class ArchiveCustomActivityInput {
  @Field(() => GraphQLUUID, { description: 'The id in the key, without `custom-`.' })
  id!: string
}

@InputType()
export class RenameCustomActivityInput {
  @Field(() => GraphQLUUID, { description: 'The id in the key, without `custom-`.' })
  id!: string

  @Field(() => String, { description: '1-80 characters, not used by another.' })
  name!: string
}

@InputType()
export class RestoreCustomActivityInput {
  @Field(() => GraphQLUUID, { description: 'The id in the key, without `custom-`.' })
  id!: string
}

@ObjectType({ simpleResolvers: true, description: 'The new activity.' })
export class CreateCustomActivityPayload {
  @Field(() => RoleActivity)
  activity!: RoleActivity
}

@ObjectType({ simpleResolvers: true, description: 'The activity as the organization reads it now.' })
export class SetActivityFunctionPayload {
  @Field(() => RoleActivity)
  activity!: RoleActivity
}

@ObjectType({ simpleResolvers: true, description: 'The activity that worksheets no longer ask about.' })
export class ArchiveCustomActivityPayload {
  @Field(() => RoleActivity)
  activity!: RoleActivity
}

@ObjectType({ simpleResolvers: true, description: 'The activity under its new name.' })
export class RenameCustomActivityPayload {
  @Field(() => RoleActivity)
  activity!: RoleActivity
}

@ObjectType({ simpleResolvers: true, description: 'The activity that worksheets ask about again.' })
export class RestoreCustomActivityPayload {
  @Field(() => RoleActivity)
  activity!: RoleActivity
}
