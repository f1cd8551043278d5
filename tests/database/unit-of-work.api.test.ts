import { randomUUID } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import type { DataSource } from 'typeorm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDataSource } from '../../api/src/database/data-source.ts'
import { moreTime, readSql, writeSql } from '../../api/src/database/reads-and-writes.ts'
import { insertOf, ME, NOW } from '../../api/src/database/statements.ts'
import { UnitOfWork } from '../../api/src/database/unit-of-work.ts'
import { LeavePeriod } from '../../api/src/people/employment/leave-period.entity.ts'
import { hashToken } from '../../api/src/server/request-context.ts'
import { cast } from '../support/builders/builders.ts'
import { TestApi } from '../support/test-api.ts'

const HOW_MANY = readSql<{ count: number }>('select count(*) as count from leave_period')

describe('a unit of work', () => {
  let api: TestApi
  let database: DataSource
  let peer: Awaited<ReturnType<typeof cast>>['actors']['peer']
  let unit: UnitOfWork
  beforeAll(async () => {
    api = await TestApi.start()
    database = await createDataSource(api.urls.appUrl, { poolSize: 2 }).initialize()
    peer = (await cast(api.build)).actors.peer
  })
  beforeEach(async () => {
    unit = new UnitOfWork(database, hashToken(await api.session(peer)), api.now)
    await api.superuser.query('delete from leave_period')
  })
  afterAll(async () => {
    await database.destroy()
    await api.close()
  })

  const leave = (startsOn: string, endsOn: string) =>
    insertOf(LeavePeriod, {
      id: randomUUID(),
      peerId: ME,
      startsOn,
      endsOn,
      enteredBy: ME,
      enteredAt: NOW,
    })
  const possible = () => leave('2026-03-02', '2026-03-06')
  const impossible = () => leave('2026-03-06', '2026-03-02')

  it('sends the statements of one write in one batch, and a read among them sees what was written', async () => {
    const batches = await api.statementsOf(async () => {
      const [, , [after]] = await unit.write([possible(), leave('2026-04-06', '2026-04-10'), HOW_MANY])
      expect(after?.count).toBe(2)
    })
    expect(batches.map((batch) => batch.length)).toEqual([4])
  })

  it('writes everything or nothing', async () => {
    await expect(unit.write([possible(), impossible()])).rejects.toMatchObject({ code: '23514' })
    expect(await unit.run(HOW_MANY)).toEqual([{ count: 0 }])
  })

  it('asks nothing of the database where nothing is written', async () => {
    expect(await api.statementsOf(() => unit.write([]))).toEqual([])
  })

  it('cannot write in what it runs, whatever function that calls', async () => {
    await expect(unit.run("select access.rename_oneself('Somebody else')")).rejects.toMatchObject({
      code: '25006',
    })
    await unit.write([writeSql("select access.rename_oneself('Somebody else')")])
    const name = 'select display_name as name from membership where id = (select access.membership_id())'
    expect(await unit.run(name)).toEqual([{ name: 'Somebody else' }])
  })

  it('announces a write once it is committed, and only then', async () => {
    const heard = vi.fn()
    const news = channel('alongside.test')
    news.subscribe(heard)
    let month = 0
    const announced = () => {
      month += 1
      return { ...leave(`2027-0${month}-02`, `2027-0${month}-06`), announces: news }
    }
    await unit.write([announced(), announced()])
    expect(heard).toHaveBeenCalledTimes(1)
    await expect(unit.write([announced(), impossible()])).rejects.toThrow()
    expect(heard).toHaveBeenCalledTimes(1)
    await unit.transaction(async (tx) => {
      await tx.write([announced()])
      expect(heard).toHaveBeenCalledTimes(1)
    })
    expect(heard).toHaveBeenCalledTimes(2)
    const undone = unit.transaction(async (tx) => {
      await tx.write([announced()])
      throw new Error('decided otherwise')
    })
    await expect(undone).rejects.toThrow('decided otherwise')
    expect(heard).toHaveBeenCalledTimes(2)
    news.unsubscribe(heard)
  })

  it('waits longer for an answer only where its transaction was given more time', async () => {
    const impatient = await createDataSource(api.urls.appUrl, { poolSize: 1, answerMs: 400 }).initialize()
    try {
      const ours = new UnitOfWork(impatient, hashToken(await api.session(peer)), api.now)
      const slow = readSql('select pg_sleep(0.8)::text as slept')
      expect(
        await ours.transaction(async (tx) => {
          await tx.write([moreTime(5_000)])
          return tx.run(slow)
        }),
      ).toEqual([{ slept: '' }])
      await expect(ours.transaction((tx) => tx.run(slow))).rejects.toThrow('Query read timeout')
    } finally {
      await impatient.destroy()
    }
  })
})
