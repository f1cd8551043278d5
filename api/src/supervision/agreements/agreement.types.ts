import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { AtMost } from '../../server/operations/input-limits.ts'
import { SupervisionType, SUPERVISION_TYPES } from '@alongside/shared/supervision/supervision-types'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { Person } from '../../people/person.types.ts'
import { SupervisionRelationship } from '../supervision.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'How one type of supervision is given: how often, how long, by whom, in what confidence.',
})
export class SupervisionAgreementTerm {
  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => Int, { description: 'Days that may lie between two sessions, 1-366.' })
  cadenceDays!: number

  @Field(() => Boolean, { description: 'Whether group sessions count towards it.' })
  groupSessionsCount!: boolean

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes of a session, 5-480; null in an agreement from before they were asked for.',
  })
  sessionMinutes!: number | null

  @Field(() => String, {
    nullable: true,
    description: 'What stays between the two and what is passed on; null in an agreement from before.',
  })
  confidence!: string | null

  @Field(() => Person, {
    nullable: true,
    description: 'Null where nobody gave this type when it was agreed.',
  })
  supervisor!: Person | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'That an agreement should be otherwise, in the words of somebody whom it names.',
})
export class SupervisionAgreementObjection {
  @Field(() => SupervisionType, { nullable: true, description: 'Null: about all of it.' })
  type!: SupervisionType | null

  @Field(() => String, { description: 'At most 300 characters.' })
  line!: string

  @Field(() => GraphQLDateTime)
  madeAt!: Date
}

@ObjectType({
  simpleResolvers: true,
  description: 'The peer, or a supervisor whom a term names.',
})
export class SupervisionAgreementSigner {
  @Field(() => Person)
  member!: Person

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Null while their signature is awaited.' })
  signedAt!: Date | null

  @Field(() => SupervisionAgreementObjection, {
    nullable: true,
    description:
      "What they want otherwise; null where they said nothing, and just so where a host agency's staff may not read it.",
  })
  objection!: SupervisionAgreementObjection | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'What a peer and their supervisors agreed on; signed by each of them.',
})
export class SupervisionAgreement {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => GraphQLLocalDate)
  agreedOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; null: it is in force.' })
  endsOn!: string | null

  @Field(() => [SupervisionAgreementTerm], {
    description: 'One for each type that was agreed on; three at most.',
  })
  terms!: SupervisionAgreementTerm[]

  @Field(() => [SupervisionAgreementSigner], { description: 'The peer first; four at most.' })
  signers!: SupervisionAgreementSigner[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'What a state, a payer or good practice is known to ask; public facts, to be confirmed there.',
})
export class SupervisionRequirement {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'A state, "US Medicaid" or "good practice".' })
  jurisdiction!: string

  @Field(() => String)
  appliesTo!: string

  @Field(() => String, { nullable: true, description: 'What it asks where no figure says it.' })
  asks!: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'Days that may lie between two sessions; null where it says nothing on that: unknown.',
  })
  longestCadenceDays!: number | null

  @Field(() => String, { description: 'Where it was read.' })
  source!: string

  @Field(() => String, { nullable: true, description: 'The date of the source, a year or a month.' })
  date!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'Minutes of one type in a span of time, and their share of all.',
})
export class SupervisionShare {
  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => Int)
  minutes!: number

  @Field(() => Int, { description: 'Whole percent of all minutes; the types add up to 100, or are all 0.' })
  percent!: number

  @Field(() => Int, {
    nullable: true,
    description:
      'The share that the agreement gives this type: whole percent of all minutes agreed on for the same time. Null where it does not name the type, or a term names no minutes.',
  })
  agreedPercent!: number | null
}

@ObjectType({
  simpleResolvers: true,
  description:
    'How one peer is supervised: who gives which type, the agreement, and what is known to be asked.',
})
export class PeerSupervision {
  @Field(() => Person)
  peer!: Person

  @Field(() => [SupervisionRelationship], {
    description: 'In force, waiting for the peer, or to come; by type. At most 100.',
  })
  relationships!: SupervisionRelationship[]

  @Field(() => SupervisionAgreement, { nullable: true, description: 'The one in force.' })
  agreement!: SupervisionAgreement | null

  @Field(() => [String], {
    description:
      'The states whose requirements were looked for: where the organization and the placements are.',
  })
  states!: string[]

  @Field(() => [SupervisionRequirement], {
    description: "The states' own first, then what is asked everywhere.",
  })
  requirements!: SupervisionRequirement[]

  @Field(() => [SupervisionShare], {
    description: 'The minutes of the last 90 days by type: a total can hide that there was no support.',
  })
  balance!: SupervisionShare[]
}

@ObjectType({ description: 'Agreements in force, by the name of the peer.' })
export class SupervisionAgreementConnection extends ConnectionTo(
  SupervisionAgreement,
  'SupervisionAgreement',
) {}

@InputType({ description: 'What was agreed on one type.' })
export class SupervisionAgreementTermInput {
  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => Int, { description: 'Days that may lie between two sessions, 1-366.' })
  cadenceDays!: number

  @Field(() => Boolean, { defaultValue: false })
  groupSessionsCount!: boolean

  @Field(() => Int, { description: 'Minutes of a session, 5-480.' })
  sessionMinutes!: number

  @Field(() => String, {
    description:
      'What stays between the two and what is passed on, 1-500 characters: all who sign read it. No names or numbers of people whom peers serve.',
  })
  confidence!: string

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'Who gives it, by a relationship of this type with the peer; null: nobody yet.',
  })
  supervisorId?: string | null
}

@InputType({ description: 'A supervision agreement, as the manager records it.' })
export class CreateSupervisionAgreementInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => GraphQLLocalDate, { description: 'Today or up to a year back; not before the one in force.' })
  agreedOn!: string

  @AtMost(SUPERVISION_TYPES.length)
  @Field(() => [SupervisionAgreementTermInput], { description: 'One for each type, 1-3.' })
  terms!: SupervisionAgreementTermInput[]
}

@InputType()
export class SignSupervisionAgreementInput {
  @Field(() => GraphQLUUID, { description: 'One of `mySupervisionAgreements`.' })
  agreementId!: string
}

@InputType()
export class DeclineSupervisionAgreementInput {
  @Field(() => GraphQLUUID, { description: 'One of `mySupervisionAgreements`.' })
  agreementId!: string

  @Field(() => SupervisionType, {
    nullable: true,
    description: 'A type that the agreement has; null: about all of it.',
  })
  type?: SupervisionType | null

  @AtMost(300)
  @Field(() => String, {
    description: '1-300 characters: everybody whom the agreement names, managers and auditors read it.',
  })
  line!: string
}

/** What a change answers: the id of the agreement, which is read only where the caller asks for it. */
@ObjectType()
export abstract class AgreementChanged {
  agreementId!: string
}

@ObjectType({ description: 'The agreement, which is in force and nobody has signed.' })
export class CreateSupervisionAgreementPayload extends AgreementChanged {}

@ObjectType({ description: 'The agreement with the signature.' })
export class SignSupervisionAgreementPayload extends AgreementChanged {}

@ObjectType({ description: 'The agreement with the answer.' })
export class DeclineSupervisionAgreementPayload extends AgreementChanged {}
