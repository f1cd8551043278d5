import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { killServer } from '../support/services/durable-postgres.ts'
import {
  dataFolder,
  freePort,
  type Program,
  startProgram,
  until,
} from '../support/services/running-program.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

describe('on the database that comes along', () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let port: number
  let program: Program | undefined
  beforeEach(async () => {
    folder = await dataFolder()
    port = await freePort()
  })
  afterEach(async () => {
    program?.kill('SIGTERM')
    await program?.ended
    program = undefined
    await folder.remove()
  })

  const start = async (variables: Record<string, string> = {}): Promise<Program> => {
    program = startProgram(port, { ALONGSIDE_DATA: folder.path, ...variables })
    await program.untilServing()
    return program
  }
  const createOrganization = () =>
    spawnSync(
      process.execPath,
      [
        ...['api/launch/admin.mjs', 'create-organization', '--name', 'Harbor Peers', '--state', 'OH'],
        ...['--kind', 'RECOVERY_COMMUNITY_ORGANIZATION', '--time-zone', 'America/New_York'],
        ...['--email', 'first@example.org', '--display-name', 'First Admin'],
      ],
      {
        cwd: ROOT,
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          PORT: String(port),
          ALONGSIDE_DATA: folder.path,
        },
        encoding: 'utf8',
      },
    )
  const ask = async <Data>(query: string): Promise<Data> => {
    const sent = await fetch(`http://localhost:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return ((await sent.json()) as { data: Data }).data
  }
  const demoPeople = async () =>
    (await ask<{ demoSignIns: unknown[] }>('{ demoSignIns { email } }')).demoSignIns.length
  /** Who the link invites, as the page behind it asks. */
  const invited = async (output: string) => {
    const [, token] = new RegExp(`http://localhost:${port}/invitation#(\\S+)`).exec(output) ?? []
    const { invitation } = await ask<{ invitation: { email: string } | null }>(
      `{ invitation(token: "${token}") { email } }`,
    )
    return invitation?.email
  }

  it('a house begins beside the demo, while it runs; what is kept is for nobody else', async () => {
    await start()
    const { status, stdout, stderr } = createOrganization()
    expect([status, stderr]).toEqual([0, ''])
    expect(await invited(stdout)).toBe('first@example.org')
    expect(await demoPeople()).toBeGreaterThan(0)
    for (const name of [
      'alongside.log',
      'role-passwords.json',
      'postgres/superuser-password',
      'postgres/cluster',
    ])
      expect([name, statSync(join(folder.path, name)).mode & 0o077]).toEqual([name, 0])
    expect(statSync(folder.path).mode & 0o066).toBe(0)
  })

  it('a house begins instead of the demo, before anything has run', async () => {
    const { status, stdout } = createOrganization()
    expect(status).toBe(0)
    await start()
    expect(await invited(stdout)).toBe('first@example.org')
    expect(await demoPeople()).toBe(0)
  })

  it('nothing is loaded where no demo is wanted', async () => {
    const { output } = await start({ ALONGSIDE_DEMO: '0' })
    expect(output()).not.toMatch(/demo/i)
    expect(await demoPeople()).toBe(0)
  })

  it('PostgreSQL that was killed is there again by itself, with a line on the console', async () => {
    const { output, url, kill, ended } = await start()
    const lock = join(folder.path, 'postgres/cluster/postmaster.pid')
    const pid = () => readFileSync(lock, 'utf8').split('\n')[0]
    const killed = pid()
    killServer(join(folder.path, 'postgres/cluster'))
    await until(() => output().includes('PostgreSQL is running again.'), 'PostgreSQL is said to run again')
    await until(async () => (await fetch(`${url}/readyz`)).status === 200, 'it is ready')
    expect(pid()).not.toBe(killed)
    expect(await demoPeople()).toBeGreaterThan(0)
    kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 0 })
  })
})
