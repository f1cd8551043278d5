import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

@ObjectType('CatalogueReport', {
  simpleResolvers: true,
  description: "A note of the organization that a credential's rule seems to have changed.",
})
export class CatalogueReportType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  whatChanged!: string

  @Field(() => String, { nullable: true, description: 'Where the change was seen.' })
  sourceUrl!: string | null

  @Field(() => Person, { description: 'The manager who noticed it.' })
  reportedBy!: Person

  @Field(() => GraphQLDateTime)
  reportedAt!: Date

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Null until somebody has looked into it.' })
  settledAt!: Date | null
}

@ObjectType({ description: 'Notes on a credential that nobody has looked into yet, the newest first.' })
export class CatalogueReportConnection extends ConnectionTo(CatalogueReportType, 'CatalogueReport') {}

@InputType()
export class ReportCatalogueChangeInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => ID, { description: 'A credential of the catalogue.' })
  credentialId!: string

  @Field(() => String, { description: 'What changed, in own words; 1-1,000 characters.' })
  whatChanged!: string

  @Field(() => String, { nullable: true, description: 'A page that says so; https, at most 500 characters.' })
  sourceUrl?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The new note.' })
export class ReportCatalogueChangePayload {
  @Field(() => CatalogueReportType)
  catalogueReport!: Lazily<CatalogueReportType>
}

@InputType()
export class SettleCatalogueReportInput {
  @Field(() => GraphQLUUID)
  catalogueReportId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The note, which is kept and no longer listed.' })
export class SettleCatalogueReportPayload {
  @Field(() => CatalogueReportType)
  catalogueReport!: Lazily<CatalogueReportType>
}
