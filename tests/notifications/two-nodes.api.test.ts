import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Mailbox } from '../support/mailbox.ts'
import { TestApi } from '../support/test-api.ts'

/** A quarter in `npm test`, all in `npm run drills`. */
const MEMBERS = process.env['ALONGSIDE_DRILLS'] ? 2_000 : 500
const NOON = '2026-06-17T16:00:00Z'
const AFTER_THE_LEASE = '2026-06-17T16:11:00Z'
const NODE = fileURLToPath(new URL('../support/services/job-node.ts', import.meta.url))

describe('mails from several nodes', () => {
  let api: TestApi
  let mailbox: Mailbox
  let nodes: ChildProcess[]

  beforeEach(async () => {
    nodes = []
    api = await TestApi.start()
    mailbox = await Mailbox.open()
  })
  afterEach(async () => {
    for (const node of nodes) node.kill('SIGKILL')
    await mailbox.close()
    await api.close()
  })

  const startNode = async (at: string): Promise<ChildProcess> => {
    const node = spawn(process.execPath, [NODE, api.urls.appUrl, mailbox.url, at], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    nodes.push(node)
    await once(node.stdout, 'data')
    return node
  }
  const until = async (isSo: () => boolean): Promise<void> => {
    const patience = Date.now() + 60_000
    while (!isSo()) {
      if (Date.now() > patience) throw new Error(`stopped at ${mailbox.received.length} mails`)
      await pause(5)
    }
  }
  const tellEverybody = async (): Promise<void> => {
    const organization = await api.build.organization()
    await api.superuser.query(
      `with member as (select n, gen_random_uuid() as id, gen_random_uuid() as account_id from generate_series(1, $2::int) n),
       account as (insert into account (id, email, password_hash) select account_id, n || '@example.org', 'none' from member),
       membership as (
         insert into membership (organization_id, id, account_id, display_name, roles, joined_on)
         select $1, id, account_id, 'Member ' || n, '{PEER}', '2024-01-01' from member)
       insert into notification (organization_id, recipient_id, kind, key, created_at)
       select $1, id, 'ROLES_CHANGED', 'one', $3 from member`,
      [organization.id, MEMBERS, NOON],
    )
  }
  const unmailed = async (): Promise<number> => {
    const { rows } = await api.superuser.query<{ left: string }>(
      'select count(*) as left from notification where mailed_at is null',
    )
    return Number(rows[0]?.left)
  }

  it('are sent once each, though both nodes are killed in the middle', async () => {
    await tellEverybody()
    const started = Date.now()
    const [first, second] = [await startNode(NOON), await startNode(NOON)]
    await until(() => mailbox.received.length > MEMBERS / 3)
    first.kill('SIGKILL')
    await until(() => mailbox.received.length > (2 * MEMBERS) / 3)
    second.kill('SIGKILL')
    await once(second, 'exit')
    const abandoned = await unmailed()
    expect(abandoned).toBeGreaterThan(0)
    const third = await startNode(AFTER_THE_LEASE)
    const recipients = new Set<string>()
    await until(() => {
      for (const { to } of mailbox.received) recipients.add(to)
      return recipients.size === MEMBERS
    })
    third.kill('SIGTERM')
    await once(third, 'exit')
    const seconds = Math.round((Date.now() - started) / 1_000)

    // A mail program shows a mail with an id that it has once.
    const ids = new Set(
      mailbox.received.map(({ to, raw }) => `${to} ${/^Message-ID: (.+)$/im.exec(raw)?.[1]}`),
    )
    const sentAgain = mailbox.received.length - ids.size
    console.log(
      `mails: ${MEMBERS} in ${seconds} s over 3 nodes and 2 kills; shown double: ${ids.size - MEMBERS}, missing: ${MEMBERS - recipients.size}, sent again with the same id: ${sentAgain}`,
    )
    expect(ids.size).toBe(MEMBERS)
    expect(await unmailed()).toBe(0)
    // What the killed nodes had sent and not yet marked: four at a time each.
    expect(sentAgain).toBeLessThanOrEqual(8)
  }, 120_000)

  it('leave nothing half sent when a node is asked to stop', async () => {
    await tellEverybody()
    const node = await startNode(NOON)
    await until(() => mailbox.received.length > MEMBERS / 10)
    node.kill('SIGTERM')
    await once(node, 'exit')
    expect(node.exitCode).toBe(0)
    expect(await unmailed()).toBe(MEMBERS - mailbox.received.length)
    const { rows } = await api.superuser.query(
      'select 1 from notification where mail_taken_at is not null and mailed_at is null',
    )
    expect(rows).toEqual([])
  }, 60_000)
})
