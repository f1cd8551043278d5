import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../api/src/database/connections.ts'
import { cloneDatabase, type TestDatabase } from '../support/services/postgres-cluster.ts'
import { dataFolder, freePort, startProgram } from '../support/services/running-program.ts'

/** Starts and expects one line on standard error and exit code 1; answers the line. */
async function complaintOf(port: number, variables: Record<string, string>): Promise<string> {
  const { code, complaints } = await startProgram(port, variables).ended
  expect({ code, lines: complaints.length, complaints }).toMatchObject({ code: 1, lines: 1 })
  return complaints[0] ?? ''
}

describe('what keeps it from starting is one clear line', () => {
  let database: TestDatabase
  let folder: Awaited<ReturnType<typeof dataFolder>>
  let port: number
  beforeAll(async () => {
    database = await cloneDatabase()
    folder = await dataFolder()
    port = await freePort()
  })
  afterAll(async () => {
    await database.drop()
    await folder.remove()
  })

  it('when the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const taken = (other.address() as AddressInfo).port
    try {
      expect(await complaintOf(taken, { ALONGSIDE_DATA: folder.path })).toContain(`Port ${taken} is taken`)
      expect(existsSync(join(folder.path, 'postgres/cluster/postmaster.pid'))).toBe(false)
    } finally {
      other.close()
    }
  })

  it('when the data folder cannot be used', async () => {
    const place = `${folder.path}-is-a-file`
    await writeFile(place, '')
    expect(await complaintOf(port, { ALONGSIDE_DATA: place })).toContain(place)
  })

  it('when the database cannot be reached', async () => {
    const nobody = `postgres://alongside_app:x@127.0.0.1:${await freePort()}/alongside`
    const complaint = await complaintOf(port, { DATABASE_URL: nobody, MIGRATION_DATABASE_URL: nobody })
    expect(complaint).toContain('database cannot be reached')
  })

  it('when the role of the application is too strong', async () => {
    const { ownerUrl, superuserUrl } = database
    for (const strong of [superuserUrl, ownerUrl]) {
      const complaint = await complaintOf(port, { DATABASE_URL: strong, MIGRATION_DATABASE_URL: ownerUrl })
      expect(complaint).toContain('too strong a role')
    }
  })

  it('when the owner of the database is not named', async () => {
    expect(await complaintOf(port, { DATABASE_URL: database.appUrl })).toContain('MIGRATION_DATABASE_URL')
  })

  it('when a later release has changed the database', async () => {
    const newer = await cloneDatabase()
    await withClient(newer.superuserUrl, (client) =>
      client.query(
        "insert into migration (timestamp, name) values (1999999999999, 'FromTheFuture1999999999999')",
      ),
    )
    const variables = { DATABASE_URL: newer.appUrl, MIGRATION_DATABASE_URL: newer.ownerUrl }
    expect(await complaintOf(port, variables)).toContain('does not know (FromTheFuture1999999999999)')
    await newer.drop()
  })

  it('when PostgreSQL could lose what it acknowledged', async () => {
    // The cluster of the tests may.
    const variables = { DATABASE_URL: database.appUrl, MIGRATION_DATABASE_URL: database.ownerUrl }
    expect(await complaintOf(port, variables)).toContain('fsync=off, full_page_writes=off')
  })

  it('when something takes the connection and never answers', async () => {
    const silent = createServer()
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const nobody = `postgres://a:b@127.0.0.1:${(silent.address() as AddressInfo).port}/c`
    const complaint = await complaintOf(port, { DATABASE_URL: nobody, MIGRATION_DATABASE_URL: nobody })
    expect(complaint).toContain('The database does not answer.')
    silent.close()
  })

  it('when the address of people is not one for them, or the demo would be', async () => {
    const variables = { ALONGSIDE_DATA: folder.path }
    expect(await complaintOf(port, { ...variables, PUBLIC_URL: 'http://alongside.example.org' })).toContain(
      'PUBLIC_URL must begin with https://',
    )
    expect(await complaintOf(port, { ...variables, NODE_ENV: 'production' })).toContain(
      'whose password is published',
    )
  })

  it('when the port is no port', async () => {
    expect(await complaintOf(port, { PORT: 'harbour', ALONGSIDE_DATA: folder.path })).toContain('PORT')
  })
})
