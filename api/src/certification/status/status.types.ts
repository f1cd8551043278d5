import { LateStatus } from '../rules/late-status.types.ts'
import { GraphQLLocalDate } from 'graphql-scalars'
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql'
import { CeCategory } from '@alongside/shared/certification/catalogue/ce-category'
import type { LateStep } from '@alongside/shared/certification/rules/submission'
import { BoardStatus } from '@alongside/shared/certification/status/certification-facts'
import type { RequirementForecast } from '@alongside/shared/certification/forecast/forecast'
import type { CycleUnknownReason } from '@alongside/shared/certification/cycle/renewal-cycle'
import type {
  HoursUnknownReason,
  Requirement,
} from '@alongside/shared/certification/requirements/requirement-result'
import { AmountUnit } from '@alongside/shared/certification/rules/asked'
import {
  CertificationStatus,
  type StatusReason,
  type StatusUnknown,
} from '@alongside/shared/certification/status/status'
import { subjectOf } from '../requirements/requirement-subject.ts'
import { AskedAgain } from '../rules/rule-submission.types.ts'
import { PracticeKind, RequirementKind } from '../rules/rule-words.types.ts'

export const ReasonKind = {
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

export const UnknownKind = {
  EXPIRY: 'expiry-unknown',
  WINDOW: 'window-unknown',
  HOURS: 'hours-unknown',
  HOLDER: 'holder-unknown',
  LATE_RULE: 'late-rule-unknown',
} as const satisfies Record<string, StatusUnknown['kind']>

export const WhyUnknown = {
  NOT_CERTIFIED: 'not-certified',
  NEVER_EXPIRES: 'never-expires',
  CYCLE_LENGTH_NOT_READ: 'cycle-length-not-read',
  EXPIRY_NOT_KNOWN: 'expiry-not-known',
  DATES_OUT_OF_ORDER: 'dates-out-of-order',
  WINDOW_UNKNOWN: 'window-unknown',
  TOTAL_NOT_READ: 'total-not-read',
  FIRST_TERM_NOT_READ: 'first-term-not-read',
  KIND_OF_YEAR_NOT_READ: 'kind-of-year-not-read',
  YEAR_IS_NOT_THE_CYCLE: 'year-is-not-the-cycle',
  CONDITION_NOT_KNOWN: 'condition-not-known',
  CHOICE_NOT_KNOWN: 'choice-not-known',
  PRACTICE_NOT_RECORDED: 'practice-not-recorded',
  KIND_OF_PERIOD_NOT_READ: 'kind-of-period-not-read',
  ENTRY_CROSSES_PERIOD: 'entry-crosses-period',
} as const satisfies Record<string, CycleUnknownReason | HoursUnknownReason>
export type WhyUnknown = CycleUnknownReason | HoursUnknownReason

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
registerEnumType(WhyUnknown, { name: 'WhyUnknown', description: 'Why something is not known.' })

@ObjectType('StatusReason', {
  simpleResolvers: true,
  description: 'A reason with its values, for the screen to put into words; only those of its kind are set.',
})
export class StatusReasonType {
  @Field(() => ReasonKind)
  kind!: StatusReason['kind']

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The day of issue, of the expiry, the first day of a status, or the day on which renewal opens.',
  })
  fromOn!: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day: of a status, of the time after the expiry, of the cycle, of the renewal.',
  })
  untilOn!: string | null

  @Field(() => BoardStatus, { nullable: true, description: 'Of STATUS_RECORDED.' })
  status!: BoardStatus | null

  @Field(() => LateStatus, {
    nullable: true,
    description: 'Of EXPIRED; null where the late rule was not read.',
  })
  lateStatus!: LateStep['status'] | null

  @Field(() => RequirementKind, { nullable: true, description: 'Of SHORT_AT_THIS_PACE: what is short.' })
  requirement!: Requirement['kind'] | null

  @Field(() => CeCategory, { nullable: true, description: 'Of a MINIMUM.' })
  category!: CeCategory | null

  @Field(() => String, { nullable: true, description: 'Of a SPONSOR, as on the certificate.' })
  sponsor!: string | null

  @Field(() => PracticeKind, { nullable: true, description: 'Of PRACTICE.' })
  practice!: PracticeKind | null

  @Field(() => AmountUnit, { nullable: true, description: 'What the figures are in.' })
  unit!: AmountUnit | null

  @Field(() => Float, { nullable: true, description: "What a year at today's pace would bring." })
  perYearAtPace!: number | null

  @Field(() => Float, {
    nullable: true,
    description:
      'Still missing today; of PRACTICE what is due by `untilOn`, without what is missed for good.',
  })
  shortBy!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'What years, quarters or months that are over lack: nothing makes up for it.',
  })
  missed!: number | null

  @Field(() => Float, {
    nullable: true,
    description: "Missing at the end of the cycle at today's pace, up to the next quarter.",
  })
  projectedShortBy!: number | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Of RENEWAL_OPEN: the day by which the board wants it; null where none was read.',
  })
  sendByOn!: string | null

  @Field(() => Float, {
    nullable: true,
    description: 'Of EXPIRED: what renewing late costs; null: not read.',
  })
  feeUsd!: number | null

  @Field(() => [AskedAgain], { description: 'Of EXPIRED: what has to be done anew.' })
  again!: LateStep['again']

  @Field(() => Boolean, { description: 'Of EXPIRED: each missed year is owed as well.' })
  owesMissedYears!: boolean

  @Field(() => Boolean, {
    nullable: true,
    description: "Of RENEWAL_OPEN: the board's own day, or our reading.",
  })
  readFromBoard!: boolean | null
}

@ObjectType('StatusUnknown', {
  simpleResolvers: true,
  description: 'Something that is unknown, never guessed and never zero.',
})
export class StatusUnknownType {
  @Field(() => UnknownKind)
  kind!: StatusUnknown['kind']

  @Field(() => WhyUnknown, { nullable: true })
  why!: WhyUnknown | null
}

const NOTHING = {
  fromOn: null,
  untilOn: null,
  status: null,
  lateStatus: null,
  requirement: null,
  category: null,
  sponsor: null,
  practice: null,
  unit: null,
  perYearAtPace: null,
  shortBy: null,
  missed: null,
  projectedShortBy: null,
  readFromBoard: null,
  sendByOn: null,
  feeUsd: null,
  again: [],
  owesMissedYears: false,
} as const

/** A shortfall is never rounded away. */
export const upToQuarter = (amount: number): number => Math.ceil(amount * 4) / 4

export function toGraphqlReason(reason: StatusReason): StatusReasonType {
  const { kind } = reason
  switch (kind) {
    case 'no-certification':
      return { ...NOTHING, kind }
    case 'not-issued-yet':
      return { ...NOTHING, kind, fromOn: reason.issuedOn }
    case 'status-recorded':
      return { ...NOTHING, kind, status: reason.status, fromOn: reason.startsOn, untilOn: reason.endsOn }
    case 'expired':
      return {
        ...NOTHING,
        kind,
        fromOn: reason.expiredOn,
        untilOn: reason.untilOn,
        lateStatus: reason.lateStatus,
        feeUsd: reason.feeUsd,
        again: reason.again,
        owesMissedYears: reason.owesMissedYears,
      }
    case 'short-at-this-pace':
      return { ...NOTHING, kind, ...toGraphqlShortfall(reason.shortfall, reason.endsOn) }
    case 'renewal-open':
      return {
        ...NOTHING,
        kind,
        fromOn: reason.opensOn,
        untilOn: reason.closesOn,
        readFromBoard: reason.basis === 'rule',
        sendByOn: reason.sendByOn,
      }
    case 'extended':
      return { ...NOTHING, kind, fromOn: reason.expiresOn, untilOn: reason.untilOn }
    case 'in-force':
      return { ...NOTHING, kind, untilOn: reason.expiresOn }
    case 'renewal-may-be-open':
      return { ...NOTHING, kind, fromOn: reason.opensOn }
    case 'end-not-known':
      return { ...NOTHING, kind, untilOn: reason.endsOn }
    case 'ended-by-rule':
      return {
        ...NOTHING,
        kind,
        fromOn: reason.endedOn,
        untilOn: reason.untilOn,
        lateStatus: reason.lateStatus,
      }
  }
}

function toGraphqlShortfall(shortfall: RequirementForecast, endsOn: string) {
  const { openNow, dueBy, missed, projectedShortBy, hoursPerYearAtPace } = shortfall
  const { kind: requirement, category, sponsor, practice } = subjectOf(shortfall.requirement)
  return {
    requirement,
    category,
    sponsor,
    practice,
    unit: shortfall.unit,
    untilOn: requirement === 'practice' ? dueBy : endsOn,
    shortBy: openNow,
    missed,
    projectedShortBy: upToQuarter(projectedShortBy),
    perYearAtPace: Math.round(hoursPerYearAtPace * 4) / 4,
  }
}

export function toGraphqlUnknown(unknown: StatusUnknown): StatusUnknownType {
  return { kind: unknown.kind, why: 'reason' in unknown ? unknown.reason : null }
}
