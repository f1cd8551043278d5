import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { type Lazily, unionWithStale } from '../../server/graphql/payload.ts'
import { CredentialType } from '../catalogue/credential.types.ts'
import { CertificationChanged } from '../history/certification-changed.types.ts'
import { HolderFacts } from '../history/history.types.ts'

// What can be done with a certification that was recorded by mistake, or with a wrong number.

@ObjectType({
  simpleResolvers: true,
  description: 'A certification of the wrong person or the wrong credential: it counts nowhere, and stays.',
})
export class VoidedCertification {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => CredentialType, {
    nullable: true,
    description: 'Null where the catalogue no longer holds it.',
  })
  credential!: CredentialType | null

  @Field(() => String, { nullable: true })
  number!: string | null

  @Field(() => GraphQLLocalDate)
  issuedOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'As printed; null where none is.' })
  expiresOn!: string | null

  @Field(() => Int, { description: 'Sent back as `expectedRevision`.' })
  revision!: number

  @Field(() => Person, { nullable: true, description: 'Null where the reader may not see who it was.' })
  voidedBy!: Person | null

  @Field(() => GraphQLDateTime)
  voidedAt!: Date
}

@ObjectType({ description: 'Voided certifications of one peer, by the day of issue.' })
export class VoidedCertificationConnection extends ConnectionTo(VoidedCertification, 'VoidedCertification') {}

@InputType()
export class VoidCertificationInput {
  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => Int, { description: 'The revision of the holder’s facts on which the change was decided.' })
  expectedRevision!: number
}

@ObjectType({ simpleResolvers: true, description: 'The certification, which counts for nothing any more.' })
export class CertificationVoided {
  @Field(() => VoidedCertification)
  voided!: Lazily<VoidedCertification>
}

export const VoidCertificationPayload = unionWithStale(
  'VoidCertificationPayload',
  'The voided certification, or that somebody else changed it first.',
  () => CertificationVoided,
)

@InputType()
export class RestoreCertificationInput extends VoidCertificationInput {}

@ObjectType({ simpleResolvers: true, description: 'The certification, which counts again.' })
export class CertificationRestored extends CertificationChanged {}

export const RestoreCertificationPayload = unionWithStale(
  'RestoreCertificationPayload',
  'The restored certification, or that somebody else changed it first.',
  () => CertificationRestored,
)

@InputType()
export class CorrectCertificationNumberInput extends VoidCertificationInput {
  @Field(() => String, { nullable: true, description: 'As printed, at most 60 characters; null: none.' })
  number?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The number, and the one before in the history.' })
export class CertificationNumberCorrected extends CertificationChanged {
  @Field(() => HolderFacts)
  holder!: Lazily<HolderFacts>
}

export const CorrectCertificationNumberPayload = unionWithStale(
  'CorrectCertificationNumberPayload',
  'The corrected number, or that somebody else changed the certification first.',
  () => CertificationNumberCorrected,
)
