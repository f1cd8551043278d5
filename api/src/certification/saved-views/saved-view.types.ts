import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'

@ObjectType('SavedView', {
  simpleResolvers: true,
  description: 'Filters and order of the renewals under a name; only who saved it sees it. At most 20.',
})
export class SavedViewType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { description: 'The part of the address of the page after the question mark.' })
  query!: string

  @Field(() => Boolean, { description: 'The page opens with it. At most one is.' })
  isDefault!: boolean
}

@InputType()
export class SaveViewInput {
  @Field(() => String, { description: '1-60 characters; each name once.' })
  name!: string

  @Field(() => String, {
    description:
      'Filters as in the address, such as `due=90&state=OH,KY`; at most 500 characters, never a search.',
  })
  query!: string
}

@InputType({ description: 'What is not given stays as it is.' })
export class ChangeViewInput {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => String, { nullable: true })
  query?: string | null

  @Field(() => Boolean, { nullable: true, description: 'True: this one instead of another.' })
  isDefault?: boolean | null
}
