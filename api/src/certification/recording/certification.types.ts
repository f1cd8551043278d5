import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { CE_PEERS_MOST } from '@alongside/shared/certification/recording/ce-hours-input'
import { APPROVERS_MOST } from '@alongside/shared/certification/course-check/course-input'
import { AtMost, ListOf } from '../../server/operations/input-limits.ts'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import { DeliveryMode } from '@alongside/shared/certification/catalogue/delivery-mode'
import { CourseContent, CreditUnit, EarnedBy } from '@alongside/shared/certification/rules/limits'
import type { Lazily } from '../../server/graphql/payload.ts'
import { CertificationType } from '../renewals/certification.types.ts'
import { EarnedHours } from '../renewals/earned-hours.ts'
import { GraphQLIdempotencyKey, IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

registerEnumType(CeCategory, {
  name: 'CeCategory',
  description: 'What a course is about, as the boards ask for it; ANY serves every accepted topic.',
})
registerEnumType(DeliveryMode, { name: 'DeliveryMode', description: 'How a course was attended.' })

@InputType({ description: 'A certification that a peer of the organization holds.' })
export class RecordCertificationInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => ID, { description: 'A credential of the catalogue, or of the organization.' })
  credentialId!: string

  @Field(() => String, {
    nullable: true,
    description: 'One of the `titles` of the credential, by its abbreviation; asked where it has any.',
  })
  title?: string | null

  @Field(() => String, { nullable: true, description: 'As printed, at most 60 characters.' })
  number?: string | null

  @Field(() => GraphQLLocalDate, {
    description: 'The day of the first certificate, not of its latest renewal.',
  })
  issuedOn!: string

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day printed on the certificate; after the issue and at most 20 years ahead.',
  })
  expiresOn?: string | null

  @Field(() => String, {
    nullable: true,
    description: "'MM-DD', without the year; only where the board counts from the birthday.",
  })
  birthday?: string | null
}

/** One course, and the hours that each person gets for it. */
export const Approvers = (): PropertyDecorator =>
  ListOf(
    APPROVERS_MOST,
    () => String,
    'The boards that approved the course, by the names that their rules use; at most 20, each 1-120 characters. ' +
      'Empty: no board did; null: not known.',
    true,
  )

@InputType()
export abstract class CourseHoursInput {
  @Field(() => GraphQLIdempotencyKey, {
    description:
      'Made when the form is saved. The same again is answered as the first time; other content is refused.',
  })
  idempotencyKey!: string

  @Field(() => String, { description: '1-200 characters.' })
  title!: string

  @Field(() => String, { nullable: true, description: 'Who gave the course; at most 200 characters.' })
  provider?: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of a course of several days; null: it took one.',
  })
  startsOn?: string | null

  @Field(() => GraphQLLocalDate, { description: 'The last day: today or earlier, at most 10 years ago.' })
  heldOn!: string

  @Field(() => DeliveryMode)
  deliveryMode!: DeliveryMode

  @Field(() => Float, {
    description: 'For each peer, in quarters of `unit`, of CEU in twentieths: at most 200.',
  })
  hours!: number

  @Field(() => CreditUnit, { defaultValue: CreditUnit.CONTACT_HOURS })
  unit!: CreditUnit

  @Field(() => EarnedBy, { defaultValue: EarnedBy.ATTENDING })
  earnedBy!: EarnedBy

  approvedBy?: string[] | null

  @Field(() => [CourseContent], {
    defaultValue: [],
    description: 'Content that some boards refuse; none twice.',
  })
  contents!: CourseContent[]

  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'A certification of the one peer, when the hours are given to it and to no other.',
  })
  onlyFor?: string | null

  @Field(() => [CeCategory], {
    description: 'Everything that the course can count as; at least one, none twice.',
  })
  categories!: CeCategory[]
}

@InputType({
  description: 'One course, and the hours that each of the named peers gets for it. All or nothing.',
})
export class RecordContinuingEducationInput extends CourseHoursInput {
  @Approvers()
  override approvedBy?: string[] | null

  @AtMost(CE_PEERS_MOST)
  @Field(() => [GraphQLUUID], { description: '1-500 peers of the organization, none twice.' })
  peerIds!: string[]
}

@ObjectType({ simpleResolvers: true, description: 'The hours that each of the peers has now.' })
export class RecordContinuingEducationPayload {
  @Field(() => EarnedHours)
  earnedHours!: Lazily<EarnedHours>

  @Field(() => Int, { description: 'How many peers got the hours.' })
  peerCount!: number

  @Field(() => Boolean, { description: 'The same was sent before: nothing was written now.' })
  replayed!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'The new certification.' })
export class RecordCertificationPayload {
  @Field(() => CertificationType)
  certification!: Lazily<CertificationType>
}
