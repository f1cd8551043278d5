import { DriftCause } from '@alongside/shared/drift/drift-causes'
import { MAX_FLAG_READERS } from '@alongside/shared/drift/flag-input'
import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType } from 'type-graphql'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { ListOf } from '../../server/operations/input-limits.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

@ObjectType('DriftFlagDraft', {
  simpleResolvers: true,
  description: 'What the signed-in peer may raise as a flag later. Nobody else can learn that it is there.',
})
export class DriftFlagDraftShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  evidence!: string

  @Field(() => DriftCause, { nullable: true, description: 'Null while the peer has not chosen one.' })
  cause!: DriftCause | null

  @Field(() => String, { nullable: true, description: 'How the peer sees it, as far as they wrote it.' })
  response!: string | null

  @Field(() => GraphQLDateTime)
  savedAt!: Date

  @Field(() => [GraphQLUUID], {
    nullable: true,
    description: 'The supervisors whom the peer chose; null for all who teach or support them.',
  })
  supervisorIds!: string[] | null
}

@ObjectType({ description: 'Drafts of one’s own, the last saved first.' })
export class DriftFlagDraftConnection extends ConnectionTo(DriftFlagDraftShown, 'DriftFlagDraft') {}

@InputType()
export class CreateDriftFlagDraftInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => String, { description: '1-2000 characters.' })
  evidence!: string

  @Field(() => DriftCause, { nullable: true })
  cause?: DriftCause | null

  @Field(() => String, { nullable: true, description: 'At most 2000 characters.' })
  response?: string | null

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'A draft that this one takes the place of; if it is gone meanwhile, both are kept.',
  })
  replacesId?: string | null

  @ListOf(
    MAX_FLAG_READERS,
    () => GraphQLUUID,
    'Who is meant to see it, by id; null for all who teach or support the peer. At most 50.',
    true,
  )
  supervisorIds?: string[] | null
}

@ObjectType({ simpleResolvers: true, description: 'The draft.' })
export class CreateDriftFlagDraftPayload {
  @Field(() => DriftFlagDraftShown)
  draft!: DriftFlagDraftShown
}

@InputType()
export class RemoveDriftFlagDraftInput {
  @Field(() => GraphQLUUID)
  draftId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The draft as it was.' })
export class RemoveDriftFlagDraftPayload {
  @Field(() => DriftFlagDraftShown)
  draft!: DriftFlagDraftShown
}
