import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../api/src/database/connections.ts'
import { revokeUnused } from '../../api/src/database/roles.ts'
import { cloneDatabase, type TestDatabase } from '../support/services/postgres-cluster.ts'

describe('the role that serves, on a server of our own', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await cloneDatabase()
    await revokeUnused(database.superuserUrl)
  })
  afterAll(() => database.drop())

  const asServing = (text: string) => withClient(database.appUrl, (client) => client.query(text))

  it.each([
    'create temporary table placement (id uuid)',
    'select lo_create(0)',
    "select lo_from_bytea(0, 'x')",
    'select pg_terminate_backend(pg_backend_pid())',
    'select pg_cancel_backend(pg_backend_pid())',
  ])('may not %s', async (text) => {
    await expect(asServing(text)).rejects.toMatchObject({ code: '42501' })
  })

  it('has its limits on any connection, however it is made', async () => {
    const { rows } = await asServing(
      `select name, setting::integer as ms from pg_settings where name like '%timeout' and setting <> '0'
        and name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
    )
    expect(rows).toEqual([
      { name: 'idle_in_transaction_session_timeout', ms: 10_000 },
      { name: 'lock_timeout', ms: 3_000 },
      { name: 'statement_timeout', ms: 5_000 },
    ])
  })
})
