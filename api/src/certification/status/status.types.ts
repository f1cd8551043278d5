import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql'
import type { RequirementForecast } from '@alongside/shared/certification/forecast/forecast'
import type { LateStep } from '@alongside/shared/certification/rules/submission'
import { BoardStatus } from '@alongside/shared/certification/status/certification-facts'
import {
  CertificationStatus,
  type StatusReason,
  type StatusUnknown,
} from '@alongside/shared/certification/status/status'
import { RequirementOutlook } from '../requirements/explained.types.ts'
import { WhyUnknown } from '../requirements/requirement.types.ts'
import { LateStepType } from '../rules/rule-submission.types.ts'

// How a certification stands and why: the reasons of the shared rule, each with the values of its kind.

const ReasonKind = {
  NO_CERTIFICATION: 'no-certification',
  NOT_ISSUED_YET: 'not-issued-yet',
  STATUS_RECORDED: 'status-recorded',
  EXPIRED: 'expired',
  SHORT_AT_THIS_PACE: 'short-at-this-pace',
  RENEWAL_OPEN: 'renewal-open',
  EXTENDED: 'extended',
  IN_FORCE: 'in-force',
  RENEWAL_MAY_BE_OPEN: 'renewal-may-be-open',
  END_NOT_KNOWN: 'end-not-known',
  ENDED_BY_RULE: 'ended-by-rule',
} as const satisfies Record<string, StatusReason['kind']>

const UnknownKind = {
  EXPIRY: 'expiry-unknown',
  WINDOW: 'window-unknown',
  HOURS: 'hours-unknown',
  HOLDER: 'holder-unknown',
  LATE_RULE: 'late-rule-unknown',
} as const satisfies Record<string, StatusUnknown['kind']>

const OpeningBasis = { RULE: 'rule', ALONGSIDE: 'alongside' } as const satisfies Record<
  string,
  Extract<StatusReason, { kind: 'renewal-open' }>['basis']
>

registerEnumType(CertificationStatus, {
  name: 'CertificationStatus',
  description:
    'How a certification stands, in order of precedence. The expiry on the certificate always decides.',
})
registerEnumType(BoardStatus, { name: 'BoardStatus', description: 'What a board recorded.' })
registerEnumType(ReasonKind, { name: 'StatusReasonKind', description: 'Why a status applies.' })
registerEnumType(UnknownKind, {
  name: 'StatusUnknownKind',
  description: 'What no rule that was read answers.',
})
registerEnumType(OpeningBasis, {
  name: 'OpeningBasis',
  description: "Whose day of opening it is: the board's as it was read, or Alongside's own.",
})

@InterfaceType('StatusReason', {
  description: 'Why a status applies, with the values of its kind, for the screen to put into words.',
  resolveType: ({ kind }: StatusReason) => REASONS[kind],
})
export abstract class StatusReasonType {
  @Field(() => ReasonKind)
  kind!: StatusReason['kind']
}

const reason = (description: string) => ({ implements: StatusReasonType, simpleResolvers: true, description })

@ObjectType(reason('None is recorded.'))
export class NoCertificationReason extends StatusReasonType {}

@ObjectType(reason('The day of issue is ahead.'))
export class NotIssuedYetReason extends StatusReasonType {
  @Field(() => GraphQLLocalDate)
  issuedOn!: string
}

@ObjectType(reason('A status that a board gave.'))
export class StatusRecordedReason extends StatusReasonType {
  @Field(() => BoardStatus)
  status!: BoardStatus

  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; null: until further notice.' })
  endsOn!: string | null
}

@ObjectType(reason('The expiry is over.'))
export class ExpiredReason extends StatusReasonType {
  @Field(() => GraphQLLocalDate)
  expiredOn!: string

  @Field(() => LateStepType, {
    nullable: true,
    description: "The step of the board's late rule that holds; null where none was read.",
  })
  late!: LateStep | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; null where it has no end.' })
  untilOn!: string | null
}

@ObjectType(reason("At today's pace something will be missing at the end of the cycle."))
export class ShortAtThisPaceReason extends StatusReasonType {
  @Field(() => RequirementOutlook)
  shortfall!: RequirementForecast

  @Field(() => GraphQLLocalDate)
  cycleEndsOn!: string
}

@ObjectType(reason('It can be renewed.'))
export class RenewalOpenReason extends StatusReasonType {
  @Field(() => GraphQLLocalDate)
  opensOn!: string

  @Field(() => GraphQLLocalDate)
  closesOn!: string

  @Field(() => OpeningBasis)
  basis!: (typeof OpeningBasis)[keyof typeof OpeningBasis]

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day by which the board wants it; null where none was read.',
  })
  sendByOn!: string | null
}

@ObjectType(reason('The board extended the printed day for a time.'))
export class ExtendedReason extends StatusReasonType {
  @Field(() => GraphQLLocalDate)
  printedOn!: string

  @Field(() => GraphQLLocalDate)
  extendedUntil!: string
}

@ObjectType(reason('By a page that was read later renewal is open; from when that page counts was not read.'))
export class RenewalMayBeOpenReason extends StatusReasonType {
  @Field(() => GraphQLLocalDate)
  opensOn!: string
}

@ObjectType(reason('It ends, and the printed day is not known.'))
export class EndNotKnownReason extends StatusReasonType {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The end that the rule counts, not confirmed; null where no day follows from it.',
  })
  endsOn!: string | null
}

@ObjectType(reason('No day is printed, and the end that the rule counts is over: not confirmed.'))
export class EndedByRuleReason extends StatusReasonType {
  @Field(() => GraphQLLocalDate)
  endedOn!: string

  @Field(() => LateStepType, { nullable: true, description: 'As of EXPIRED.' })
  late!: LateStep | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day of that step.' })
  untilOn!: string | null
}

@ObjectType(reason('Nothing speaks against it.'))
export class InForceReason extends StatusReasonType {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Null: it never expires.' })
  expiresOn!: string | null
}

const REASONS = {
  'no-certification': NoCertificationReason,
  'not-issued-yet': NotIssuedYetReason,
  'status-recorded': StatusRecordedReason,
  expired: ExpiredReason,
  'short-at-this-pace': ShortAtThisPaceReason,
  'renewal-open': RenewalOpenReason,
  extended: ExtendedReason,
  'in-force': InForceReason,
  'renewal-may-be-open': RenewalMayBeOpenReason,
  'end-not-known': EndNotKnownReason,
  'ended-by-rule': EndedByRuleReason,
} as const

@ObjectType('StatusUnknown', {
  simpleResolvers: true,
  description: 'Something that is unknown, never guessed and never zero.',
})
export class StatusUnknownType {
  @Field(() => UnknownKind)
  kind!: StatusUnknown['kind']

  @Field(() => WhyUnknown, {
    name: 'why',
    simple: false,
    nullable: true,
    description: 'Null where the kind says it.',
  })
  reason?: string
}
