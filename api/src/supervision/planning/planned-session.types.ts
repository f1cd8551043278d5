import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import {
  PlannedSessionReason,
  PlannedSessionView,
  SeriesScope,
} from '@alongside/shared/supervision/planning/planned-reasons'
import {
  SessionFormat,
  SessionModality,
  SessionStatus,
} from '@alongside/shared/supervision/sessions/session-formats'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { Person } from '../../people/person.types.ts'
import { ConnectionTo, PageArgs } from '../../server/graphql/connection.ts'

registerEnumType(PlannedSessionReason, {
  name: 'PlannedSessionReason',
  description: 'Why a planned session did not take place. SUPERVISION_ENDED is set by the system alone.',
})
registerEnumType(PlannedSessionView, {
  name: 'PlannedSessionView',
  description:
    'UPCOMING: of today and later, cancelled ones included. UNANSWERED: the day has passed and nobody has said what became of it.',
})
registerEnumType(SeriesScope, {
  name: 'SeriesScope',
  description: 'Whether a change is about this session alone, or about it and all that follow in its series.',
})

@ObjectType({ simpleResolvers: true, description: 'The series that a planned session belongs to.' })
export class PlannedSeries {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Int, { description: 'Weeks from one session to the next.' })
  everyWeeks!: number

  @Field(() => GraphQLLocalDate, { description: 'The last session of it that is still scheduled.' })
  lastStartsOn!: string

  @Field(() => Boolean, { description: 'True from 14 days before its last session on.' })
  isEnding!: boolean
}

@ObjectType('PlannedSession', {
  simpleResolvers: true,
  description:
    'A supervision session agreed for a day to come: date, minutes, type and format. Its readers are those of a held session.',
})
export class PlannedSessionShown {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person)
  supervisor!: Person

  @Field(() => [Person], { description: 'In a group a peer sees only themselves.' })
  peers!: Person[]

  @Field(() => [SupervisionType])
  types!: SupervisionType[]

  @Field(() => GraphQLLocalDate, { description: "On the organization's clock." })
  startsOn!: string

  @Field(() => String, { description: "HH:MM on the organization's clock, as planned." })
  startTime!: string

  @Field(() => GraphQLDateTime, {
    description:
      'The instant. Where a change of the clocks skips the planned time, the clocks show it later by as much; of two equal times, it is the first.',
  })
  startsAt!: Date

  @Field(() => GraphQLDateTime)
  endsAt!: Date

  @Field(() => String, {
    description: 'HH:MM as the clocks show it; differs from `startTime` only where that is skipped.',
  })
  shownTime!: string

  @Field(() => Int)
  minutes!: number

  @Field(() => SessionFormat)
  format!: SessionFormat

  @Field(() => SessionModality)
  modality!: SessionModality

  @Field(() => SessionStatus)
  status!: SessionStatus

  @Field(() => PlannedSessionReason, { nullable: true, description: 'Of a cancelled or missed one.' })
  reason!: PlannedSessionReason | null

  @Field(() => PlannedSeries, {
    nullable: true,
    description: 'Null for a single one, and for one moved out of its series.',
  })
  series!: PlannedSeries | null

  @Field(() => Boolean, {
    description:
      'Whether the reader may move and cancel it: its supervisor, and in an individual session its peer.',
  })
  canChange!: boolean

  @Field(() => Int, { description: 'To send along with a change.' })
  revision!: number
}

@ObjectType({ description: 'Planned sessions.' })
export class PlannedSessionConnection extends ConnectionTo(PlannedSessionShown, 'PlannedSession') {}

@ArgsType()
export class MyPlannedSessionsArgs extends PageArgs {
  @Field(() => PlannedSessionView)
  view!: PlannedSessionView

  @Field(() => GraphQLUUID, { nullable: true, description: 'Only those with this peer.' })
  peerId?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'What the form for the next session begins with: as the last one was.',
})
export class SuggestedSession {
  @Field(() => GraphQLLocalDate)
  startsOn!: string

  @Field(() => String, { description: 'HH:MM.' })
  startTime!: string

  @Field(() => Int)
  minutes!: number

  @Field(() => SessionModality)
  modality!: SessionModality

  @Field(() => [SupervisionType], {
    description: 'Those of the last session that the reader gives to the peer today.',
  })
  types!: SupervisionType[]
}
