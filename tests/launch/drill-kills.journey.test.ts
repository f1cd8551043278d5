import { afterEach, describe, expect, it } from 'vitest'
import { DrillWriters, type Tally } from '../support/drill-writers.ts'
import { type DurablePostgres, startDurablePostgres } from '../support/services/durable-postgres.ts'
import { freePort, until } from '../support/services/running-program.ts'
import { type ServingNode, startNode } from '../support/services/serving-node.ts'

// Killed in the middle of work: what was acknowledged is there once and whole. Every figure of a loss carries the
// number of acknowledged writes, and a control that must lose shows that the drill would see it.

/** A few cycles in `npm test`, ten times as many in `npm run drills`. ALONGSIDE_DRILL_TIMES repeats those. */
const TIMES = process.env['ALONGSIDE_DRILLS'] ? 10 * Number(process.env['ALONGSIDE_DRILL_TIMES'] ?? 1) : 1
const CYCLES = { api: 3 * TIMES, postgres: 5 * TIMES, control: 3, stop: 2 * TIMES }
const WRITERS = 4
const HOUR_MS = 3_600_000

describe('a drill', () => {
  let postgres: DurablePostgres
  let node: ServingNode | undefined
  afterEach(async () => {
    node?.process.kill('SIGKILL')
    await node?.ended
    await postgres.stop()
  })

  /** Nothing is lost, doubled, half or stray, and what was in doubt is settled by sending it again. */
  const settled = async (
    writers: DrillWriters,
    url: string,
    drill: string,
    cycles: number,
  ): Promise<void> => {
    const doubtful = writers.count('in doubt')
    const before = await writers.tally()
    report(drill, cycles, before)
    const unresolved = await writers.sendAgain(url)
    const after = await writers.tally()
    console.log(`${drill}: ${doubtful} in doubt, ${unresolved} unresolved after sending again`)
    expect({ ...before, acknowledged: 0 }).toEqual(NOTHING_LOST)
    expect([unresolved, { ...after, acknowledged: 0 }]).toEqual([0, NOTHING_LOST])
    expect(before.acknowledged).toBeGreaterThan(cycles)
  }

  it(
    'with the API killed in mid-mutation loses nothing that was acknowledged',
    async () => {
      postgres = await startDurablePostgres()
      const writers = await DrillWriters.prepare(postgres.superuserUrl, WRITERS)
      const port = await freePort()
      const url = `http://127.0.0.1:${port}`
      let isThere = false
      writers.start(() => (isThere ? url : null))
      for (let cycle = 1; cycle <= CYCLES.api; cycle++) {
        node = await startNode(postgres, port)
        isThere = true
        await writers.someMore()
        node.process.kill('SIGKILL')
        isThere = false
        await node.ended
      }
      await writers.stop()
      node = await startNode(postgres, port)
      await settled(writers, url, 'API killed', CYCLES.api)
    },
    HOUR_MS,
  )

  it(
    'with PostgreSQL killed loses nothing that was acknowledged, and the API stays',
    async () => {
      postgres = await startDurablePostgres()
      const writers = await DrillWriters.prepare(postgres.superuserUrl, WRITERS)
      node = await startNode(postgres, await freePort())
      const { url } = node
      writers.start(() => url)
      await killPostgres(CYCLES.postgres, url, postgres, writers)
      await writers.stop()
      expect(node.hasEnded()).toBe(false)
      expect([...writers.codes.keys()].filter((code) => code !== 'UNAVAILABLE')).toEqual([])
      await settled(writers, url, 'PostgreSQL killed', CYCLES.postgres)
    },
    HOUR_MS,
  )

  it(
    'with PostgreSQL killed does lose where PostgreSQL acknowledges too early: the drill would see it',
    async () => {
      // Asked for once the program has started, which refuses it; nothing is written out for ten seconds.
      postgres = await startDurablePostgres({ wal_writer_delay: '10s', wal_writer_flush_after: '1GB' })
      const writers = await DrillWriters.prepare(postgres.superuserUrl, WRITERS)
      node = await startNode(postgres, await freePort())
      await postgres.query("alter system set synchronous_commit = 'off'")
      await postgres.query('select pg_reload_conf()')
      const { url } = node
      writers.start(() => url)
      await killPostgres(CYCLES.control, url, postgres, writers)
      await writers.stop()
      const tally = await writers.tally()
      report('control, synchronous_commit=off', CYCLES.control, tally)
      expect(tally.lost).toBeGreaterThan(0)
      expect(tally).toMatchObject({ doubled: 0, half: 0, stray: 0 })
    },
    HOUR_MS,
  )

  it(
    'with SIGTERM under load finishes what is under way, takes nothing new and ends with 0',
    async () => {
      postgres = await startDurablePostgres()
      const writers = await DrillWriters.prepare(postgres.superuserUrl, 2 * WRITERS)
      const port = await freePort()
      const url = `http://127.0.0.1:${port}`
      const milliseconds: number[] = []
      for (let cycle = 1; cycle <= CYCLES.stop; cycle++) {
        node = await startNode(postgres, port)
        writers.start(() => url)
        await writers.someMore()
        const asked = Date.now()
        node.process.kill('SIGTERM')
        expect(await node.ended).toBe(0)
        milliseconds.push(Date.now() - asked)
        await writers.stop()
      }
      const tally = await writers.tally()
      report('SIGTERM under load', CYCLES.stop, tally)
      const doneUnanswered = (await writers.keysKept()) - tally.acknowledged
      console.log(`SIGTERM: longest ${Math.max(...milliseconds)} ms, ${doneUnanswered} done and unanswered`)
      expect([tally, doneUnanswered]).toEqual([{ ...NOTHING_LOST, acknowledged: tally.acknowledged }, 0])
      expect(tally.acknowledged).toBeGreaterThan(CYCLES.stop)
    },
    HOUR_MS,
  )
})

const NOTHING_LOST: Tally = { acknowledged: 0, lost: 0, doubled: 0, half: 0, stray: 0 }

function report(drill: string, cycles: number, { acknowledged, lost, doubled, half, stray }: Tally): void {
  console.log(
    `${drill}: ${cycles} cycles, ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${half} half, ${stray} stray`,
  )
}

async function killPostgres(
  cycles: number,
  url: string,
  postgres: DurablePostgres,
  writers: DrillWriters,
): Promise<void> {
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    )
  for (let cycle = 1; cycle <= cycles; cycle++) {
    await until(isReady, 'the node is ready')
    await writers.someMore()
    postgres.kill()
    await until(async () => !(await isReady()), 'the node has noticed')
  }
  await until(isReady, 'the node is ready again')
}
