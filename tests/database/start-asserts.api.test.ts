import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import type { DataSource } from 'typeorm'
import { withClient } from '../../api/src/database/connections.ts'
import { createDataSource, runMigrations } from '../../api/src/database/data-source.ts'
import { refuseUnsafeSettings, refuseWrongClock } from '../../api/src/database/start-asserts.ts'
import { cloneDatabase, type TestDatabase } from '../support/services/postgres-cluster.ts'

// What a start looks at before it serves.

describe('a start', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await cloneDatabase()
  })
  afterEach(async () => {
    vi.useRealTimers()
    await database.drop()
  })

  const connected = async (work: (source: DataSource) => Promise<void>): Promise<void> => {
    const source = await createDataSource(database.appUrl, { poolSize: 1 }).initialize()
    await work(source).finally(() => source.destroy())
  }

  it('refuses a database in which an acknowledged entry could be lost, and names each setting', async () => {
    // The cluster of the tests may lose its data.
    await connected((source) =>
      expect(refuseUnsafeSettings(source)).rejects.toThrow(
        'PostgreSQL runs with fsync=off, full_page_writes=off: an acknowledged entry could be lost.',
      ),
    )
    await withClient(inject('postgres').superuserUrl, (client) =>
      client.query(`alter database ${database.name} set synchronous_commit = off`),
    )
    await connected((source) =>
      expect(refuseUnsafeSettings(source)).rejects.toThrow('synchronous_commit=off'),
    )
  })

  it.each([
    [61, '6\\d seconds ahead of'],
    [-61, '(5\\d|6\\d) seconds behind'],
    [86_400, '86\\d+ seconds ahead of'],
  ])('refuses a clock that is %s seconds off', async (seconds, words) => {
    await connected(async (source) => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1_000 })
      await expect(refuseWrongClock(source)).rejects.toThrow(new RegExp(`${words} the database's`))
    })
  })

  it('takes a clock that is half a minute off', async () => {
    await connected(async (source) => {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 30_000 })
      await refuseWrongClock(source)
    })
  })

  it('refuses a schema that a later release has changed, unless that is allowed, and then says so', async () => {
    await withClient(database.superuserUrl, (client) =>
      client.query(
        "insert into migration (timestamp, name) values (1999999999999, 'FromTheFuture1999999999999')",
      ),
    )
    await expect(runMigrations(database.ownerUrl)).rejects.toThrow(
      'does not know (FromTheFuture1999999999999). Start that release, or set ALONGSIDE_ALLOW_NEWER_SCHEMA=1',
    )
    const lines: string[] = []
    await runMigrations(database.ownerUrl, { isAllowed: true, log: (line) => lines.push(line) })
    expect(lines).toEqual([expect.stringMatching(/FromTheFuture.*allowed by ALONGSIDE_ALLOW_NEWER_SCHEMA/)])
  })
})
