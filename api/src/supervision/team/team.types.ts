import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { TeamGroup } from '@alongside/shared/supervision/overview/team-groups'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { NamedPlace } from '../../people/named-place.types.ts'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { SupervisionRelationship } from '../supervision.types.ts'

registerEnumType(TeamGroup, {
  name: 'TeamGroup',
  description: 'When the next session with a person is due: the most urgent type decides.',
})

@InputType({ description: 'All that are given must hold.' })
export class TeamFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name; at most 100 characters.' })
  search?: string | null

  @Field(() => SupervisionType, {
    nullable: true,
    description: 'Only this type: it alone decides when somebody is due, and nobody else is listed.',
  })
  type?: SupervisionType | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'Works there today.' })
  hostAgencyId?: string | null

  @Field(() => TeamGroup, { nullable: true })
  group?: TeamGroup | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'One person of the signed-in supervisor’s team, with each type that they provide.',
})
export class TeamMember {
  @Field(() => Person)
  peer!: Person

  @Field(() => TeamGroup)
  group!: TeamGroup

  @Field(() => [NamedPlace], { description: 'Where they work today; at most 20, by name.' })
  hostAgencies!: NamedPlace[]

  @Field(() => [SupervisionRelationship], {
    description: 'Of the signed-in supervisor, in force today, by type.',
  })
  relationships!: SupervisionRelationship[]

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last session of a type that the supervisor provides, in the thirteen weeks of `weeks`; null: none.',
  })
  lastHeldOn!: string | null

  @Field(() => [Boolean], {
    description:
      'Thirteen weeks from Monday to Sunday, the oldest first, this one last: whether there was a session of such a type.',
  })
  weeks!: boolean[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many people each part of the list holds; the rest of the filter applies.',
})
export class TeamFacets {
  @Field(() => Int)
  overdue!: number

  @Field(() => Int)
  next7Days!: number

  @Field(() => Int)
  later!: number

  @Field(() => [SupervisionType], { description: 'Those that the supervisor provides.' })
  types!: SupervisionType[]

  @Field(() => [NamedPlace], { description: 'Where people of the team work today; at most 500, by name.' })
  hostAgencies!: NamedPlace[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'The team of the signed-in supervisor, one row a person; who is due first comes first.',
})
export class TeamConnection extends ConnectionTo(TeamMember, 'TeamMember') {
  @Field(() => TeamFacets)
  facets!: TeamFacets
}
