import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CERTIFICATION_REMINDER_DAYS } from '../../../shared/src/notifications/notification-kinds.ts'
import { cast } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'

const NEWS = `{ notifications(first: 25) { edges { node { kind certifications { peer { id } daysLeft gaps { hours } } } } } }`
const PAUSE = `mutation ($input: SetRenewalPauseInput!) {
  setRenewalPause(input: $input) { certification { remindersPausedUntil } } }`
const SUBMIT = `mutation ($input: RecordRenewalSubmissionInput!) {
  recordRenewalSubmission(input: $input) { renewalSubmissionId } }`
const READ = `query ($id: UUID!) { certification(certificationId: $id) { remindersPausedUntil } }`
const OWN = `{ myCertifications { edges { node { id remindersPausedUntil } } } }`

describe('reminders of renewals', () => {
  let api: TestApi
  let world: Awaited<ReturnType<typeof cast>>
  let nodes: pg.Client[]
  let id: string
  let peer: Caller
  let manager: Caller
  beforeAll(async () => {
    api = await TestApi.start()
    world = await cast(api.build)
    const arrange = new CertificationBuilders(api.build)
    id = await arrange.certification(world.actors.peer, CREDENTIAL.california, { expiresOn: '2026-08-31' })
    peer = await api.as(world.actors.peer)
    manager = await api.as(world.actors.manager)
    nodes = await Promise.all(
      [0, 1].map(async () => {
        const node = new pg.Client({ connectionString: api.urls.appUrl })
        await node.connect()
        return node
      }),
    )
  })
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.end()))
    await api.close()
  })

  /** Both nodes at once, each twice: as after a restart. */
  async function onTwoNodes(day: string): Promise<void> {
    const now = `${day}T18:00:00Z`
    for (let time = 0; time < 2; time += 1)
      await Promise.all(
        nodes.map(async (node) => {
          await node.query('select access.remind_of_expiry($1, $2)', [now, CERTIFICATION_REMINDER_DAYS])
          await node.query('select access.notify_weekly_digest($1)', [now])
        }),
      )
  }
  const told = async (kind: string) => {
    const { rows } = await api.superuser.query<{ recipient_id: string; key: string }>(
      'select recipient_id, key from notification where kind = $1 and organization_id = $2 order by key',
      [kind, world.organization.id],
    )
    return rows
  }
  const toPeer = async () =>
    (await told('CERTIFICATION_EXPIRES'))
      .filter((row) => row.recipient_id === world.actors.peer.id)
      .map((row) => Number(row.key.split(':').at(-1)))
      .sort((one, other) => other - one)

  it('come 90, 60, 30, 14 and 7 days before, each once to each, over two nodes and restarts', async () => {
    for (const day of ['2026-06-17', '2026-07-02', '2026-08-01', '2026-08-17', '2026-08-24'])
      await onTwoNodes(day)
    expect(await toPeer()).toEqual([90, 60, 30, 14, 7])
    const managers = (await told('CERTIFICATION_EXPIRES')).filter(
      (row) => row.recipient_id === world.actors.manager.id,
    )
    expect(managers).toHaveLength(5)
  })

  it('name in the app what they are about, to whoever may see it', async () => {
    type News = { notifications: { edges: { node: { kind: string; certifications: object[] } }[] } }
    for (const caller of [peer, manager]) {
      const { notifications } = await caller.data<News>(NEWS)
      const [about] = notifications.edges.filter(({ node }) => node.kind === 'CERTIFICATION_EXPIRES')
      expect(about?.node.certifications[0]).toEqual({
        peer: { id: world.actors.peer.id },
        daysLeft: 75,
        gaps: { hours: 20 },
      })
    }
  })

  it('tell managers once a week that something is due', async () => {
    const before = (await told('RENEWALS_DIGEST')).length
    await manager.data('{ renewals { totalCount } }')
    await onTwoNodes('2026-06-18')
    await onTwoNodes('2026-06-19')
    await onTwoNodes('2026-06-23')
    const digests = await told('RENEWALS_DIGEST')
    expect(new Set(digests.map((row) => row.recipient_id))).toEqual(new Set([world.actors.manager.id]))
    expect(new Set(digests.map((row) => row.key)).size).toBe(digests.length)
    expect(digests.length).toBeGreaterThanOrEqual(Math.max(2, before))
  })

  it('wait while their holder has paused them, of which nobody else knows', async () => {
    await api.superuser.query("delete from notification where kind = 'CERTIFICATION_EXPIRES'")
    const pause = (caller: Caller, pausedUntil: string) =>
      caller.ask(PAUSE, { input: { certificationId: id, pausedUntil } })
    expect((await pause(peer, '2026-07-18')).errors?.[0]?.extensions.validationErrors).toEqual([
      { field: 'pausedUntil', problem: 'too-far-ahead', limit: '2026-07-17' },
    ])
    expect(
      (await pause(await api.as(world.actors.colleague), '2026-07-01')).errors?.[0]?.extensions.code,
    ).toBe('NOT_FOUND')
    expect((await pause(peer, '2026-07-05')).errors).toBeUndefined()
    expect((await manager.data<{ certification: object }>(READ, { id })).certification).toEqual({
      remindersPausedUntil: null,
    })
    expect(await peer.data(OWN)).toEqual({
      myCertifications: { edges: [{ node: { id, remindersPausedUntil: '2026-07-05' } }] },
    })
    await onTwoNodes('2026-07-02')
    expect(await toPeer()).toEqual([])
    expect(await told('CERTIFICATION_EXPIRES')).not.toEqual([])
    await onTwoNodes('2026-07-06')
    expect(await toPeer()).toEqual([60])
  })

  it('stop once the renewal was sent', async () => {
    api.at('2026-07-10T16:00:00Z')
    await manager.data(SUBMIT, { input: { certificationId: id, submittedOn: '2026-07-10' } })
    await onTwoNodes('2026-08-01')
    await onTwoNodes('2026-08-24')
    expect(await toPeer()).toEqual([60])
  })
})
