import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import {
  AttestationAnswer,
  DeclineReason,
} from '@alongside/shared/certification/renewal-path/supervisor-attestation'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { CertificationType } from '../renewals/certification.types.ts'

registerEnumType(AttestationAnswer, {
  name: 'AttestationAnswer',
  description: 'What a supervisor answers who is asked to confirm a renewal.',
})
registerEnumType(DeclineReason, {
  name: 'DeclineReason',
  description: 'Why a supervisor does not confirm a renewal; the peer reads it.',
})

@ObjectType('SupervisorAttestation', {
  simpleResolvers: true,
  description: "A supervisor's word on the hours of a cycle: asked for by the peer, who reads the answer.",
})
export class SupervisorAttestationType {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person, { nullable: true, description: 'Null where the reader may not see who it is.' })
  supervisor!: Person | null

  @Field(() => GraphQLLocalDate)
  askedOn!: string

  @Field(() => AttestationAnswer, { nullable: true, description: 'Null: not answered yet.' })
  outcome!: AttestationAnswer | null

  @Field(() => DeclineReason, { nullable: true, description: 'With DECLINED, and only then.' })
  declineReason!: DeclineReason | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null: not answered yet.' })
  answeredOn!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A peer asks the signed-in supervisor to confirm a renewal: the name of the certification, and nothing that it rests on.',
})
export class AskedAttestation {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => String, { description: 'Abbreviation and state of the credential.' })
  credential!: string

  @Field(() => GraphQLLocalDate, { description: 'The expiry of the cycle that is renewed.' })
  cycleEndsOn!: string

  @Field(() => GraphQLLocalDate)
  askedOn!: string
}

@ObjectType({ description: 'What waits for an answer, the oldest first.' })
export class AskedAttestationConnection extends ConnectionTo(AskedAttestation, 'AskedAttestation') {}

@InputType({ description: 'Whom a peer asks to confirm a renewal.' })
export class RequestSupervisorAttestationInput {
  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => GraphQLUUID, { description: 'A supervisor of the peer today, whatever the type.' })
  supervisorId!: string
}

@ObjectType({ simpleResolvers: true, description: 'The certification, which waits for the supervisor.' })
export class RequestSupervisorAttestationPayload {
  @Field(() => CertificationType)
  certification!: Lazily<CertificationType>
}

@InputType({ description: 'What a supervisor answers.' })
export class SettleSupervisorAttestationInput {
  @Field(() => GraphQLUUID)
  attestationId!: string

  @Field(() => AttestationAnswer)
  outcome!: AttestationAnswer

  @Field(() => DeclineReason, { nullable: true, description: 'With DECLINED, and only then.' })
  declineReason?: DeclineReason | null
}

@ObjectType({ simpleResolvers: true, description: 'What was answered; the peer is told.' })
export class SettleSupervisorAttestationPayload {
  @Field(() => GraphQLUUID)
  attestationId!: string
}
