import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import type { CertifiedAnswer } from '@alongside/shared/certification/as-of/day-of-service'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { Person } from '../../people/person.types.ts'
import { CertificationType } from '../renewals/certification.types.ts'

export const WhetherCertified = { YES: 'yes', NO: 'no', NOT_KNOWN: 'not-known' } as const satisfies Record<
  string,
  CertifiedAnswer
>
registerEnumType(WhetherCertified, {
  name: 'WhetherCertified',
  description: 'Whether a peer was certified on a day; what no rule that was read answers is not known.',
})

@ObjectType('CertificationOnDay', {
  simpleResolvers: true,
  description: 'One certification as it stood on that day.',
})
export class CertificationOnDayType {
  @Field(() => WhetherCertified)
  answer!: CertifiedAnswer

  @Field(() => CertificationType, {
    description: 'As it was on that day: status, reasons, requirements, the rule in force.',
  })
  certification!: CertificationType

  @Field(() => [String], {
    description: 'It does not stand without one of these credentials, and none was held: their short names.',
  })
  lacksOneOf!: string[]
}

@ObjectType('CertifiedOnDay', {
  simpleResolvers: true,
  description: 'Whether a peer was certified, and supervised, on a day.',
})
export class CertifiedOnDayType {
  @Field(() => Person)
  peer!: Person

  @Field(() => GraphQLLocalDate)
  day!: string

  @Field(() => Boolean, { description: 'Only what had been recorded by the end of that day was looked at.' })
  asKnownThen!: boolean

  @Field(() => WhetherCertified, { description: 'One certification that was good is enough.' })
  answer!: CertifiedAnswer

  @Field(() => [CertificationOnDayType])
  certifications!: CertificationOnDayType[]

  @Field(() => [SupervisionType], { description: 'The types of supervision that were in force.' })
  supervisedBy!: SupervisionType[]
}
