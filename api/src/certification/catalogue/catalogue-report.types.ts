import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'

@ObjectType('CatalogueReport', {
  simpleResolvers: true,
  description: "An open note of the organization that a credential's rule seems to have changed.",
})
export class CatalogueReportType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  whatChanged!: string

  @Field(() => String, { nullable: true, description: 'Where the change was seen.' })
  sourceUrl!: string | null

  @Field(() => String, { description: 'The name of the manager who noticed it.' })
  reportedBy!: string

  @Field(() => GraphQLDateTime)
  reportedAt!: Date
}

@InputType()
export class ReportCatalogueChangeInput {
  @Field(() => String, { description: 'The id of a credential in the catalogue.' })
  credentialId!: string

  @Field(() => String, { description: 'What changed, in own words; 1-1,000 characters.' })
  whatChanged!: string

  @Field(() => String, { nullable: true, description: 'A page that says so; https, at most 500 characters.' })
  sourceUrl?: string | null
}
