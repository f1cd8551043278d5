import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DriftCause } from '@alongside/shared/drift/drift-causes'
import { FlagStatus } from '@alongside/shared/drift/flag-status'
import { StructuralSignal } from '@alongside/shared/drift/structural-signals'
import { ConnectionTo } from '../server/graphql/connection.ts'

/** Who saw it first: a rule over the peer's own facts, the peer, or a supervisor who teaches or supports them. */
export const FlagOrigin = { SIGNAL: 'SIGNAL', PEER: 'PEER', SUPERVISOR: 'SUPERVISOR' } as const
export type FlagOrigin = (typeof FlagOrigin)[keyof typeof FlagOrigin]

/** What only the organization can change; as one of these a peer can share a flag with its managers. */
export const ReleaseAs = { AGENCY_POLICY: 'AGENCY_POLICY', STRUCTURE: 'STRUCTURE' } as const
export type ReleaseAs = (typeof ReleaseAs)[keyof typeof ReleaseAs]

registerEnumType(DriftCause, { name: 'DriftCause', description: 'Who set it up this way.' })
registerEnumType(FlagStatus, {
  name: 'DriftFlagStatus',
  description: 'Where a flag stands; RESOLVED and NOT_DRIFT are ends.',
})
registerEnumType(StructuralSignal, {
  name: 'DriftSignal',
  description: 'A rule about how the work is set up, not about how a peer does it.',
})
registerEnumType(FlagOrigin, {
  name: 'DriftFlagOrigin',
  description: 'A rule, the peer, or a supervisor who observed it.',
})
registerEnumType(ReleaseAs, {
  name: 'DriftReleaseAs',
  description: 'What the organization is asked to look at.',
})

@ObjectType({
  simpleResolvers: true,
  description: "The peer's own view of a flag. It stands beside the flag for good.",
})
export class DriftOwnView {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  text!: string

  @Field(() => GraphQLDateTime)
  writtenAt!: Date
}

@ObjectType({ simpleResolvers: true, description: 'One step of a flag; steps are added, never changed.' })
export class DriftFlagStepTaken {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => FlagStatus)
  from!: FlagStatus

  @Field(() => FlagStatus)
  to!: FlagStatus

  @Field(() => String, { nullable: true, description: 'Who took it.' })
  takenByName!: string | null

  @Field(() => GraphQLDateTime)
  takenAt!: Date

  @Field(() => String, { nullable: true, description: 'What will change; stands with PLANNED.' })
  plan!: string | null

  @Field(() => String, { nullable: true, description: 'Why it is no drift; stands with NOT_DRIFT.' })
  reason!: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'The session in which it was talked about.' })
  sessionId!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'A placement or a supervision relationship that a signal rests on.',
})
export class DriftSignalEntry {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String, { nullable: true, description: "The host agency's or the supervisor's name." })
  label!: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: "A signal's figure. It is shown to the peer and to nobody else.",
})
export class DriftSignalFigureSeen {
  @Field(() => Int, { description: 'People on the caseload, or days, by signal.' })
  figure!: number

  @Field(() => Int, { description: 'The rule fires above it; same unit.' })
  threshold!: number

  @Field(() => [DriftSignalEntry])
  entries!: DriftSignalEntry[]
}

@ObjectType()
abstract class FlagFacts {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => FlagOrigin)
  origin!: FlagOrigin

  @Field(() => StructuralSignal, {
    nullable: true,
    description: 'The rule that raised it; null when a person did.',
  })
  signal!: StructuralSignal | null

  @Field(() => Int, { nullable: true, description: 'The version of that rule.' })
  ruleVersion!: number | null

  @Field(() => String, {
    description: 'What it rests on, in words; for a signal its rule, without the figure.',
  })
  evidence!: string

  @Field(() => DriftCause)
  cause!: DriftCause

  @Field(() => [DriftOwnView], { description: 'Oldest first, at most 50.' })
  ownViews!: DriftOwnView[]
}

@ObjectType()
abstract class FlagInProgress extends FlagFacts {
  @Field(() => String, { nullable: true, description: 'Who raised it; null for a signal.' })
  raisedByName!: string | null

  @Field(() => FlagStatus)
  status!: FlagStatus

  @Field(() => GraphQLDateTime, { description: 'When it was raised, and with that told to the peer.' })
  toldAt!: Date

  @Field(() => [DriftFlagStepTaken], { description: 'Oldest first.' })
  steps!: DriftFlagStepTaken[]
}

@ObjectType({
  simpleResolvers: true,
  description: 'A flag about oneself, with everything that anybody knows about it.',
})
export class DriftFlagOfMine extends FlagInProgress {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When you opened it; null while you have not.',
  })
  openedAt!: Date | null

  @Field(() => GraphQLDateTime, {
    description:
      'From when your educational and supportive supervisors see it: when you open it, after 7 days at the latest.',
  })
  seenBySupervisorsFrom!: Date

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When you shared it with the managers; null while you have not.',
  })
  releasedAt!: Date | null

  @Field(() => ReleaseAs, { nullable: true })
  releasedAs!: ReleaseAs | null

  @Field(() => DriftSignalFigureSeen, { nullable: true, description: 'Only for a signal, only for you.' })
  figure!: DriftSignalFigureSeen | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'A flag about a peer whom you teach or support. Never with a figure.',
})
export class DriftFlagOfTeam extends FlagInProgress {
  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => String)
  peerName!: string
}

@ObjectType({
  simpleResolvers: true,
  description:
    'A flag that a peer shared with the managers, since only the organization can change what it tells of.',
})
export class DriftFlagReleased extends FlagFacts {
  @Field(() => String)
  peerName!: string

  @Field(() => ReleaseAs)
  releasedAs!: ReleaseAs

  @Field(() => GraphQLDateTime)
  releasedAt!: Date
}

@ObjectType({ simpleResolvers: true, description: 'What looking for signals found.' })
export class DriftLook {
  @Field(() => Int, { description: 'Flags about yourself that you have not opened.' })
  unopened!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'An observed flag that was raised; the peer sees it before you do.',
})
export class ObservedFlagRaised {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => GraphQLDateTime, {
    description: 'When you see it at the latest; earlier if the peer opens it.',
  })
  seenBySupervisorsFrom!: Date
}

@ObjectType({ simpleResolvers: true, description: 'Where a flag stands after a step.' })
export class DriftFlagMoved {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => FlagStatus)
  status!: FlagStatus
}

@InputType()
export class RaiseDriftFlagInput {
  @Field(() => String, { description: '1-2000 characters.' })
  evidence!: string

  @Field(() => DriftCause)
  cause!: DriftCause

  @Field(() => String, { nullable: true, description: 'At most 2000 characters.' })
  ownView?: string | null
}

@InputType()
export class RaiseObservedDriftFlagInput {
  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => String, { description: 'What you observed; 1-2000 characters.' })
  evidence!: string

  @Field(() => DriftCause)
  cause!: DriftCause
}

@InputType()
export class DriftFlagStepInput {
  @Field(() => GraphQLUUID)
  flagId!: string

  @Field(() => FlagStatus, {
    description: 'Where the flag stood when you decided; if it has moved since, the answer is CONFLICT.',
  })
  from!: FlagStatus

  @Field(() => FlagStatus)
  to!: FlagStatus

  @Field(() => String, { nullable: true, description: 'With PLANNED; 1-2000 characters.' })
  plan?: string | null

  @Field(() => String, { nullable: true, description: 'With NOT_DRIFT; 1-1000 characters.' })
  reason?: string | null

  @Field(() => GraphQLUUID, { nullable: true, description: 'The session in which it was talked about.' })
  sessionId?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Flags about oneself.' })
export class DriftFlagOfMineConnection extends ConnectionTo(DriftFlagOfMine, 'DriftFlagOfMine') {}

@ObjectType({ simpleResolvers: true, description: 'Flags about the peers whom one teaches or supports.' })
export class DriftFlagOfTeamConnection extends ConnectionTo(DriftFlagOfTeam, 'DriftFlagOfTeam') {}

@ObjectType({ simpleResolvers: true, description: 'Flags that peers shared with the managers.' })
export class DriftFlagReleasedConnection extends ConnectionTo(DriftFlagReleased, 'DriftFlagReleased') {}
