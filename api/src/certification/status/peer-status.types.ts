import { Field, ObjectType } from 'type-graphql'
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'

@ObjectType({
  simpleResolvers: true,
  description: "How a peer's most pressing certification stands: all that a supervisor sees of it.",
})
export class PeerCertificationStatus {
  @Field(() => Person)
  peer!: Person

  @Field(() => CertificationStatus)
  status!: CertificationStatus
}

@ObjectType({ description: 'One status for each peer.' })
export class PeerCertificationStatusConnection extends ConnectionTo(
  PeerCertificationStatus,
  'PeerCertificationStatus',
) {}
