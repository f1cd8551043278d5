import { randomUUID } from 'node:crypto'
import type { Role } from '../../../shared/src/people/roles.ts'
import type { BuiltOrganization } from './builders.ts'
import type { Caller, TestApi } from '../test-api.ts'

export interface ListedMember {
  readonly id: string
  readonly displayName: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly state: string
  readonly hasJoined: boolean
  readonly lastSeenAt: string | null
  readonly linkEndsAt: string | null
  readonly revision: number
}
export interface Listed {
  readonly totalCount: number
  readonly edges: readonly { node: ListedMember }[]
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
  readonly states: readonly { state: string; count: number }[]
  readonly roles: readonly { role: string; count: number }[]
}

const MEMBER = 'id displayName email roles state hasJoined lastSeenAt linkEndsAt revision'
export const LIST = `query ($filter: MembersFilter, $sort: MembersSort, $first: Int, $after: String) {
  members(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount edges { node { ${MEMBER} } } pageInfo { hasNextPage endCursor }
    states { state count } roles { role count } } }`

/** The member of that name or address, as the admin sees them. */
export async function memberNamed(caller: Caller, search: string): Promise<ListedMember> {
  const { members } = await caller.data<{ members: Listed }>(LIST, { filter: { search } })
  const member = members.edges[0]?.node
  if (!member || members.totalCount !== 1) throw new Error(`${members.totalCount} members match ${search}`)
  return member
}

/** Invites through the public door; answers the token of the link. */
export async function invite(
  caller: Caller,
  email: string,
  displayName = 'Somebody New',
  roles: readonly Role[] = ['PEER'],
): Promise<string> {
  const { inviteMember } = await caller.data<{ inviteMember: { link: string } }>(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { link } }',
    { input: { email, displayName, roles } },
  )
  return inviteMember.link.split('#')[1] ?? ''
}

/** Peers who wait with an open link, "Waiting 001" and on. */
export async function placeWaitingMembers(
  api: TestApi,
  organization: BuiltOrganization,
  count: number,
): Promise<void> {
  await api.superuser.query(
    `with made as (
       insert into membership (organization_id, id, display_name, roles, joined_on)
       select $1, gen_random_uuid(), 'Waiting ' || lpad(n::text, 3, '0'), array['PEER'], '2026-06-01'
         from generate_series(1, $2::int) n returning id, display_name)
     insert into invitation (organization_id, email, display_name, roles, token_hash, created_at, expires_at, membership_id)
     select $1, replace(lower(display_name), ' ', '-') || '@example.org', display_name, array['PEER'],
            sha256((id::text || $3)::bytea), $4, $4::timestamptz + interval '72 hours', id from made`,
    [organization.id, count, randomUUID(), api.now.toISOString()],
  )
}

/** A change of a member as an admin sends it; answers what came of it. */
export interface MemberOutcome {
  readonly __typename: 'Member' | 'MemberChangedMeanwhile' | 'SentInvitation'
  readonly state?: string
  readonly roles?: readonly string[]
  readonly revision?: number
  readonly link?: string
  readonly current?: ListedMember
}
const OUTCOME = `{ __typename ... on Member { ${MEMBER} } ... on MemberChangedMeanwhile { current { ${MEMBER} } } }`
const SENT = `{ __typename ... on SentInvitation { email link } ... on MemberChangedMeanwhile { current { ${MEMBER} } } }`
export const CHANGES = {
  roles: `mutation ($member: MemberAsSeen!, $roles: [Role!]!) { outcome: changeMemberRoles(member: $member, roles: $roles) ${OUTCOME} }`,
  disable: `mutation ($member: MemberAsSeen!) { outcome: disableMember(member: $member) ${OUTCOME} }`,
  enable: `mutation ($member: MemberAsSeen!) { outcome: enableMember(member: $member) ${OUTCOME} }`,
  revoke: `mutation ($member: MemberAsSeen!) { outcome: revokeInvitation(member: $member) ${OUTCOME} }`,
  resend: `mutation ($member: MemberAsSeen!, $email: String) { outcome: resendInvitation(member: $member, email: $email) ${SENT} }`,
} as const

export const asSeen = ({ id, revision }: Pick<ListedMember, 'id' | 'revision'>) => ({
  memberId: id,
  revision,
})
