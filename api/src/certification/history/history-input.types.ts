import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, Float, InputType, Int } from 'type-graphql'
import { BoardStatus } from '@alongside/shared/certification/status/certification-facts'
import { VerificationResult } from '@alongside/shared/certification/history/verification-result'
import { HolderCondition } from '@alongside/shared/certification/rules/holder-condition'

@InputType({ description: 'The days of one certificate.' })
export class CertificateDays {
  @Field(() => GraphQLLocalDate, { description: 'Its first day; at most a year ahead.' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { description: 'The last day printed on it; at most 20 years ahead.' })
  expiresOn!: string
}

@InputType({ description: 'A status that a board gave.' })
export class BoardStatusDetails {
  @Field(() => BoardStatus)
  status!: BoardStatus

  @Field(() => GraphQLLocalDate, { description: 'Today or before, not before the issue.' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; null: until further notice.' })
  endsOn?: string | null
}

@InputType({ description: 'A look into a board’s register.' })
export class VerificationDetails {
  @Field(() => GraphQLLocalDate, { description: 'Today or before, at most 10 years ago.' })
  checkedOn!: string

  @Field(() => String, { description: 'The register’s name or address; 1-200 characters.' })
  source!: string

  @Field(() => VerificationResult)
  result!: VerificationResult

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The expiry that the register showed: after the issue, at most 20 years ahead; none where nothing was found.',
  })
  expiresOnSeen?: string | null

  @Field(() => String, { nullable: true, description: 'At most 300 characters; the peer reads it too.' })
  note?: string | null
}

@InputType({ description: 'All of these facts as they are now; what is left out is not known.' })
export class HolderFactsDetails {
  @Field(() => Int, { description: 'As last read; another number answers CONFLICT.' })
  revision!: number

  @Field(() => String, {
    nullable: true,
    description: 'One of the `titles` that the credential has; refused where another certification has it.',
  })
  title?: string | null

  @Field(() => String, { nullable: true, description: 'As printed, at most 60 characters.' })
  number?: string | null

  @Field(() => String, { nullable: true, description: "'MM-DD', without the year." })
  birthday?: string | null

  @Field(() => [HolderCondition])
  conditionsHeld!: HolderCondition[]

  @Field(() => [HolderCondition], { description: 'None that is held.' })
  conditionsNotHeld!: HolderCondition[]

  @Field(() => Int, { nullable: true, description: '1-120.' })
  chosenCycleMonths?: number | null

  @Field(() => Int, { nullable: true })
  examYear?: number | null
}

@InputType({ description: 'Hours that a peer worked.' })
export class ServiceHoursDetails {
  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => GraphQLLocalDate, { description: 'Today or before, at most 10 years ago.' })
  startsOn!: string

  @Field(() => GraphQLLocalDate, { description: 'The last day; at most 366 days in one entry.' })
  endsOn!: string

  @Field(() => Float, { description: 'In quarter hours; at most 24 for each day.' })
  hours!: number

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'True: these are further hours beside other entries of the same days, which are refused otherwise.',
  })
  allowsOverlap!: boolean
}
