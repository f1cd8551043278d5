import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { OrganizationKind } from '@alongside/shared/people/organization/organization-kinds'
import { unionWithStale } from '../../server/graphql/payload.ts'

registerEnumType(OrganizationKind, {
  name: 'OrganizationKind',
  description: 'What kind of organization employs the peers; it decides wording, never rights.',
})

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

  @Field(() => Int, { description: 'Grows with each change; sent back as `expectedRevision`.' })
  revision!: number
}

@InputType()
export class UpdateOrganizationInput {
  @Field(() => Int, { description: 'The revision on which the change was decided, as last read.' })
  expectedRevision!: number

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

@ObjectType({ simpleResolvers: true, description: 'The settings as they are now.' })
export class OrganizationUpdated {
  @Field(() => OrganizationSettings)
  settings!: OrganizationSettings
}

export const UpdateOrganizationPayload = unionWithStale(
  'UpdateOrganizationPayload',
  'The changed settings, or that somebody else changed them first.',
  () => OrganizationUpdated,
)
