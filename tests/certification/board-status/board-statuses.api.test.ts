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
  interface BoardStatus {
    readonly id: string
    readonly endsOn: string | null
  }
  const record = async (status: object): Promise<string> => {
    const input = { certificationId: id, ...status }
    const made = await manager.data<{ recordBoardStatus: { boardStatus: BoardStatus } }>(ops.RECORD_STATUS, {
      input,
    })
    return made.recordBoardStatus.boardStatus.id
  }
  const end = async (boardStatusId: string, endsOn: string | null): Promise<BoardStatus> => {
    const ended = await manager.data<{ endBoardStatus: { boardStatus: BoardStatus } }>(ops.END_STATUS, {
      input: { boardStatusId, endsOn },
    })
    expect(ended.endBoardStatus.boardStatus.endsOn).toBe(endsOn)
    return ended.endBoardStatus.boardStatus
  }
  const validationErrorOf = async (asked: ReturnType<Caller['ask']>): Promise<unknown> => {
    const { code, validationErrors, fact } = (await asked).errors?.[0]?.extensions ?? {}
    return validationErrors ?? fact ?? code
  }

  it('a status is recorded, ended, continues, and is voided; none crosses its like', async () => {
    const status = { status: 'INACTIVE', startsOn: '2026-01-10', endsOn: null }
    const boardStatusId = await record(status)
    const input = { certificationId: id, ...status }
    expect(await validationErrorOf(manager.ask(ops.RECORD_STATUS, { input }))).toBe(
      'certification.history.statuses-cross',
    )
    await end(boardStatusId, '2026-03-01')
    expect((await history()).statuses).toMatchObject([
      { endsOn: '2026-03-01', endedBy: { displayName: 'MANAGER 1' } },
    ])
    const continued = (await end(boardStatusId, null)).id
    // T9: the end that was entered stays to be seen.
    expect((await history()).statuses).toMatchObject([
      { id: continued, endsOn: null, endedBy: null, voidedBy: null },
      { endsOn: '2026-03-01', endedBy: { displayName: 'MANAGER 1' }, voidedBy: { displayName: 'MANAGER 1' } },
    ])
    expect(await manager.data(ops.VOID_STATUS, { input: { boardStatusId: continued } })).toEqual({
      voidBoardStatus: { boardStatus: { voidedBy: { displayName: 'MANAGER 1' } } },
    })
    await record(status)
    const restoring = manager.ask(ops.RESTORE_STATUS, { input: { boardStatusId: continued } })
    expect(await validationErrorOf(restoring)).toBe('certification.history.statuses-cross')
    const early = { ...input, status: 'LAPSED', startsOn: '2024-08-31' }
    expect(await validationErrorOf(manager.ask(ops.RECORD_STATUS, { input: early }))).toEqual([
      { field: 'startsOn', problem: 'before-its-start', limit: '2024-09-01' },
    ])
  })

  it('T9: a status that has ended keeps its end, and of two that end it at once one is refused', async () => {
    const status = { status: 'INACTIVE', startsOn: '2026-01-10', endsOn: null }
    const boardStatusId = await record(status)
    const other = await api.as(await api.build.member(organization, ['MANAGER']))
    const answers = await Promise.all(
      [manager, other].map((caller, place) =>
        caller.ask(ops.END_STATUS, { input: { boardStatusId, endsOn: `2026-03-0${place + 1}` } }),
      ),
    )
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1)
    const [ended] = (await history()).statuses
    const again = (await other.ask(ops.END_STATUS, { input: { boardStatusId, endsOn: '2026-04-01' } }))
      .errors?.[0]
    expect(again).toMatchObject({
      message: `The status has ended on ${String(ended?.['endsOn'])} already.`,
      extensions: { code: 'CONFLICT', fact: 'certification.history.status-stands-otherwise' },
    })
    expect((await history()).statuses).toEqual([ended])
    await other.data(ops.VOID_STATUS, { input: { boardStatusId } })
    await other.data(ops.RESTORE_STATUS, { input: { boardStatusId } })
    expect((await history()).statuses).toEqual([ended])
  })
})
