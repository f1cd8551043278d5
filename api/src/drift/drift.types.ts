import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { ArgsType, Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql'
import { DriftCause, ReleasableCause } from '@alongside/shared/drift/drift-causes'
import { FlagOrigin } from '@alongside/shared/drift/flag-input'
import { FlagStatus } from '@alongside/shared/drift/flag-status'
import { DriftSignal } from '@alongside/shared/drift/signals/signal'
import { SupervisionType } from '@alongside/shared/supervision/supervision-types'
import { ConnectionTo, PageArgs } from '../server/graphql/connection.ts'
import { Person } from '../people/person.types.ts'
import { DriftFlagStep } from './steps/flag-step.types.ts'
import { DriftFlagResponse } from './drift-flag-response.entity.ts'

registerEnumType(DriftCause, { name: 'DriftCause', description: 'Where it comes from.' })
registerEnumType(FlagStatus, {
  name: 'DriftFlagStatus',
  description:
    'How far a flag has come. RESOLVED and NOT_DRIFT close it, and only the peer does that; PROPOSED_RESOLVED and PROPOSED_NOT_DRIFT wait for the peer, and NOT_AGREED stays open.',
})
registerEnumType(DriftSignal, {
  name: 'DriftSignal',
  description:
    'A rule about what is asked of a peer and how the work is set up, not about how a peer does it.',
})
registerEnumType(FlagOrigin, {
  name: 'DriftFlagOrigin',
  description: 'A rule, the peer, or a supervisor who observed it.',
})
registerEnumType(ReleasableCause, {
  name: 'ReleasableDriftCause',
  description: 'The causes that only the organization can change.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'A placement, a supervision relationship or a week that a signal rests on.',
})
export class DriftSignalEntry {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String, { nullable: true, description: "The host agency's or the supervisor's name." })
  label!: string | null

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The Monday, if it is a week; else null.' })
  weekStart!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: "A signal's figure. It is shown to the peer and to nobody else.",
})
export class DriftSignalFigure {
  @Field(() => Int, { description: 'People, days, percent of the time, or quarter hours, by signal.' })
  figure!: number

  @Field(() => Int, { description: 'The rule fires above it; same unit.' })
  threshold!: number

  @Field(() => [DriftSignalEntry])
  entries!: DriftSignalEntry[]
}

@InterfaceType({
  description:
    'Something in the work of a peer pulls them away from the peer role. Who reads a flag, and how much of it, depends on who asks.',
})
export abstract class DriftFlag {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => Person, { description: 'Whom it is about.' })
  peer!: Person

  @Field(() => FlagOrigin)
  origin!: FlagOrigin

  @Field(() => DriftSignal, {
    nullable: true,
    description: 'The rule that raised it; null when a person did.',
  })
  signal!: DriftSignal | null

  @Field(() => Int, { nullable: true, description: 'The version of that rule.' })
  ruleVersion!: number | null

  @Field(() => String, {
    description: 'What it rests on, in words; for a signal its rule, without the figure.',
  })
  evidence!: string

  @Field(() => DriftCause)
  cause!: DriftCause

  @Field(() => [DriftFlagResponse], { description: 'Oldest first, at most 50.' })
  responses!: Pick<DriftFlagResponse, 'id' | 'text' | 'writtenAt'>[]
}

@InterfaceType({
  implements: DriftFlag,
  description:
    'A flag for those who take its steps: the peer, and the supervisors who teach or support them.',
  resolveType: (flag) => ('openedAt' in flag ? OwnDriftFlag : TeamDriftFlag),
})
export abstract class DriftFlagInProgress extends DriftFlag {
  @Field(() => Person, { nullable: true, description: 'Who raised it; null for a signal.' })
  raisedBy!: Person | null

  @Field(() => GraphQLDateTime, { description: 'When it was raised, and with that shown to the peer.' })
  raisedAt!: Date

  @Field(() => FlagStatus)
  status!: FlagStatus

  @Field(() => Int, {
    description: 'How many steps were taken; to be sent as `expectedRevision` with the next.',
  })
  revision!: number

  @Field(() => [DriftFlagStep], { description: 'Oldest first.' })
  steps!: DriftFlagStep[]
}

@ObjectType({ simpleResolvers: true, description: 'One of your supervisors, and whether they see the flag.' })
export class DriftFlagReader {
  @Field(() => GraphQLUUID, { description: 'To be sent with `addDriftFlagReader`.' })
  relationshipId!: string

  @Field(() => Person)
  supervisor!: Person

  @Field(() => SupervisionType)
  type!: SupervisionType

  @Field(() => Boolean, {
    description:
      'Once you have opened the flag or 7 days have passed: true where their supervision had begun when the flag was raised, or where you shared it.',
  })
  canRead!: boolean
}

@ObjectType({
  implements: [DriftFlag, DriftFlagInProgress],
  simpleResolvers: true,
  description: 'A flag about oneself, with everything that anybody knows about it.',
})
export class OwnDriftFlag extends DriftFlagInProgress {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When you opened it; null while you have not.',
  })
  openedAt!: Date | null

  @Field(() => GraphQLDateTime, {
    description:
      'From when your educational and supportive supervisors see it: when you open it, after 7 days at the latest. One that you raised: a minute after you did.',
  })
  seenBySupervisorsFrom!: Date

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When you shared it with the managers; null while you have not.',
  })
  releasedAt!: Date | null

  @Field(() => ReleasableCause, { nullable: true })
  releasedAs!: ReleasableCause | null

  @Field(() => [DriftFlagReader], {
    description: 'Your educational and supportive supervisors, by name; at most 50.',
  })
  readers!: DriftFlagReader[]

  @Field(() => Boolean, {
    description: 'Of a flag that you raised: true where you chose who sees it, and others do not.',
  })
  onlyChosenReaders!: boolean

  @Field(() => DriftSignalFigure, { nullable: true, description: 'Only for a signal, only for you.' })
  figure!: DriftSignalFigure | null
}

@ObjectType({
  implements: [DriftFlag, DriftFlagInProgress],
  simpleResolvers: true,
  description: 'A flag about a peer whom you teach or support. Never with a figure.',
})
export class TeamDriftFlag extends DriftFlagInProgress {}

@ObjectType({
  implements: DriftFlag,
  simpleResolvers: true,
  description:
    'A flag that a peer shared with the managers, since only the organization can change what it tells of.',
})
export class ReleasedDriftFlag extends DriftFlag {
  @Field(() => ReleasableCause)
  releasedAs!: ReleasableCause

  @Field(() => GraphQLDateTime)
  releasedAt!: Date
}

@ArgsType()
export class TeamDriftFlagsArgs extends PageArgs {
  @Field(() => GraphQLUUID, {
    nullable: true,
    description: 'Only those about this peer; null for all peers whom one teaches or supports.',
  })
  peerId?: string | null
}

@ObjectType({ description: 'Flags about oneself.' })
export class OwnDriftFlagConnection extends ConnectionTo(OwnDriftFlag, 'OwnDriftFlag') {}

@ObjectType({ description: 'Flags about the peers whom one teaches or supports.' })
export class TeamDriftFlagConnection extends ConnectionTo(TeamDriftFlag, 'TeamDriftFlag') {}

@ObjectType({ description: 'Flags that peers shared with the managers.' })
export class ReleasedDriftFlagConnection extends ConnectionTo(ReleasedDriftFlag, 'ReleasedDriftFlag') {}
