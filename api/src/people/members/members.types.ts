import { GraphQLDateTime, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars'
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { InvitationMailProblem, MemberState } from '@alongside/shared/people/members/member-state'
import { Role } from '@alongside/shared/people/roles'
import { ConnectionTo } from '../../server/graphql/connection.ts'

export { MemberState }
registerEnumType(MemberState, {
  name: 'MemberState',
  description: 'How far a member has come in; a link is open for 72 hours and one use.',
})

registerEnumType(InvitationMailProblem, {
  name: 'InvitationMailProblem',
  description:
    'RETURNED: the mail server of the address refused the email for good. NOT_SENT: our mail server could not send it, in eight tries.',
})

export const MemberOrder = {
  NAME: 'NAME',
  ADDRESS: 'ADDRESS',
  STATE: 'STATE',
  LAST_SEEN: 'LAST_SEEN',
} as const
export type MemberOrder = (typeof MemberOrder)[keyof typeof MemberOrder]
registerEnumType(MemberOrder, {
  name: 'MemberOrder',
  description:
    'LAST_SEEN: by month, who was there longest ago comes first; peers and whoever never was come before all, by name.',
})

@ObjectType({
  simpleResolvers: true,
  description: 'Somebody of the organization as its admin knows them: who they are, never what they write.',
})
export class Member {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  displayName!: string

  @Field(() => String, {
    nullable: true,
    description: 'Of the account, else the one last invited; null for whoever was never invited.',
  })
  email!: string | null

  @Field(() => [Role])
  roles!: Role[]

  @Field(() => MemberState)
  state!: MemberState

  @Field(() => Boolean, { description: 'Has an account: the address can no longer be corrected here.' })
  hasJoined!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Of whoever is employed by a host agency; they supervise and hold no other role.',
  })
  hostAgencyName!: string | null

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The first day of the month in which they were last signed in. Null for peers, always, and for whoever never was.',
  })
  lastSeenMonth!: string | null

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Of whoever has not joined: when their last link ends, or ended.',
  })
  linkEndsAt!: Date | null

  @Field(() => InvitationMailProblem, {
    nullable: true,
    description:
      'Of whoever has not joined: why their last invitation did not reach them; null where it may have.',
  })
  mailProblem!: InvitationMailProblem | null

  @Field(() => Int, { description: 'Grows with each change; sent back as `expectedRevision`.' })
  revision!: number
}

@ObjectType({ simpleResolvers: true, description: 'How many members another choice of state would show.' })
export class MemberStateCount {
  @Field(() => MemberState)
  state!: MemberState

  @Field(() => Int)
  count!: number
}

@ObjectType({ simpleResolvers: true, description: 'How many members another choice of role would show.' })
export class MemberRoleCount {
  @Field(() => Role)
  role!: Role

  @Field(() => Int)
  count!: number
}

@ObjectType({
  simpleResolvers: true,
  description: 'How many members one other choice would show, with the rest of the filter as it is.',
})
export class MemberFacets {
  @Field(() => [MemberStateCount])
  states!: MemberStateCount[]

  @Field(() => [MemberRoleCount])
  roles!: MemberRoleCount[]
}

@ObjectType({ description: 'Members in the order asked for.' })
export class MemberConnection extends ConnectionTo(Member, 'Member') {
  @Field(() => MemberFacets)
  facets!: MemberFacets
}

@InputType({ description: 'Which members are shown; each part narrows further.' })
export class MembersFilter {
  @Field(() => Role, { nullable: true, description: 'Who holds this role.' })
  role?: Role | null

  @Field(() => MemberState, { nullable: true })
  state?: MemberState | null

  @Field(() => String, {
    nullable: true,
    description: 'In name or address, whatever case or accent; at most 100 characters.',
  })
  search?: string | null
}

@InputType({ description: 'In which order members are shown; names and then ids break ties.' })
export class MembersSort {
  @Field(() => MemberOrder)
  by!: MemberOrder

  @Field(() => Boolean, { defaultValue: false })
  descending!: boolean
}
