import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

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

@ObjectType({ description: 'Teams by name, archived ones last.' })
export class ReportingTeamConnection extends ConnectionTo(ReportingTeam, 'ReportingTeam') {}

@InputType()
abstract class OneReportingTeamInput {
  @Field(() => GraphQLUUID)
  reportingTeamId!: string
}

@ObjectType({ simpleResolvers: true })
abstract class ReportingTeamChanged {
  @Field(() => ReportingTeam)
  reportingTeam!: ReportingTeam
}

@InputType()
export class CreateReportingTeamInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => String, { description: '1-80 characters.' })
  name!: string
}

@ObjectType({ simpleResolvers: true, description: 'The new team.' })
export class CreateReportingTeamPayload extends ReportingTeamChanged {}

@InputType()
export class UpdateReportingTeamInput extends OneReportingTeamInput {
  @Field(() => String, { description: '1-80 characters.' })
  name!: string
}

@ObjectType({ simpleResolvers: true, description: 'The team with its new name.' })
export class UpdateReportingTeamPayload extends ReportingTeamChanged {}

@InputType()
export class ArchiveReportingTeamInput extends OneReportingTeamInput {}

@ObjectType({ simpleResolvers: true, description: 'The archived team.' })
export class ArchiveReportingTeamPayload extends ReportingTeamChanged {}

@InputType()
export class UnarchiveReportingTeamInput extends OneReportingTeamInput {}

@ObjectType({ simpleResolvers: true, description: 'The team, in use again.' })
export class UnarchiveReportingTeamPayload extends ReportingTeamChanged {}
