import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withMigrations } from '../database/data-source.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded/embedded-postgres.ts'
import { databaseSchemaSql } from '../database/schema/schema-sql.ts'
import { prepareEmbedded } from './open-database.ts'

/** The database as it is committed: what the migrations make on a server that is started for it and then deleted. */
export async function printedDatabaseSchema(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-schema-'))
  try {
    // When this runs as root, PostgreSQL runs as another user, which needs to enter the folder.
    await chmod(folder, 0o755)
    const server = await startEmbeddedPostgres({
      dataDirectory: folder,
      log: () => undefined,
      settings: { fsync: 'off', full_page_writes: 'off' },
    })
    return await migratedSchema(server).finally(() => server.stop())
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function migratedSchema(server: EmbeddedPostgres): Promise<string> {
  const { ownerUrl } = await prepareEmbedded(server.superuserUrl, server.dataDirectory)
  return withMigrations(ownerUrl, async (database) => {
    await database.runMigrations({ transaction: 'each' })
    return databaseSchemaSql(database)
  })
}
