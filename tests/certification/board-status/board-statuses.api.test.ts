import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BuiltOrganization } from '../../support/builders/builders.ts'
import { CertificationBuilders, CREDENTIAL } from '../../support/builders/certification-builders.ts'
import { type Caller, TestApi } from '../../support/test-api.ts'
import * as ops from '../history/history-operations.ts'

describe('statuses at the board', () => {
  let api: TestApi
  let organization: BuiltOrganization
  let manager: Caller
  let id: string

  beforeAll(async () => {
    api = await TestApi.start()
    organization = await api.build.organization()
    manager = await api.as(await api.build.member(organization, ['MANAGER']))
  })
  beforeEach(async () => {
    const peer = await api.build.peer(organization)
    id = await new CertificationBuilders(api.build).certification(peer, CREDENTIAL.california, {
      issuedOn: '2024-09-01',
      expiresOn: '2026-08-31',
    })
  })
  afterAll(() => api.close())

  interface History {
    readonly statuses: readonly Record<string, unknown>[]
  }
  const history = async (): Promise<History> =>
    (await manager.data<{ certificationHistory: History }>(ops.HISTORY, { id })).certificationHistory
  const validationErrorOf = async (asked: ReturnType<Caller['ask']>): Promise<unknown> => {
    const { code, validationErrors, fact } = (await asked).errors?.[0]?.extensions ?? {}
    return validationErrors ?? fact ?? code
  }

  it('a status is recorded, ended, goes on again, and is taken back; none crosses its like', async () => {
    const status = { status: 'INACTIVE', startsOn: '2026-01-10', endsOn: null }
    const recorded = await manager.data<{ recordBoardStatus: string }>(ops.RECORD_STATUS, { id, status })
    const statusId = recorded.recordBoardStatus
    expect(await validationErrorOf(manager.ask(ops.RECORD_STATUS, { id, status }))).toBe(
      'certification.history.statuses-cross',
    )
    await manager.data(ops.END_STATUS, { id: statusId, endsOn: '2026-03-01' })
    expect((await history()).statuses).toMatchObject([{ endsOn: '2026-03-01', endedByName: 'MANAGER 1' }])
    const { endBoardStatus: goesOn } = await manager.data<{ endBoardStatus: string }>(ops.END_STATUS, {
      id: statusId,
      endsOn: null,
    })
    // T9: the end that was entered stays to be seen.
    expect((await history()).statuses).toMatchObject([
      { id: goesOn, endsOn: null, endedByName: null, withdrawnByName: null },
      { endsOn: '2026-03-01', endedByName: 'MANAGER 1', withdrawnByName: 'MANAGER 1' },
    ])
    await manager.data(ops.WITHDRAW_STATUS, { id: goesOn, withdrawn: true })
    await manager.data(ops.RECORD_STATUS, { id, status })
    expect(await validationErrorOf(manager.ask(ops.WITHDRAW_STATUS, { id: goesOn, withdrawn: false }))).toBe(
      'certification.history.statuses-cross',
    )
    const early = { ...status, status: 'LAPSED', startsOn: '2024-08-31' }
    expect(await validationErrorOf(manager.ask(ops.RECORD_STATUS, { id, status: early }))).toEqual([
      { field: 'startsOn', problem: 'before-its-start', limit: '2024-09-01' },
    ])
  })

  it('T9: a status that has ended keeps its end, and of two that end it at once one is refused', async () => {
    const status = { status: 'INACTIVE', startsOn: '2026-01-10', endsOn: null }
    const recorded = await manager.data<{ recordBoardStatus: string }>(ops.RECORD_STATUS, { id, status })
    const statusId = recorded.recordBoardStatus
    const other = await api.as(await api.build.member(organization, ['MANAGER']))
    const answers = await Promise.all(
      [manager, other].map((caller, place) =>
        caller.ask(ops.END_STATUS, { id: statusId, endsOn: `2026-03-0${place + 1}` }),
      ),
    )
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1)
    const [ended] = (await history()).statuses
    const again = (await other.ask(ops.END_STATUS, { id: statusId, endsOn: '2026-04-01' })).errors?.[0]
    expect(again).toMatchObject({
      message: `The status has ended on ${String(ended?.['endsOn'])} already.`,
      extensions: { code: 'CONFLICT', fact: 'certification.history.status-stands-otherwise' },
    })
    expect((await history()).statuses).toEqual([ended])
    await other.data(ops.WITHDRAW_STATUS, { id: statusId, withdrawn: true })
    await other.data(ops.WITHDRAW_STATUS, { id: statusId, withdrawn: false })
    expect((await history()).statuses).toEqual([ended])
  })
})
