import { GraphQLUUID } from 'graphql-scalars'
import { Field, ObjectType } from 'type-graphql'
import { CertificationStatus } from '@alongside/shared/certification/status/status'

@ObjectType({
  simpleResolvers: true,
  description: "How a peer's most pressing certification stands: all that a supervisor sees of it.",
})
export class PeerCertificationStatus {
  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => CertificationStatus)
  status!: CertificationStatus
}
