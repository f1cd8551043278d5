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
  readonly lastSeenMonth: string | null
  readonly linkEndsAt: string | null
  readonly revision: number
}
export interface Listed {
  readonly totalCount: number
  readonly edges: readonly { node: ListedMember }[]
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
  readonly facets: {
    readonly states: readonly { state: string; count: number }[]
    readonly roles: readonly { role: string; count: number }[]
  }
}

const MEMBER = 'id displayName email roles state hasJoined lastSeenMonth linkEndsAt revision'
export const LIST = `query ($filter: MembersFilter, $sort: MembersSort, $first: Int, $after: String) {
  members(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount edges { node { ${MEMBER} } } pageInfo { hasNextPage endCursor }
    facets { states { state count } roles { role count } } } }`

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
  const { inviteMember } = await caller.data<{ inviteMember: { invitation: { link: string } } }>(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { invitation { link } } }',
    { input: { email, displayName, roles } },
  )
  return inviteMember.invitation.link.split('#')[1] ?? ''
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

/** What came of a change of a member, as an admin reads it. */
export interface MemberPayload {
  readonly __typename: string
  readonly member?: ListedMember
  readonly invitation?: { readonly email: string; readonly link: string }
  readonly currentRevision?: number
}
const STALE = '__typename ... on StaleRevision { currentRevision }'
const change = (mutation: string, outcome: string, of = `member { ${MEMBER} }`) =>
  `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
    payload: ${mutation}(input: $input) { ${STALE} ... on ${outcome} { ${of} } } }`
export const CHANGES = {
  roles: change('updateMemberRoles', 'MemberRolesUpdated'),
  disable: change('disableMember', 'MemberDisabled'),
  enable: change('enableMember', 'MemberEnabled'),
  revoke: change('revokeInvitation', 'InvitationRevoked'),
  resend: change('resendInvitation', 'InvitationResent', 'invitation { email link }'),
} as const

export const asRead = ({ id, revision }: Pick<ListedMember, 'id' | 'revision'>) => ({
  memberId: id,
  expectedRevision: revision,
})
