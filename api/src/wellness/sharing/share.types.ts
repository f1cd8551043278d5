import { ShareKind, ShareScope, ShareState } from '@alongside/shared/wellness/sharing/share-ticket'
import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(ShareKind, { name: 'ShareKind', description: 'What of one’s own is shared.' })
registerEnumType(ShareScope, {
  name: 'ShareScope',
  description:
    'How much is shared: only the scores (how the week felt, energy and rest; the three results of ProQOL), or everything.',
})
registerEnumType(ShareState, {
  name: 'ShareState',
  description: 'Whether anybody could look at it now: open, or why not. ENDED: the supervision has ended.',
})

@ObjectType({ simpleResolvers: true, description: 'That somebody looked at what was shared with them.' })
export class ShareLookShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person)
  lookedBy!: Person

  @Field(() => GraphQLDateTime)
  lookedAt!: Date
}

@ObjectType('Share', {
  simpleResolvers: true,
  description: 'Something of one’s own that one shares, or has shared, with one supportive supervisor.',
})
export class ShareShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => ShareKind)
  kind!: ShareKind

  @Field(() => ShareScope)
  scope!: ShareScope

  @Field(() => GraphQLUUID, { description: 'The id of what is shared.' })
  artefactId!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Of a check-in: the Monday of its week.' })
  weekStart!: string | null

  @Field(() => String, { nullable: true, description: 'Of a line of the plan: its text.' })
  planText!: string | null

  @Field(() => Person, { description: 'Who can look at it while it is open.' })
  receiver!: Person

  @Field(() => GraphQLDateTime)
  createdAt!: Date

  @Field(() => GraphQLDateTime)
  expiresAt!: Date

  @Field(() => ShareState)
  state!: ShareState

  @Field(() => [ShareLookShown], { description: 'Each look at it, the latest first; at most the last 50.' })
  looks!: ShareLookShown[]

  @Field(() => Int, { description: 'How often it was looked at in all.' })
  lookCount!: number
}

@ObjectType({ description: 'What one shares and has shared, the latest first.' })
export class ShareConnection extends ConnectionTo(ShareShown, 'Share') {}

@ObjectType({
  simpleResolvers: true,
  description: 'That something is shared with the signed-in supervisor. What it says is read by `openShare`.',
})
export class ReceivedShare {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => ShareKind)
  kind!: ShareKind

  @Field(() => ShareScope)
  scope!: ShareScope

  @Field(() => GraphQLDateTime)
  sharedAt!: Date

  @Field(() => GraphQLDateTime)
  expiresAt!: Date
}

@ObjectType({ description: 'What one person shares with the signed-in supervisor now, the latest first.' })
export class ReceivedShareConnection extends ConnectionTo(ReceivedShare, 'ReceivedShare') {}

@InputType()
export class CreateShareInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => ShareKind)
  kind!: ShareKind

  @Field(() => GraphQLUUID, {
    description:
      'Something of one’s own that one can read now: a check-in, a plan line, or a finished ProQOL or ethics reflection.',
  })
  artefactId!: string

  @Field(() => GraphQLUUID, {
    description: 'A supportive relationship of one’s own that is in force today; else refused as not found.',
  })
  relationshipId!: string

  @Field(() => ShareScope, { description: 'A plan line and an ethics reflection have EVERYTHING only.' })
  scope!: ShareScope

  @Field(() => Int, { defaultValue: 30, description: 'How many days it lasts, 1-90.' })
  days!: number
}

@InputType()
export class WithdrawShareInput {
  @Field(() => GraphQLUUID)
  shareId!: string
}

@InputType()
export class OpenShareInput {
  @Field(() => GraphQLUUID)
  shareId!: string
}

@ObjectType({ simpleResolvers: true })
abstract class ShareChanged {
  @Field(() => ShareShown)
  share!: ShareShown
}

@ObjectType({ simpleResolvers: true, description: 'The share.' })
export class CreateSharePayload extends ShareChanged {}

@ObjectType({ simpleResolvers: true, description: 'The share, which nobody can look at any more.' })
export class WithdrawSharePayload extends ShareChanged {}
