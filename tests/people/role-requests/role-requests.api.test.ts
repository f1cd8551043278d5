import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization, Member } from '../../support/builders/builders.ts'
import { memberNamed } from '../../support/builders/member-builders.ts'
import { inDatabaseAs } from '../../support/builders/supervision-builders.ts'
import { NOW } from '../../support/fixed-today.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

// A role for oneself needs a second person, and all admins and auditors are told.

const UPDATE = `mutation ($input: UpdateMemberRolesInput!) { updateMemberRoles(input: $input) {
  __typename ... on RoleRequested { roleRequest { id roles currentRoles expiresAt } } } }`
const ACCEPT = `mutation ($id: UUID!) { acceptRoleRequest(input: { roleRequestId: $id }) { roleRequestId } }`
const DECLINE = `mutation ($id: UUID!) { declineRoleRequest(input: { roleRequestId: $id }) { roleRequestId } }`
const DAY = 86_400_000
interface Updated {
  updateMemberRoles: { __typename: string; roleRequest?: { id: string } }
}

describe('a role for oneself', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let admin: Member
  let auditor: Member
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    admin = await api.build.member(organization, ['ADMIN'])
    auditor = await api.build.member(organization, ['AUDITOR'])
  })
  afterAll(() => api.close())

  const ask = async (roles: readonly string[], by = admin) => {
    const caller = await api.as(by)
    const asked = await api.as(admin)
    const { id, revision } = await memberNamed(asked, by.email)
    const input = { memberId: id, expectedRevision: revision, roles }
    return (await caller.data<Updated>(UPDATE, { input })).updateMemberRoles
  }
  const rolesOf = async ({ id }: Member): Promise<string[]> =>
    (await api.superuser.query<{ roles: string[] }>('select roles from membership where id = $1', [id]))
      .rows[0]?.roles ?? []
  const codeOf = async (caller: Caller, query: string, id: string) =>
    (await caller.ask(query, { id })).errors?.[0]?.extensions.code
  const told = async ({ id }: Member, subject: string): Promise<string[]> =>
    (
      await api.superuser.query<{ kind: string }>(
        'select kind from notification where recipient_id = $1 and (subject_id = $2 or key = $3) order by kind',
        [id, subject, `role-request:${subject}`],
      )
    ).rows.map(({ kind }) => kind)

  it('waits for a second person, who is told, and comes with their yes', async () => {
    const asked = await ask(['ADMIN', 'MANAGER'])
    expect(asked).toEqual({
      __typename: 'RoleRequested',
      roleRequest: {
        id: asked.roleRequest?.id,
        roles: ['ADMIN', 'MANAGER'],
        currentRoles: ['ADMIN'],
        expiresAt: new Date(NOW.getTime() + 7 * DAY).toISOString(),
      },
    })
    const id = asked.roleRequest?.id ?? ''
    expect([await rolesOf(admin), await told(auditor, id), await told(admin, id)]).toEqual([
      ['ADMIN'],
      ['ROLE_REQUESTED'],
      [],
    ])
    expect(await codeOf(await api.as(admin), ACCEPT, id)).toBe('NOT_FOUND')
    expect(await codeOf(await api.as(auditor, { confirmed: false }), ACCEPT, id)).toBe('CONFIRM_PASSWORD')
    expect(await codeOf(await api.as(await api.build.supervisor(organization)), ACCEPT, id)).toBe('FORBIDDEN')
    const before = await api.as(admin)
    expect(await codeOf(await api.as(auditor), ACCEPT, id)).toBeUndefined()
    expect([await rolesOf(admin), await told(admin, id)]).toEqual([['ADMIN', 'MANAGER'], ['ROLES_CHANGED']])
    expect((await before.ask('{ myAccount { email } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(await codeOf(await api.as(auditor), ACCEPT, id)).toBe('NOT_FOUND')
    expect((await ask(['ADMIN'])).__typename).toBe('MemberRolesUpdated')
  })

  it('changes nothing where it is declined, withdrawn, expired, or asked anew', async () => {
    const asAuditor = await api.as(auditor)
    const request = async () => (await ask(['ADMIN', 'AUDITOR'])).roleRequest?.id ?? ''
    const declined = await request()
    expect(await codeOf(asAuditor, DECLINE, declined)).toBeUndefined()
    expect(await codeOf(asAuditor, ACCEPT, declined)).toBe('NOT_FOUND')
    const withdrawn = await request()
    expect(await codeOf(await api.as(admin), DECLINE, withdrawn)).toBeUndefined()
    expect(await codeOf(asAuditor, ACCEPT, withdrawn)).toBe('NOT_FOUND')
    const first = await request()
    const second = await request()
    expect(await codeOf(asAuditor, ACCEPT, first)).toBe('NOT_FOUND')
    const waiting = async (caller: Caller) =>
      (
        await caller.data<{ roleRequests: { totalCount: number; edges: { node: { id: string } }[] } }>(
          '{ roleRequests { totalCount edges { node { id } } } }',
        )
      ).roleRequests
    expect(await waiting(asAuditor)).toEqual({ totalCount: 1, edges: [{ node: { id: second } }] })
    api.at(new Date(NOW.getTime() + 7 * DAY))
    const later = await api.as(auditor)
    expect([await codeOf(later, ACCEPT, second), (await waiting(later)).totalCount]).toEqual(['NOT_FOUND', 0])
    api.at(NOW)
    expect(await rolesOf(admin)).toEqual(['ADMIN'])
  })

  it('does not come where the member was changed since', async () => {
    const id = (await ask(['ADMIN', 'MANAGER'])).roleRequest?.id ?? ''
    await api.superuser.query('update membership set revision = revision + 1 where id = $1', [admin.id])
    expect(await codeOf(await api.as(auditor), ACCEPT, id)).toBe('NOT_FOUND')
    expect(await rolesOf(admin)).toEqual(['ADMIN'])
  })

  it('is refused by the database, and only a lost role acts at once', async () => {
    const grant = "update membership set roles = array['ADMIN', 'MANAGER'] where id = access.membership_id()"
    await expect(inDatabaseAs(api, admin, grant)).rejects.toMatchObject({
      constraint: 'membership_second_person',
    })
    const both = await api.build.member(organization, ['ADMIN', 'SUPERVISOR'])
    expect((await ask(['ADMIN'], both)).__typename).toBe('MemberRolesUpdated')
    expect((await ask(['ADMIN', 'PEER'], both)).__typename).toBe('RoleRequested')
  })

  it('is decided alone as long as nobody else has joined', async () => {
    const alone = await api.build.organization({ name: 'Just begun' })
    const founder = await api.build.member(alone, ['ADMIN'])
    const { id, revision } = await memberNamed(await api.as(founder), founder.email)
    const input = { memberId: id, expectedRevision: revision, roles: ['ADMIN', 'MANAGER'] }
    const { updateMemberRoles } = await (await api.as(founder)).data<Updated>(UPDATE, { input })
    expect(updateMemberRoles.__typename).toBe('MemberRolesUpdated')
  })
})
