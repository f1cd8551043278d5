import { readFileSync } from 'node:fs'
import { buildSchema, type GraphQLInputObjectType, getNamedType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Caller, received, TestApi } from '../../support/test-api.ts'
import { ADDING, newKey } from './adding-mutations.ts'
import { type World, worldOf } from './adding-world.ts'

// Once is once: an answer that was lost, a double tap, two tabs. Whatever adds is sent again, and several times at once.

const SCHEMA = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'))
const ADDS =
  /^(create|add|log|record|raise|propose|invite|request|start|submit|report|reassign|rehire|publish|resend|confirm)[A-Z]/

/** What adds without a key, and the rule of the database by which it adds once. */
const SAFE_BY_RULE: Readonly<Record<string, string>> = {
  addDriftFlagReader: 'drift_flag_share has one row for each flag and supervision',
  addDriftFlagStep: 'drift_flag_step numbers its rows, and the next number is `expectedRevision`',
  addFollowUpReader: 'supportive_follow_up_share has one row for each follow-up and supervision',
  confirmPassword: 'adds nothing: sets when the session was confirmed',
  createCalendarFeed: 'calendar_feed has one row for each member: the address before is replaced',
  addEvidence: 'course_evidence has one row for each course and file',
  confirmCourses: 'course_review has one row for each version of a course',
  addRenewalReminders: 'renewal_reminder has one row for each certification and day',
  confirmPlannedCourse: 'the id of the plan becomes that of the course',
  createExclusion: 'exclusion_preference has one row for each peer and person',
  createImport:
    'a preview is kept for hours and adds nobody; what is confirmed a second time is there already',
  createPasswordReset: 'password_reset_one_open: the link before is closed',
  createRecoveryCode: 'an account has one: the code before is replaced',
  createUnavailablePair: 'exclusion_preference has one row for each peer, person and maker',
  inviteMembers: 'an address is one member: the second sending names each as ALREADY_INVITED',
  logWeek: 'week_log numbers the revisions of a week, and the next number is `expectedRevision`',
  logReflectionTime: 'reflection_time has one row for each person and week',
  publishRuleVersion: 'renewal_rule_version numbers its rows; after it, `expectedRevision` is another',
  recordCaseload: 'caseload_count has one row for each placement and day',
  recordSupervisorReflection: 'supervisor_reflection has one row for each person and day',
  recordSupervisorTime: 'supervisor_time has one row for each supervisor and day',
  recordRenewalDecision: 'a submission is decided once',
  rehirePeer: 'employment has one row for each peer, with `expectedRevision`',
  requestSupervisorAttestation: 'supervisor_attestation_one_a_cycle: one is asked at a time',
  requestEvidence: 'notification has one row for each recipient and key, which names the day',
  requestServiceHours: 'notification has one row for each recipient and key, which names the day',
  resendInvitation: 'invitation_one_open: the link before is closed, with `expectedRevision`',
  submitCoreValues: 'core_value_reflection has one row for each member and half of a year',
  submitRoleWorksheet:
    'role_worksheet has one row for each person, agency and side: a second sending changes it',
  submitEthicsAnswers: 'ethics_reflection_one_open: a second sending changes the same open row',
  submitProqolAnswers: 'proqol_response_one_open: a second sending changes the same open row',
}

const fields = Object.values(SCHEMA.getMutationType()?.getFields() ?? {})
const takesKey = (name: string): boolean => {
  const input = fields.find((field) => field.name === name)?.args[0]?.type
  return (
    input !== undefined && 'idempotencyKey' in (getNamedType(input) as GraphQLInputObjectType).getFields()
  )
}

describe('a mutation that adds', () => {
  let api: TestApi
  let world: World
  beforeAll(async () => {
    api = await TestApi.start()
    world = await worldOf(api)
  })
  afterAll(() => api.close())

  const sending = async (name: string) => {
    const { by, input, select, table } = ADDING[name]!
    const caller = await api.as(by(world))
    const type = getNamedType(fields.find((field) => field.name === name)!.args[0]!.type).name
    const operation = `mutation ($input: ${type}!) { ${name}(input: $input) { ${select} } }`
    const send = (n: number, key?: string): Promise<Answer> =>
      caller.ask(operation, { input: { ...input(world, n), ...(key && { idempotencyKey: key }) } })
    return { send, rows: () => rowsIn(table), keyed: takesKey(name) }
  }
  const rowsIn = async (table: string): Promise<number> => {
    const { rows } = await api.superuser.query<{ count: string }>(
      `select count(*) from ${table} where organization_id = $1`,
      [world.organization.id],
    )
    return Number(rows[0]?.count)
  }

  it('takes an idempotency key, or is safe by a rule of the database that is named', () => {
    const adding = fields.map(({ name }) => name).filter((name) => ADDS.test(name))
    expect(adding.length).toBeGreaterThan(30)
    expect(adding.filter((name) => !takesKey(name)).sort()).toEqual(Object.keys(SAFE_BY_RULE).sort())
  })

  it('stands here, so that it is really sent', () => {
    const keyed = fields.map(({ name }) => name).filter((name) => ADDS.test(name) && takesKey(name))
    // They have tests of their own: with what differs, and with a file.
    const elsewhere = ['confirmImport', 'submitWeeklyCheckIn']
    expect(keyed.filter((name) => !(name in ADDING))).toEqual(elsewhere)
  })

  it.each(Object.keys(ADDING))('%s adds once and answers alike when it is sent again', async (name) => {
    const { send, rows, keyed } = await sending(name)
    const [before, key] = [await rows(), keyed ? newKey() : undefined]
    const first = await send(0, key)
    expect(first.errors).toBeUndefined()
    api.at(new Date(api.now.getTime() + 60_000))
    expect(await send(0, key)).toEqual(first)
    expect((await rows()) - before).toBe(1)
  })

  it.each(Object.keys(ADDING))('%s adds once when it is sent five times at once', async (name) => {
    const { send, rows, keyed } = await sending(name)
    const [before, key] = [await rows(), keyed ? newKey() : undefined]
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(1, key)))
    expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => undefined))
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
    expect((await rows()) - before).toBe(1)
  })

  const flag = (evidence: string, idempotencyKey?: string) => ({
    input: { evidence, cause: 'STRUCTURE', ...(idempotencyKey && { idempotencyKey }) },
  })
  const RAISE =
    'mutation ($input: RaiseDriftFlagInput!) { raiseDriftFlag(input: $input) { driftFlag { id } } }'
  const raise = (caller: Caller, evidence: string, key?: string) => caller.ask(RAISE, flag(evidence, key))

  it('refuses other content under the same key, adds again without one, and keeps the keys of people apart', async () => {
    const [peer, colleague] = [await api.as(world.actors.peer), await api.as(world.actors.colleague)]
    const [before, key] = [await rowsIn('drift_flag'), newKey()]
    expect((await raise(peer, 'One thing', key)).errors).toBeUndefined()
    expect((await raise(peer, 'Another thing', key)).errors).toMatchObject([
      { extensions: { code: 'CONFLICT', fact: 'input.key-used' } },
    ])
    expect((await rowsIn('drift_flag')) - before).toBe(1)
    expect((await raise(colleague, 'One thing', key)).errors).toBeUndefined()
    expect((await raise(peer, 'One thing')).errors).toBeUndefined()
    expect((await rowsIn('drift_flag')) - before).toBe(3)
  })

  it('does not use the key up where it was refused', async () => {
    const peer = await api.as(world.actors.peer)
    const key = newKey()
    expect((await raise(peer, '', key)).errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }])
    expect((await raise(peer, 'Said after all', key)).errors).toBeUndefined()
    const supportive = await api.as(world.actors.supportive)
    const observed = `mutation ($input: RaiseObservedDriftFlagInput!) { raiseObservedDriftFlag(input: $input) { driftFlagId } }`
    const about = (peerId: string) => ({ input: { ...flag('Seen', key).input, peerId } })
    for (const _ of [1, 2])
      expect((await supportive.ask(observed, about(world.actors.colleague.id))).errors).toMatchObject([
        { extensions: { code: 'NOT_FOUND' } },
      ])
  })

  it('shows a secret that works each time: the one before was in the answer that was lost', async () => {
    const admin = await api.as(world.actors.admin)
    const idempotencyKey = newKey()
    const invite = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { invitation { link } } }`
    const input = { email: 'link@example.org', displayName: 'Link', roles: ['PEER'], idempotencyKey }
    const links: string[] = []
    for (const _ of [1, 2]) {
      const { inviteMember } = await admin.data<{ inviteMember: { invitation: { link: string } } }>(invite, {
        input,
      })
      links.push(inviteMember.invitation.link.split('#')[1] ?? '')
    }
    const open = 'query ($token: String!) { invitation(token: $token) { email } }'
    const found = await Promise.all(links.map((token) => api.signedOut().data(open, { token })))
    expect(found).toEqual([{ invitation: null }, { invitation: { email: 'link@example.org' } }])

    const manager = await api.as(world.actors.manager)
    const create = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }`
    const token = { name: 'Lost', capabilities: ['certification.read'], days: 30, idempotencyKey }
    const secrets: string[] = []
    for (const _ of [1, 2]) {
      const made = await manager.data<{ createApiToken: { secret: string } }>(create, { input: token })
      secrets.push(made.createApiToken.secret)
    }
    const asking = (secret: string) =>
      received(
        api.raw
          .post('/graphql')
          .set('authorization', `Bearer ${secret}`)
          .send({ query: '{ renewals { totalCount } }' }),
      ).then(({ body }) => body)
    expect(await Promise.all(secrets.map(asking))).toMatchObject([
      { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
      { data: { renewals: {} } },
    ])
  })
})
