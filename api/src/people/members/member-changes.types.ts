import { GraphQLUUID } from 'graphql-scalars'
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ListedProblem } from '@alongside/shared/people/invitations/address-list'
import { Role } from '@alongside/shared/people/roles'
import { SentInvitation } from '../people.types.ts'
import { Member } from './members.types.ts'

@ObjectType({
  description: 'Somebody else changed this member after the caller looked; nothing was changed now.',
})
export class MemberChangedMeanwhile {
  @Field(() => Member, { description: 'As the member is now.' })
  current!: Member
}

export const MemberOutcome = createUnionType({
  name: 'MemberOutcome',
  description: 'The member after the change, or that somebody else was first.',
  types: () => [Member, MemberChangedMeanwhile] as const,
  resolveType: (outcome) => ('current' in outcome ? MemberChangedMeanwhile : Member),
})

export const ResentInvitation = createUnionType({
  name: 'ResentInvitation',
  description: 'The new invitation, or that somebody else changed the member first.',
  types: () => [SentInvitation, MemberChangedMeanwhile] as const,
  resolveType: (outcome) => ('current' in outcome ? MemberChangedMeanwhile : SentInvitation),
})

registerEnumType(ListedProblem, {
  name: 'ListedProblem',
  description:
    'MALFORMED: not an address. TWICE_IN_LIST: stands further up. ALREADY_MEMBER, ALREADY_INVITED: of this organization.',
})

@ObjectType({ simpleResolvers: true, description: 'An item of a pasted list that is not invited, and why.' })
export class ListedAddressProblem {
  @Field(() => Int, { description: 'The line of the list, from 1.' })
  line!: number

  @Field(() => String, { description: 'As it was pasted.' })
  text!: string

  @Field(() => ListedProblem)
  problem!: ListedProblem
}

@ObjectType({ description: 'Everybody of the list was invited, but for those left out on purpose.' })
export class MembersInvited {
  @Field(() => Int)
  invitedCount!: number

  @Field(() => Boolean, {
    description: 'Whether mails go out; else each row of the members offers to make its link.',
  })
  byMail!: boolean

  @Field(() => [ListedAddressProblem])
  leftOut!: ListedAddressProblem[]
}

@ObjectType({
  description:
    'Something in the list needs a look; nobody was invited. Ask again with the rest left out, or mend it.',
})
export class AddressListRefused {
  @Field(() => Int, { description: 'How many could be invited as they stand.' })
  readyCount!: number

  @Field(() => [ListedAddressProblem])
  problems!: ListedAddressProblem[]
}

export const InviteMembersOutcome = createUnionType({
  name: 'InviteMembersOutcome',
  description: 'All of the list, or nothing of it.',
  types: () => [MembersInvited, AddressListRefused] as const,
  resolveType: (outcome) => ('problems' in outcome ? AddressListRefused : MembersInvited),
})

@InputType()
export class InviteMembersInput {
  @Field(() => String, {
    description:
      'Addresses apart by new lines, commas or semicolons, with a name or without: at most 1,000 and 60,000 characters. More come as a file.',
  })
  list!: string

  @Field(() => [Role], { description: 'One to five, none twice; everybody of the list gets them.' })
  roles!: Role[]

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Invites the others where some items cannot be; else nobody is invited then.',
  })
  leaveOutProblems!: boolean
}

@InputType({
  description: 'Which member, as last seen: of two changes at once the second learns of the first.',
})
export class MemberAsSeen {
  @Field(() => GraphQLUUID)
  memberId!: string

  @Field(() => Int)
  revision!: number
}
