import { ActivityFunction } from '@alongside/shared/drift/activities/activity-functions'
import { ActivityAskedBy } from '@alongside/shared/drift/week/asked-by'
import { MAX_WEEK_LINES } from '@alongside/shared/drift/week/week-input'
import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ConnectionTo, PageArgs } from '../../server/graphql/connection.ts'
import { unionWithStale } from '../../server/graphql/payload.ts'
import { AtMost, ListOf } from '../../server/operations/input-limits.ts'

registerEnumType(ActivityAskedBy, {
  name: 'ActivityAskedBy',
  description: 'Who asked a peer for an activity of their week.',
})

@ObjectType({ simpleResolvers: true, description: 'The time of one activity in a week.' })
export class WeekLogEntry {
  @Field(() => String, {
    description: 'A key of the catalogue, or `custom-` and the id of an activity of the organization.',
  })
  activity!: string

  @Field(() => String, { nullable: true, description: 'Its name, if the organization added it; else null.' })
  customName!: string | null

  @Field(() => ActivityFunction, {
    description: 'The kind of work, as it was read when the week was logged.',
  })
  function!: ActivityFunction

  @Field(() => Int, { description: 'Quarter hours, 1-320.' })
  quarterHours!: number

  @Field(() => ActivityAskedBy, { nullable: true, description: 'Null where the peer did not say.' })
  askedBy!: ActivityAskedBy | null
}

@ObjectType({ simpleResolvers: true, description: 'The time of one kind of work in a week.' })
export class WeekLogSum {
  @Field(() => ActivityFunction)
  function!: ActivityFunction

  @Field(() => Int, { description: 'Quarter hours, 1-320.' })
  quarterHours!: number
}

@ObjectType({
  simpleResolvers: true,
  description:
    'How a week of one’s own went, as last logged. Activities and hours only, never a person served.',
})
export class OwnWeekLog {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLLocalDate, { description: 'The Monday of the week.' })
  weekStart!: string

  @Field(() => Int, { description: 'To be sent as `expectedRevision` with a correction.' })
  revision!: number

  @Field(() => Boolean, { description: 'Whether supervisors see only the hours by kind of work.' })
  onlyTotals!: boolean

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the peer spent time with other peers; null where they did not say. Only for them.',
  })
  metPeers!: boolean | null

  @Field(() => GraphQLDateTime)
  loggedAt!: Date

  @Field(() => [WeekLogEntry], { description: 'Most time first, at most 30.' })
  entries!: WeekLogEntry[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'The week of a peer whom one teaches or supports, if it began with or after the supervision.',
})
export class TeamWeekLog {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLLocalDate, { description: 'The Monday of the week.' })
  weekStart!: string

  @Field(() => Boolean, { description: 'Whether the peer shows only the hours by kind of work.' })
  onlyTotals!: boolean

  @Field(() => [WeekLogSum], { description: 'Hours by kind of work, at most 12.' })
  totals!: WeekLogSum[]

  @Field(() => [WeekLogEntry], { description: 'Most time first, at most 30; none where `onlyTotals`.' })
  entries!: WeekLogEntry[]
}

@ObjectType({ description: 'Weeks of one’s own, the last first.' })
export class OwnWeekLogConnection extends ConnectionTo(OwnWeekLog, 'OwnWeekLog') {}

@ObjectType({ description: 'Weeks of a peer, the last first.' })
export class TeamWeekLogConnection extends ConnectionTo(TeamWeekLog, 'TeamWeekLog') {}

@ArgsType()
export class PeerWeekLogsArgs extends PageArgs {
  @Field(() => GraphQLUUID)
  peerId!: string
}

@InputType()
export class WeekLogEntryInput {
  @AtMost(60)
  @Field(() => String, {
    description: 'A key of the catalogue, or `custom-` and the id of an activity of the organization.',
  })
  activity!: string

  @Field(() => Int, { description: 'Quarter hours, 1-320.' })
  quarterHours!: number

  @Field(() => ActivityAskedBy, { nullable: true })
  askedBy?: ActivityAskedBy | null
}

@InputType()
export class LogWeekInput {
  @Field(() => GraphQLLocalDate, {
    description: 'A Monday: not in the future, and in a week in which you had a placement.',
  })
  weekStart!: string

  @ListOf(
    MAX_WEEK_LINES,
    () => WeekLogEntryInput,
    'Each activity once, 1-30; 320 quarter hours (80 hours) at most in all.',
  )
  entries!: WeekLogEntryInput[]

  @Field(() => Boolean, { nullable: true, description: 'Whether you spent time with other peers.' })
  metPeers?: boolean | null

  @Field(() => Boolean, { description: 'Whether supervisors see only the hours by kind of work.' })
  onlyTotals!: boolean

  @Field(() => Int, { description: 'The revision that you correct; 0 for a week without a log.' })
  expectedRevision!: number
}

@ObjectType({ simpleResolvers: true, description: 'The week is logged.' })
export class WeekLogged {
  @Field(() => OwnWeekLog)
  weekLog!: OwnWeekLog
}

export const LogWeekPayload = unionWithStale(
  'LogWeekPayload',
  'The week, or the news that it was logged again since.',
  () => WeekLogged,
)

@InputType()
export class UndoWeekLogInput {
  @Field(() => GraphQLLocalDate, { description: 'The Monday of the week.' })
  weekStart!: string

  @Field(() => Int, { description: 'The revision that is undone.' })
  expectedRevision!: number
}

@ObjectType({ simpleResolvers: true, description: 'The week is as it was before.' })
export class WeekLogUndone {
  @Field(() => OwnWeekLog, { nullable: true, description: 'Null where the week had no log before.' })
  weekLog!: OwnWeekLog | null
}

export const UndoWeekLogPayload = unionWithStale(
  'UndoWeekLogPayload',
  'The week as it was before, or the news that it was logged again since.',
  () => WeekLogUndone,
)
