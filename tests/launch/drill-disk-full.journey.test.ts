import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DrillWriters } from '../support/drill-writers.ts'
import { type DurablePostgres, startDurablePostgres } from '../support/services/durable-postgres.ts'
import { freePort, type Program, startProgram, until } from '../support/services/running-program.ts'

// A disk that is full: the process goes on answering, nothing that was acknowledged is lost, and all is well by itself
// once there is room. It needs a small disk of its own, which only root can mount; elsewhere it says that it did not run.

const CYCLES = process.env['ALONGSIDE_DRILLS'] ? 5 : 1
const MEGABYTES = 320
const HALF_AN_HOUR_MS = 1_800_000
const statusOf = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status,
    () => 0,
  )

describe('a full disk', () => {
  const disk = mkdtempSync(join(tmpdir(), 'alongside-disk-'))
  const isMounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=755`, 'tmpfs', disk]).status === 0
  let program: Program
  afterAll(async () => {
    program?.kill('SIGTERM')
    await program?.ended
    if (isMounted) spawnSync('umount', ['-l', disk])
    rmSync(disk, { recursive: true, force: true })
  })
  if (!isMounted) console.log('disk full: NOT RUN, since no tmpfs can be mounted here (it needs root)')

  it.runIf(isMounted)(
    'below data and log: it answers, loses nothing, and goes on once there is room',
    async () => {
      const filler = join(disk, 'filler')
      program = startProgram(await freePort(), { ALONGSIDE_DATA: join(disk, 'data'), ALONGSIDE_DEMO: '0' })
      await program.untilServing()
      const { url } = program
      const writers = await DrillWriters.prepare(await superuserUrl(join(disk, 'data')), 2)
      for (let cycle = 1; cycle <= CYCLES; cycle++) {
        writers.start(() => url)
        await writers.someMore()
        spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'])
        for (let second = 1; second <= 5; second++) {
          expect(await statusOf(`${url}/livez`)).toBe(200)
          await new Promise((resolve) => setTimeout(resolve, 1_000))
        }
        await writers.stop()
        rmSync(filler)
        await until(async () => (await statusOf(`${url}/readyz`)) === 200, 'it is ready again')
        writers.start(() => url)
        await writers.someMore()
        await writers.stop()
      }
      const before = await writers.tally()
      const unresolved = await writers.sendAgain(url)
      console.log(
        `disk full: ${CYCLES} cycles, ${before.acknowledged} acknowledged, ${before.lost} lost, ${unresolved} unresolved`,
      )
      expect([...writers.codes.keys()].filter((code) => code !== 'UNAVAILABLE')).toEqual([])
      expect(before).toMatchObject({ lost: 0, doubled: 0, half: 0, stray: 0 })
      expect(unresolved).toBe(0)
      spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'])
      program.kill('SIGTERM')
      expect((await program.ended).code).toBe(0)
    },
    HALF_AN_HOUR_MS,
  )
})

describe.runIf(process.platform === 'linux')('a log that goes to a full disk', () => {
  let postgres: DurablePostgres
  beforeAll(async () => {
    postgres = await startDurablePostgres()
  })
  afterAll(() => postgres.stop())

  it('holds up neither a request nor the end', async () => {
    const [port, full] = [await freePort(), openSync('/dev/full', 'w')]
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../api/dist/main.js')], {
      env: {
        ...{ PATH: process.env['PATH'], PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'info' },
        ...{ DATABASE_URL: postgres.applicationUrl, MIGRATION_DATABASE_URL: postgres.ownerUrl },
      },
      stdio: ['ignore', full, 'inherit'],
    })
    closeSync(full)
    const url = `http://127.0.0.1:${port}`
    await until(async () => (await statusOf(`${url}/readyz`)) === 200, 'it is ready')
    for (let time = 1; time <= 50; time++) expect(await statusOf(`${url}/livez`)).toBe(200)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})

/** As an administrator of the server would have to put it together. */
async function superuserUrl(data: string): Promise<string> {
  const password = (await readFile(join(data, 'postgres/superuser-password'), 'utf8')).trim()
  const port = (await readFile(join(data, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[3]
  return `postgres://alongside_superuser:${password}@127.0.0.1:${port}/alongside`
}
