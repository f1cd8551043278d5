import { GraphQLUUID } from 'graphql-scalars'
import { createUnionType, Field, InputType, Int, ObjectType } from 'type-graphql'
import { Role } from '@alongside/shared/people/roles'
import { unionWithStale } from '../../server/graphql/payload.ts'
import { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import { RoleRequestShown } from '../role-requests/role-request.types.ts'
import { SentInvitation } from '../invitations/invitation.types.ts'
import { Member } from './members.types.ts'

/** Which member, and the revision of them that was read: of two changes at once the second is refused. */
@InputType()
export abstract class MemberInput {
  @Field(() => GraphQLUUID)
  memberId!: string

  @Field(() => Int, { description: 'The revision on which the change was decided, as last read.' })
  expectedRevision!: number
}

@ObjectType({ simpleResolvers: true })
abstract class MemberChanged {
  @Field(() => Member)
  member!: Member
}

const OR_STALE = 'or that somebody else changed the member first.'

@InputType()
export class UpdateMemberRolesInput extends MemberInput {
  @Field(() => [Role], { description: 'One to five, none twice.' })
  roles!: Role[]
}

@ObjectType({ simpleResolvers: true, description: 'The member with these roles.' })
export class MemberRolesUpdated extends MemberChanged {}

@ObjectType({
  simpleResolvers: true,
  description: 'A role for oneself: it waits until another admin or an auditor confirms it.',
})
export class RoleRequested {
  @Field(() => RoleRequestShown)
  roleRequest!: RoleRequestShown
}

export const UpdateMemberRolesPayload = createUnionType({
  name: 'UpdateMemberRolesPayload',
  description: `The member with the new roles, a request for a role for oneself, ${OR_STALE}`,
  types: () => [MemberRolesUpdated, RoleRequested, StaleRevision] as const,
  resolveType: (payload) => {
    if ('currentRevision' in payload) return StaleRevision
    return 'roleRequest' in payload ? RoleRequested : MemberRolesUpdated
  },
})

@InputType()
export class DisableMemberInput extends MemberInput {}

@ObjectType({ simpleResolvers: true, description: 'The member cannot sign in any more.' })
export class MemberDisabled extends MemberChanged {}

export const DisableMemberPayload = unionWithStale(
  'DisableMemberPayload',
  `The disabled member, ${OR_STALE}`,
  () => MemberDisabled,
)

@InputType()
export class EnableMemberInput extends MemberInput {}

@ObjectType({ simpleResolvers: true, description: 'The member can sign in again.' })
export class MemberEnabled extends MemberChanged {}

export const EnableMemberPayload = unionWithStale(
  'EnableMemberPayload',
  `The enabled member, ${OR_STALE}`,
  () => MemberEnabled,
)

@InputType()
export class RevokeInvitationInput extends MemberInput {}

@ObjectType({ simpleResolvers: true, description: 'The link opens nothing any more.' })
export class InvitationRevoked extends MemberChanged {}

export const RevokeInvitationPayload = unionWithStale(
  'RevokeInvitationPayload',
  `The member without an open link, ${OR_STALE}`,
  () => InvitationRevoked,
)

@InputType()
export class ResendInvitationInput extends MemberInput {
  @Field(() => String, {
    nullable: true,
    description: 'Corrects the address; without it the last one is used.',
  })
  email?: string | null
}

@ObjectType({
  simpleResolvers: true,
  description: 'There is a new link; the one before opens nothing any more.',
})
export class InvitationResent {
  @Field(() => SentInvitation)
  invitation!: SentInvitation
}

export const ResendInvitationPayload = unionWithStale(
  'ResendInvitationPayload',
  `The new invitation, ${OR_STALE}`,
  () => InvitationResent,
)
