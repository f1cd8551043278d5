import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { TOKEN_CAPABILITIES } from '@alongside/shared/integrations/token-capabilities'
import { AtMost } from '../server/operations/input-limits.ts'
import { Person } from '../people/person.types.ts'
import { IdempotencyKey } from '../server/submissions/idempotency-key.ts'

@ObjectType('ApiToken', {
  simpleResolvers: true,
  description: "Lets an organization's own integration read what its capabilities name, and nothing private.",
})
export class ApiTokenType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => [String], { description: "Names of capabilities, like 'certification.read'." })
  capabilities!: string[]

  @Field(() => Person)
  createdBy!: Person

  @Field(() => GraphQLDateTime)
  createdAt!: Date

  @Field(() => GraphQLDateTime)
  expiresAt!: Date

  @Field(() => GraphQLDateTime, { nullable: true })
  revokedAt!: Date | null

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'To the minute; null when it was never used.',
  })
  lastUsedAt!: Date | null

  @Field(() => Boolean, {
    description: 'Not revoked and not over; whoever created it must be able to do it too.',
  })
  isOpen!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'What a person sees of the integrations.' })
export class Integrations {
  @Field(() => String, { description: 'Where this API is reached from outside.' })
  address!: string

  @Field(() => [ApiTokenType], {
    description: "An admin and an auditor see everybody's; else one's own. The last 100.",
  })
  tokens!: ApiTokenType[]
}

@ObjectType({ simpleResolvers: true, description: 'A new token, shown this once: only its hash is kept.' })
export class CreateApiTokenPayload {
  @Field(() => String, { description: "Begins with 'als_'; goes into the header `Authorization: Bearer …`." })
  secret!: string

  @Field(() => ApiTokenType)
  token!: ApiTokenType
}

@InputType()
export class CreateApiTokenInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => String, { description: '1-80 characters: what it is for.' })
  name!: string

  @AtMost(TOKEN_CAPABILITIES.length)
  @Field(() => [String], { description: 'At least one; none that you do not hold yourself.' })
  capabilities!: string[]

  @Field(() => Int, { description: 'How long it is open, 7-366 days.' })
  days!: number
}

@InputType()
export class RevokeApiTokenInput {
  @Field(() => GraphQLUUID)
  apiTokenId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The token, which opens nothing any more.' })
export class RevokeApiTokenPayload {
  @Field(() => ApiTokenType)
  token!: ApiTokenType
}
