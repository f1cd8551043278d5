import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars'
import { createUnionType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { AtMost } from '../../server/operations/input-limits.ts'
import { ListedProblem } from '@alongside/shared/people/invitations/address-list'
import { Role } from '@alongside/shared/people/roles'
import { OnDevice } from '../sign-in/sign-in.types.ts'
import { IdempotencyKey } from '../../server/submissions/idempotency-key.ts'

@ObjectType({ description: 'What an open invitation says before it is accepted.' })
export class InvitationPreview {
  @Field(() => String)
  organizationName!: string

  @Field(() => String)
  displayName!: string

  @Field(() => String)
  email!: string

  @Field(() => [Role])
  roles!: Role[]

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the address has an account, so that its password is asked for. Null where the link came by hand: nothing proves the address then.',
  })
  hasAccount!: boolean | null
}

@ObjectType({ description: 'An invitation that was sent; open for 72 hours, for one use.' })
export class SentInvitation {
  @Field(() => GraphQLUUID)
  id!: string

  @Field(() => String)
  email!: string

  @Field(() => String, {
    nullable: true,
    description: 'The one-time link, only where no mail server is set up.',
  })
  link!: string | null

  @Field(() => GraphQLDateTime)
  expiresAt!: Date
}

@InputType()
export class AcceptInvitationInput extends OnDevice {
  @Field(() => String, { description: 'The token of the one-time link.' })
  token!: string

  @Field(() => String, { description: 'How colleagues see you; 1-80 characters.' })
  displayName!: string

  @Field(() => String, { description: '15-128 characters; with an account already, its password.' })
  password!: string
}

@InputType()
export class InviteMemberInput {
  @IdempotencyKey()
  idempotencyKey?: string | null

  @Field(() => String, { description: 'At most 254 characters.' })
  email!: string

  @Field(() => String, { description: '1-80 characters.' })
  displayName!: string

  @Field(() => [Role], { description: 'One to five, none twice.' })
  roles!: Role[]
}

@ObjectType({ description: 'The invitation that was sent.' })
export class InviteMemberPayload {
  @Field(() => SentInvitation)
  invitation!: SentInvitation
}

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

export const InviteMembersPayload = createUnionType({
  name: 'InviteMembersPayload',
  description: 'All of the list, or nothing of it.',
  types: () => [MembersInvited, AddressListRefused] as const,
  resolveType: (outcome) => ('problems' in outcome ? AddressListRefused : MembersInvited),
})

@InputType()
export class InviteMembersInput {
  @AtMost(60_000)
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
