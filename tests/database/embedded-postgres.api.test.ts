import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withClient } from '../../api/src/database/connections.ts'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../api/src/database/embedded/embedded-postgres.ts'
import { killServer } from '../support/services/durable-postgres.ts'

const SETTINGS = { fsync: 'off', full_page_writes: 'off' }
const SOMEBODY = 12_345
const isRoot = process.getuid?.() === 0

describe('the PostgreSQL that comes along', () => {
  let folder: string
  let data: string
  let lines: string[]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-embedded-'))
    await chmod(folder, 0o755)
    data = join(folder, 'data')
    lines = []
  })
  afterEach(async () => {
    for (const server of started.splice(0)) await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const started: EmbeddedPostgres[] = []
  const start = async (): Promise<EmbeddedPostgres> => {
    const log = (line: string): void => void lines.push(line)
    const server = await startEmbeddedPostgres({ dataDirectory: data, log, settings: SETTINGS })
    started.push(server)
    return server
  }
  const answers = ({ superuserUrl }: EmbeddedPostgres) =>
    withClient(superuserUrl('postgres'), (client) => client.query('select 1')).then(
      () => true,
      () => false,
    )
  const cluster = () => join(data, 'cluster')
  const files = (at: string): string[] => [
    at,
    ...readdirSync(at).flatMap((name) =>
      statSync(join(at, name)).isDirectory() ? files(join(at, name)) : [join(at, name)],
    ),
  ]

  it('that died is started again on its port, with one line of each, and stops when asked', async () => {
    const server = await start()
    lines.length = 0
    for (let time = 1; time <= 2; time++) {
      killServer(cluster())
      await expect.poll(() => answers(server)).toBe(true)
      await expect.poll(() => lines.at(-1), { timeout: 10_000 }).toBe('PostgreSQL is running again.')
    }
    expect(lines).toEqual([
      'PostgreSQL has ended unexpectedly. Starting it again …',
      'PostgreSQL is running again.',
      'PostgreSQL has ended unexpectedly. Starting it again …',
      'PostgreSQL is running again.',
    ])
    await server.stop()
    expect(await answers(server)).toBe(false)
    expect(readdirSync(cluster())).not.toContain('postmaster.pid')
  })

  it('that two use is started again once, and stops with the last of them', async () => {
    const [one, other] = [await start(), await start()]
    killServer(cluster())
    await expect.poll(() => answers(one)).toBe(true)
    await one.stop()
    await expect.poll(() => answers(other)).toBe(true)
    await other.stop()
    expect(await answers(other)).toBe(false)
  })

  it('that cannot start again says why once, goes on trying, and stops when asked meanwhile', async () => {
    const server = await start()
    lines.length = 0
    const settings = join(cluster(), 'postgresql.conf')
    renameSync(settings, `${settings}.elsewhere`)
    killServer(cluster())
    await expect.poll(() => lines.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(lines.length).toBeLessThanOrEqual(3)
    expect(lines[1]).toMatch(/^The database in .* did not start: /)
    renameSync(`${settings}.elsewhere`, settings)
    await expect.poll(() => lines.at(-1), { timeout: 10_000 }).toBe('PostgreSQL is running again.')
    killServer(cluster())
    await server.stop()
    expect(await answers(server)).toBe(false)
  })

  it('keeps its folders and files from everybody else', async () => {
    const server = await start()
    expect(statSync(data).mode & 0o777).toBe(isRoot ? 0o711 : 0o700)
    for (const file of files(data).filter((file) => file !== data))
      expect([file, statSync(file).mode & 0o077]).toEqual([file, 0])
    await server.stop()
  })

  it.runIf(isRoot)('started by root on the data of somebody leaves all of it theirs', async () => {
    await (await start()).stop()
    spawnSync('chown', ['-R', `${SOMEBODY}:${SOMEBODY}`, folder])
    rmSync(join(data, 'postgres.log'))
    await (await start()).stop()
    const owners = new Set(files(data).map((file) => statSync(file).uid))
    expect([...owners]).toEqual([SOMEBODY])
  })

  it.runIf(isRoot)('made by root in a folder of somebody is theirs from the first day', async () => {
    chownSync(folder, SOMEBODY, SOMEBODY)
    await (await start()).stop()
    const owners = new Set(files(data).map((file) => statSync(file).uid))
    expect([...owners]).toEqual([SOMEBODY])
  })

  it.runIf(isRoot)('that belongs to somebody else says how to have it back', () => {
    mkdirSync(data, { mode: 0o700 })
    const program = join(import.meta.dirname, '../../api/src/database/embedded/embedded-postgres.ts')
    const script = `import(${JSON.stringify(program)}).then(({ startEmbeddedPostgres }) =>
      startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(data)}, log: () => undefined })).catch((error) => console.log(error.message))`
    const { stdout } = spawnSync(process.execPath, ['--eval', script], {
      uid: SOMEBODY,
      gid: SOMEBODY,
      encoding: 'utf8',
    })
    expect(stdout).toContain(`To have it back: sudo chown -R ${SOMEBODY} "${data}"`)
  })
})
