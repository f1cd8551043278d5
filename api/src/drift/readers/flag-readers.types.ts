import { GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { DriftFlagDraftShown } from '../drafts/drift-flag-draft.types.ts'

@InputType()
export class UndoDriftFlagInput {
  @Field(() => GraphQLUUID)
  driftFlagId!: string
}

@ObjectType({ simpleResolvers: true, description: 'What was raised, as a draft of the peer’s own.' })
export class UndoDriftFlagPayload {
  @Field(() => DriftFlagDraftShown)
  draft!: DriftFlagDraftShown
}
