import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { type Lazily, unionWithStale } from '../../server/graphql/payload.ts'
import { Peer } from '../peers/peer.types.ts'

/** Whose employment changes, and the revision of it that was read. */
@InputType()
abstract class EmploymentInput {
  @Field(() => GraphQLUUID)
  peerId!: string

  @Field(() => Int, {
    description: 'The revision of the peer on which the change was decided, as last read.',
  })
  expectedRevision!: number
}

@ObjectType({ simpleResolvers: true })
abstract class EmploymentChanged {
  @Field(() => Peer)
  peer!: Lazily<Peer>
}

const OR_STALE = 'or that somebody else changed their employment first.'

@InputType()
export class AssignTeamInput extends EmploymentInput {
  @Field(() => GraphQLUUID, { nullable: true, description: 'A team in use; null or left out: no team.' })
  teamId?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The peer is in this team, or in none.' })
export class TeamAssigned extends EmploymentChanged {}

export const AssignTeamPayload = unionWithStale(
  'AssignTeamPayload',
  `The peer with the team, ${OR_STALE}`,
  () => TeamAssigned,
)

@InputType()
export class EndEmploymentInput extends EmploymentInput {
  @Field(() => GraphQLLocalDate, { description: 'The last day: at most 92 days back and two years ahead.' })
  leavesOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'The last day is recorded.' })
export class EmploymentEnded extends EmploymentChanged {}

export const EndEmploymentPayload = unionWithStale(
  'EndEmploymentPayload',
  `The peer with the last day, ${OR_STALE}`,
  () => EmploymentEnded,
)

@InputType()
export class CancelDepartureInput extends EmploymentInput {}

@ObjectType({ simpleResolvers: true, description: 'There is no last day any more.' })
export class DepartureCancelled extends EmploymentChanged {}

export const CancelDeparturePayload = unionWithStale(
  'CancelDeparturePayload',
  `The peer without a last day, ${OR_STALE}`,
  () => DepartureCancelled,
)

@InputType()
export class RehirePeerInput extends EmploymentInput {
  @Field(() => GraphQLLocalDate, {
    description: 'The first day back, after the last day: at most 92 days back and two years ahead.',
  })
  returnsOn!: string
}

@ObjectType({ simpleResolvers: true, description: 'The first day back is recorded.' })
export class PeerRehired extends EmploymentChanged {}

export const RehirePeerPayload = unionWithStale(
  'RehirePeerPayload',
  `The peer with the first day back, ${OR_STALE}`,
  () => PeerRehired,
)

@InputType()
export class CancelRehireInput extends EmploymentInput {}

@ObjectType({ simpleResolvers: true, description: 'There is no first day back any more.' })
export class RehireCancelled extends EmploymentChanged {}

export const CancelRehirePayload = unionWithStale(
  'CancelRehirePayload',
  `The peer as having left, ${OR_STALE}`,
  () => RehireCancelled,
)
