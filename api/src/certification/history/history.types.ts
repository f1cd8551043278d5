import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { BoardStatus } from '@alongside/shared/certification/status/certification-facts'
import { VerificationResult } from '@alongside/shared/certification/history/verification-result'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'
import { Person } from '../../people/person.types.ts'
import type { Lazily } from '../../server/graphql/payload.ts'
import { CredentialTitleType } from '../catalogue/credential-title.types.ts'

registerEnumType(VerificationResult, {
  name: 'VerificationResult',
  description: 'What a look into a board’s register showed.',
})

/** Who recorded something, and when; of what nothing is ever taken away. */
@ObjectType({ simpleResolvers: true })
abstract class Recorded {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person, { nullable: true, description: 'Null where the reader may not see who it was.' })
  recordedBy!: Person | null

  @Field(() => GraphQLDateTime)
  recordedAt!: Date
}

@ObjectType({ simpleResolvers: true })
export abstract class Voidable extends Recorded {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was voided: it counts for nothing, and stays in the history. Null: it counts.',
  })
  voidedAt!: Date | null

  @Field(() => Person, { nullable: true, description: 'Null where it counts.' })
  voidedBy!: Person | null
}

/** What is corrected by a further version, which takes its place. */
@ObjectType({ simpleResolvers: true })
abstract class Correctable extends Voidable {
  @Field(() => GraphQLUUID, { nullable: true, description: 'The first version, where this one corrects it.' })
  corrects!: string | null

  @Field(() => Boolean, { description: 'It does not count, and a version that was recorded later does.' })
  isCorrected!: boolean
}

@ObjectType({
  simpleResolvers: true,
  description: 'One certificate, from its first day to the expiry printed on it.',
})
export class Certificate extends Voidable {
  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null where none is printed.' })
  expiresOn!: string | null

  @Field(() => Boolean, {
    description: 'It came with the certification: it can be corrected, not voided.',
  })
  isFirst!: boolean

  @Field(() => GraphQLUUID, { nullable: true, description: 'The record that this one puts right.' })
  corrects!: string | null

  @Field(() => Boolean, { description: 'A later record puts this one right.' })
  isCorrected!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'A status that a board gave, from a day to a day.' })
export class BoardStatusPeriod extends Correctable {
  @Field(() => BoardStatus)
  status!: BoardStatus

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; null: until further notice.' })
  endsOn!: string | null

  @Field(() => Person, { nullable: true, description: 'Who entered the end, where it came later.' })
  endedBy!: Person | null

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the end was entered, where it came later.',
  })
  endedAt!: Date | null
}

@ObjectType({ simpleResolvers: true, description: 'A look into a board’s register.' })
export class Verification extends Correctable {
  @Field(() => GraphQLLocalDate)
  checkedOn!: string

  @Field(() => String, { description: 'The register’s name or address.' })
  source!: string

  @Field(() => VerificationResult)
  result!: VerificationResult

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The expiry that the register showed.' })
  expiresOnSeen!: string | null

  @Field(() => String, { nullable: true })
  note!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The day of first issue, put right.' })
export class IssueDayChange extends Recorded {
  @Field(() => GraphQLLocalDate)
  before!: string

  @Field(() => GraphQLLocalDate)
  after!: string
}

@ObjectType({ simpleResolvers: true, description: 'The number, replaced.' })
export class NumberChange extends Recorded {
  @Field(() => String)
  before!: string

  @Field(() => String, { nullable: true, description: 'Null: it has none any more.' })
  after!: string | null
}

@ObjectType('AskedOfHolder', {
  simpleResolvers: true,
  description: 'What the rules of the credential ask about its holder.',
})
export class AskedOfHolderType {
  @Field(() => [HolderCondition])
  conditions!: readonly HolderCondition[]

  @Field(() => [Int], { description: 'The lengths of a cycle to choose between; none: there is no choice.' })
  cycleMonths!: readonly number[]

  @Field(() => Boolean)
  examYear!: boolean

  @Field(() => Boolean)
  birthday!: boolean

  @Field(() => [CredentialTitleType], { description: 'As `titles` of the credential.' })
  titles!: readonly CredentialTitleType[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'Facts about the holder that a rule may ask; what is in neither list is not known.',
})
export class HolderFacts {
  @Field(() => Int, { description: 'Grows with each change; sent back as `expectedRevision`.' })
  revision!: number

  @Field(() => String, {
    nullable: true,
    description: 'By its abbreviation; null: it has one, or not known.',
  })
  title!: string | null

  @Field(() => String, { nullable: true })
  number!: string | null

  @Field(() => String, { nullable: true, description: "'MM-DD', without the year." })
  birthday!: string | null

  @Field(() => [HolderCondition])
  conditionsHeld!: HolderCondition[]

  @Field(() => [HolderCondition])
  conditionsNotHeld!: HolderCondition[]

  @Field(() => Int, { nullable: true })
  chosenCycleMonths!: number | null

  @Field(() => Int, { nullable: true })
  examYear!: number | null

  @Field(() => AskedOfHolderType)
  asked!: Lazily<AskedOfHolderType>
}

@ObjectType({
  simpleResolvers: true,
  description: 'What was recorded of one certification over time, corrections and mistakes included.',
})
export class CertificationHistory {
  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => GraphQLLocalDate)
  issuedOn!: string

  @Field(() => [IssueDayChange], {
    description: 'How the day of first issue was put right, the latest first.',
  })
  issueDays!: IssueDayChange[]

  @Field(() => [NumberChange], { description: 'How the number was replaced, the latest first.' })
  numbers!: NumberChange[]

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the certification was voided: it counts nowhere. Null: it counts.',
  })
  voidedAt!: Date | null

  @Field(() => Person, { nullable: true, description: 'Null where it counts.' })
  voidedBy!: Person | null

  @Field(() => HolderFacts)
  holder!: HolderFacts

  @Field(() => [Certificate], { description: 'The latest first.' })
  certificates!: Certificate[]

  @Field(() => [BoardStatusPeriod], { description: 'The latest first.' })
  statuses!: BoardStatusPeriod[]

  @Field(() => [Verification], { description: 'The latest first.' })
  verifications!: Verification[]
}
