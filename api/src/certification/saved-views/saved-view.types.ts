import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

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

@ObjectType({ description: 'Saved views in their order.' })
export class SavedViewConnection extends ConnectionTo(SavedViewType, 'SavedView') {}

/** A change of one can take the page from another, so the list comes with it. */
@ObjectType({ simpleResolvers: true })
abstract class SavedViewChanged {
  @Field(() => SavedViewType)
  savedView!: SavedViewType

  @Field(() => [SavedViewType], { description: 'All of the person in their order; at most 20.' })
  savedViews!: SavedViewType[]
}

@InputType()
export class CreateSavedViewInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => String, { description: '1-60 characters; each name once.' })
  name!: string

  @Field(() => String, {
    description:
      'Filters as in the address, such as `due=90&state=OH,KY`; at most 500 characters, never a search.',
  })
  query!: string
}

@ObjectType({ simpleResolvers: true, description: 'The new view.' })
export class CreateSavedViewPayload extends SavedViewChanged {}

@InputType({ description: 'What is not given stays as it is.' })
export class UpdateSavedViewInput {
  @Field(() => GraphQLUUID)
  savedViewId!: string

  @Field(() => String, { nullable: true })
  name?: string | null

  @Field(() => String, { nullable: true })
  query?: string | null

  @Field(() => Boolean, { nullable: true, description: 'True: this one instead of another.' })
  isDefault?: boolean | null
}

@ObjectType({ simpleResolvers: true, description: 'The view as it is now.' })
export class UpdateSavedViewPayload extends SavedViewChanged {}

@InputType()
export class RemoveSavedViewInput {
  @Field(() => GraphQLUUID)
  savedViewId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The view, which is on the list no more.' })
export class RemoveSavedViewPayload extends SavedViewChanged {}

@InputType()
export class RestoreSavedViewInput extends RemoveSavedViewInput {}

@ObjectType({ simpleResolvers: true, description: 'The view, which is on the list again.' })
export class RestoreSavedViewPayload extends SavedViewChanged {}
