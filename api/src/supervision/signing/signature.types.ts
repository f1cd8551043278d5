import { GraphQLDateTime } from 'graphql-scalars'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { AmendmentReason } from '@alongside/shared/supervision/signing/amendment'
import { SignatureKind } from '@alongside/shared/supervision/signing/sign-off'
import { Person } from '../../people/person.types.ts'

// What stands beside a session: who signed it, what the peer put beside it, and why it was amended.

registerEnumType(SignatureKind, {
  name: 'SignatureKind',
  description: 'The supervisor signs; a peer acknowledges, or comments.',
})
registerEnumType(AmendmentReason, {
  name: 'AmendmentReason',
  description: 'Why a signed session was amended. It never speaks of a note.',
})

@ObjectType({ simpleResolvers: true, description: 'One name under a session; it is never changed.' })
export class SessionSignature {
  @Field(() => Person)
  signer!: Person

  @Field(() => SignatureKind)
  kind!: SignatureKind

  @Field(() => GraphQLDateTime)
  signedAt!: Date

  @Field(() => String, {
    description:
      'SHA-256, 64 hexadecimal digits, of the session as it was then: its facts, and hashes of its notes (docs/operating.md). The same under every signature of a version.',
  })
  recordHash!: string
}

@ObjectType({
  simpleResolvers: true,
  description: "A peer's comment on one part of a session; for the peer and whoever held that part.",
})
export class SessionComment {
  @Field(() => Person)
  peer!: Person

  @Field(() => String, { description: 'At most 2,000 characters.' })
  comment!: string

  @Field(() => GraphQLDateTime)
  writtenAt!: Date
}

@ObjectType({
  simpleResolvers: true,
  description: 'Why a version replaced a signed one; whoever sees the session reads it.',
})
export class SessionAmendment {
  @Field(() => AmendmentReason)
  reason!: AmendmentReason

  @Field(() => String, { nullable: true, description: 'At most 300 characters.' })
  line!: string | null

  @Field(() => GraphQLDateTime)
  amendedAt!: Date
}
