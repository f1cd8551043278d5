import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuiltOrganization } from '../support/builders/builders.ts'
import { THIS_WEEK } from '../support/fixed-today.ts'
import { TestApi } from '../support/test-api.ts'
import { aCheckIn, aHistory, mondayBefore } from '../support/builders/wellness-builders.ts'

const HISTORY = `{ myCheckInHistory { weeks answeredWeeks
  measures { measure values trend trendWeek usualFrom usualTo } signsNoticed { sign weeks } selfCareDone { selfCare weeks } } }`
interface History {
  myCheckInHistory: {
    weeks: string[]
    answeredWeeks: number
    measures: {
      measure: string
      values: (number | null)[]
      trend: string
      trendWeek: string | null
      usualFrom: number | null
    }[]
    signsNoticed: { sign: string; weeks: number }[]
    selfCareDone: { selfCare: string; weeks: number }[]
  }
}

describe('the own history', () => {
  let api: TestApi
  let organization: BuiltOrganization
  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
  })
  afterAll(() => api.close())

  it('says plainly that there is nothing yet', async () => {
    const peer = await api.build.peer(organization)
    const { myCheckInHistory: history } = await (await api.as(peer)).data<History>(HISTORY)
    expect(history.weeks).toHaveLength(26)
    expect(history).toMatchObject({ answeredWeeks: 0, signsNoticed: [], selfCareDone: [] })
    expect(history.measures.map(({ trend }) => trend)).toEqual([
      'NO_CHECK_INS',
      'NO_CHECK_INS',
      'NO_CHECK_INS',
    ])
  })

  it('holds the latest week against the own past, gaps staying gaps', async () => {
    const peer = await api.build.peer(organization)
    await aHistory(api.build, peer, [4, 4, null, 4, 5, 4, 2])
    const { myCheckInHistory: history } = await (await api.as(peer)).data<History>(HISTORY)
    expect([history.weeks[0], history.weeks.at(-1)]).toEqual([mondayBefore(25), THIS_WEEK])
    expect(history.answeredWeeks).toBe(6)
    const [felt, energy] = history.measures
    expect(felt).toEqual({
      measure: 'WEEK_FELT',
      values: [...Array<null>(19).fill(null), 4, 4, null, 4, 5, 4, 2],
      trend: 'LOWER_THAN_USUAL',
      trendWeek: THIS_WEEK,
      usualFrom: 3.5,
      usualTo: 4.5,
    })
    expect(energy).toMatchObject({ measure: 'ENERGY', trend: 'ABOUT_USUAL' })
  })

  it('counts in how many weeks something was noticed or done, and leaves out what is older', async () => {
    const peer = await api.build.peer(organization)
    await aCheckIn(api.build, peer, { signs: ['ANGER', 'NO_JOY'], selfCare: ['RITUAL'] })
    await aCheckIn(api.build, peer, { signs: ['NO_JOY'], weekStart: mondayBefore(25) })
    await aCheckIn(api.build, peer, { signs: ['OVERWORKING'], weekStart: mondayBefore(26) })
    const { myCheckInHistory: history } = await (await api.as(peer)).data<History>(HISTORY)
    expect(history.answeredWeeks).toBe(2)
    expect(history.signsNoticed).toEqual([
      { sign: 'NO_JOY', weeks: 2 },
      { sign: 'ANGER', weeks: 1 },
    ])
    expect(history.selfCareDone).toEqual([{ selfCare: 'RITUAL', weeks: 1 }])
  })

  it('is read in one write of three statements, for five weeks or for all', async () => {
    for (const weeks of [5, 26]) {
      const peer = await api.build.peer(organization)
      await aHistory(api.build, peer, Array<number>(weeks).fill(3))
      const caller = await api.as(peer)
      const batches = await api.statementsOf(() => caller.data(HISTORY))
      expect(batches.map((batch) => batch.length)).toEqual([3])
    }
  })
})
