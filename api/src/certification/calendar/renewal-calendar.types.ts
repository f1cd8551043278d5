import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { RenewalDay } from '@alongside/shared/certification/next-step/renewal-day'
import { CertificationStatus } from '@alongside/shared/certification/status/status'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo } from '../../server/graphql/connection.ts'
import { RenewalsFilter } from '../renewals/renewal.types.ts'

registerEnumType(RenewalDay, {
  name: 'RenewalDay',
  description: 'What a day of the calendar is for a certification.',
  valuesConfig: {
    RENEWAL_OPENS: { description: 'The board takes renewals from this day on, as read from its rule.' },
    SEND_BY: { description: 'The renewal is due at the board, as read from its rule.' },
    EXPIRES: { description: 'The last day printed on the certificate.' },
    REMINDER: {
      description: "Ours, not the board's: 90 days before the expiry, where its rule names no opening.",
    },
  },
})

@ArgsType()
export class CalendarSpan {
  @Field(() => GraphQLLocalDate)
  from!: string

  @Field(() => GraphQLLocalDate, { description: 'The last day; at most 24 months after the first.' })
  to!: string

  @Field(() => RenewalsFilter, { nullable: true })
  filter?: RenewalsFilter | null
}

@ObjectType({ simpleResolvers: true, description: 'A day that matters for the renewal of a certification.' })
export class RenewalCalendarEntry {
  @Field(() => GraphQLLocalDate)
  on!: string

  @Field(() => RenewalDay)
  kind!: RenewalDay

  @Field(() => GraphQLUUID)
  certificationId!: string

  @Field(() => Person)
  peer!: Person

  @Field(() => String, { description: 'State and abbreviation of the credential.' })
  credential!: string

  @Field(() => CertificationStatus, { description: 'As it stands today.' })
  status!: CertificationStatus

  @Field(() => GraphQLLocalDate, { nullable: true })
  expiresOn!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'How much one month holds.' })
export class RenewalMonth {
  @Field(() => GraphQLLocalDate, { description: 'Its first day.' })
  startsOn!: string

  @Field(() => Int)
  expiries!: number

  @Field(() => Int)
  openings!: number

  @Field(() => Int)
  sendBys!: number

  @Field(() => Int)
  reminders!: number
}

@ObjectType({ description: 'The days ahead, in order.' })
export class RenewalCalendarConnection extends ConnectionTo(RenewalCalendarEntry, 'RenewalCalendar') {
  @Field(() => [RenewalMonth], { description: 'Months that hold anything, whatever page is asked for.' })
  months!: RenewalMonth[]
}
