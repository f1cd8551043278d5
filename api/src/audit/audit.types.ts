import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { AuditArea } from '@alongside/shared/audit/audit-filter'
import { ConnectionTo } from '../server/graphql/connection.ts'
import { Person } from '../people/person.types.ts'

registerEnumType(AuditArea, {
  name: 'AuditArea',
  description: 'The part of the organization in which something changed.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'One value of an audit entry, as text; never something that somebody wrote about a person.',
})
export class AuditFact {
  @Field(() => String, { description: 'The column or measure, as `ends_on`.' })
  name!: string

  @Field(() => [String], { nullable: true, description: 'Before a change; null where nothing was there.' })
  before!: string[] | null

  @Field(() => [String], { nullable: true, description: 'After it, or as it was added or removed.' })
  after!: string[] | null
}

@ObjectType('AuditEntry', {
  simpleResolvers: true,
  description: 'One change in the organization: who, when, what, about whom. Never its content.',
})
export class AuditEntryShown {
  @Field(() => Int, {
    description:
      'The place among the entries that the reader may see in this list, the oldest first: no gap tells of any other.',
  })
  number!: number

  @Field(() => GraphQLDateTime)
  at!: Date

  @Field(() => AuditArea)
  area!: AuditArea

  @Field(() => String, { description: 'ADDED, CHANGED, REMOVED, or a name of its own.' })
  action!: string

  @Field(() => String, { description: 'The kind of record, as `supervision_relationship`.' })
  subject!: string

  @Field(() => Person, { nullable: true, description: 'Null: the system, or a program with a token.' })
  actor!: Person | null

  @Field(() => Person, { nullable: true, description: 'Whom it is about; null: nobody in particular.' })
  person!: Person | null

  @Field(() => [AuditFact])
  facts!: AuditFact[]
}

@ObjectType({ description: 'The audit trail, newest first.' })
export class AuditEntryConnection extends ConnectionTo(AuditEntryShown, 'AuditEntry') {}

@InputType({ description: 'What is left out does not narrow the list.' })
export class AuditTrailFilter {
  @Field(() => AuditArea, { nullable: true })
  area?: AuditArea | null

  @Field(() => String, { nullable: true, description: 'The kind of record, as `membership`.' })
  subject?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'Entries about this person.' })
  personId?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'Entries of what this person did.' })
  actorId?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'A part of the name of either; at most 80 characters.',
  })
  name?: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day, in the organization's time zone.",
  })
  from?: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day.' })
  to?: string | null
}
