import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DrillWriters } from '../support/drill-writers.ts'
import { type DurablePostgres, startDurablePostgres } from '../support/services/durable-postgres.ts'
import { freePort } from '../support/services/running-program.ts'
import { type ServingNode, startNode } from '../support/services/serving-node.ts'

// What breaks around a node that goes on serving.

const TIMES = process.env['ALONGSIDE_DRILLS'] ? 10 : 1
const [DROPS_MS, KEYS, COPIES] = [2_000 * TIMES, 20 * TIMES, 20]
const DROP_EVERY_MS = 150
const HALF_AN_HOUR_MS = 1_800_000

describe('a drill', () => {
  let postgres: DurablePostgres
  const nodes: ServingNode[] = []
  beforeAll(async () => {
    postgres = await startDurablePostgres()
  })
  afterEach(async () => {
    for (const node of nodes.splice(0)) {
      node.process.kill('SIGKILL')
      await node.ended
    }
  })
  afterAll(() => postgres.stop())

  const aNode = async (): Promise<ServingNode> => {
    const node = await startNode(postgres, await freePort())
    nodes.push(node)
    return node
  }

  it(
    'with every connection dropped each 150 ms: the process stays, and the pool is whole afterwards',
    async () => {
      const writers = await DrillWriters.prepare(postgres.superuserUrl, 6)
      const node = await aNode()
      writers.start(() => node.url)
      let drops = 0
      for (const until = Date.now() + DROPS_MS; Date.now() < until; await pause(DROP_EVERY_MS)) {
        await postgres.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'alongside_app'",
        )
        drops += 1
      }
      await writers.stop()
      expect(node.hasEnded()).toBe(false)
      const [failed, codes] = [writers.sent.size - writers.count('acknowledged'), [...writers.codes.keys()]]
      expect(await writers.sendAgain(node.url)).toBe(0)
      const { acknowledged, ...rest } = await writers.tally()
      console.log(
        `connections dropped: ${drops} cycles, ${acknowledged} acknowledged, ${rest.lost} lost; ${failed} failed meanwhile, 0 after`,
      )
      expect(codes.filter((code) => code !== 'UNAVAILABLE')).toEqual([])
      expect(rest).toEqual({ lost: 0, doubled: 0, half: 0, stray: 0 })
    },
    HALF_AN_HOUR_MS,
  )

  it(
    'with each request sent twenty times at once over two nodes: one record a key',
    async () => {
      const writers = await DrillWriters.prepare(postgres.superuserUrl, 1)
      const before = await writers.tally()
      const [one, other] = [await aNode(), await aNode()]
      const answers: string[] = []
      for (let key = 1; key <= KEYS; key++) {
        const input = writers.newInput()
        const copies = Array.from({ length: COPIES }, (_, copy) =>
          writers.send(copy % 2 === 0 ? one.url : other.url, input),
        )
        answers.push(...(await Promise.all(copies)))
        writers.sent.set(String(input['idempotencyKey']), { input, outcome: 'acknowledged' })
      }
      const { acknowledged, ...rest } = await writers.tally()
      const refused = answers.filter((answer) => answer !== 'acknowledged').length
      console.log(
        `replays: ${answers.length} requests under ${KEYS} keys over two nodes, ${acknowledged} acknowledged, ${rest.lost} lost, ${refused} refused`,
      )
      expect([acknowledged, rest, refused]).toEqual([KEYS, { ...rest, lost: 0, doubled: 0, half: 0 }, 0])
      expect(rest.stray).toBe(before.stray)
    },
    HALF_AN_HOUR_MS,
  )
})
