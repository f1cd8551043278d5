import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { OrganizationKind } from '@alongside/shared/people/organization/organization-kinds'
import { SetupStep, SetupStepState } from '@alongside/shared/people/setup/setup-steps'

registerEnumType(OrganizationKind, {
  name: 'OrganizationKind',
  description: 'What kind of organization employs the peers; it decides wording, never rights.',
})
registerEnumType(SetupStep, {
  name: 'SetupStep',
  description: 'A step of the first hour; any may be skipped and done later.',
})
registerEnumType(SetupStepState, { name: 'SetupStepState', description: 'How a step of setting up stands.' })

@ObjectType({
  simpleResolvers: true,
  description: 'What the organization states about itself; a change acts at the next request.',
})
export class OrganizationSettings {
  @Field(() => String)
  name!: string

  @Field(() => OrganizationKind)
  kind!: OrganizationKind

  @Field(() => String, { description: 'Two letters, as the postal service writes it.' })
  homeState!: string

  @Field(() => String, { description: 'IANA time zone; calendar dates are dates there.' })
  timeZone!: string

  @Field(() => String, { description: 'Language for whoever has not chosen: en or es.' })
  locale!: string

  @Field(() => Int, { description: 'Grows with each change; sent back with one.' })
  revision!: number
}

@InputType()
export class OrganizationSettingsInput {
  @Field(() => String, { description: '1-120 characters.' })
  name!: string

  @Field(() => OrganizationKind)
  kind!: OrganizationKind

  @Field(() => String, { description: 'A state, the District of Columbia or a territory: two letters.' })
  homeState!: string

  @Field(() => String, { description: 'An IANA time zone, such as America/New_York.' })
  timeZone!: string

  @Field(() => String, { description: 'en or es.' })
  locale!: string
}

@ObjectType({ simpleResolvers: true, description: 'A help contact as the admin edits it.' })
export class OrganizationHelpContact {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  label!: string

  @Field(() => String, { nullable: true })
  phone!: string | null

  @Field(() => String, { nullable: true, description: 'An https address.' })
  url!: string | null
}

@InputType()
export class HelpContactInput {
  @Field(() => String, { description: '1-80 characters.' })
  label!: string

  @Field(() => String, { nullable: true, description: 'At most 30 characters; this or a page is needed.' })
  phone?: string | null

  @Field(() => String, { nullable: true, description: 'At most 300 characters, beginning with https://.' })
  url?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'A team as the climate page reports on it; each peer is in one at most.',
})
export class ReportingTeam {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when nobody can be put into it.' })
  archivedAt!: Date | null

  @Field(() => Int, {
    description: 'Counts nobody for an admin who is no manager: who works where is not theirs.',
  })
  memberCount!: number
}

@ObjectType({ simpleResolvers: true, description: 'A step of setting up, and what was decided about it.' })
export class OrganizationSetupStepState {
  @Field(() => SetupStep)
  step!: SetupStep

  @Field(() => SetupStepState)
  state!: SetupStepState

  @Field(() => GraphQLDateTime, { nullable: true })
  decidedAt!: Date | null

  @Field(() => String, { nullable: true })
  decidedByName!: string | null
}
