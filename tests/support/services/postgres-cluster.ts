// A PostgreSQL of the tests' own: one cluster for a run, one cloned database for a test file.
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { runMigrations } from '../../../api/src/database/data-source.ts'
import { startEmbeddedPostgres } from '../../../api/src/database/embedded/embedded-postgres.ts'
import { prepareRoles } from '../../../api/src/database/roles.ts'

export const OWNER = 'alongside_owner'
export const APPLICATION = 'alongside_app'
const TEMPLATE = 'template_alongside'
const FOLDER = 'alongside-postgres-'

/** Where the cluster listens and how to enter it; plain data, so that it travels to the workers. */
export interface ClusterAddress {
  port: number
  superuserUrl: string
  ownerPassword: string
  applicationPassword: string
}

export interface TestDatabase {
  name: string
  /** What the API serves with, bound by row-level security. */
  appUrl: string
  /** What migrates. */
  ownerUrl: string
  superuserUrl: string
  drop: () => Promise<void>
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: ClusterAddress
  }
}

export async function startCluster(): Promise<{ address: ClusterAddress; stop: () => Promise<void> }> {
  await removeLeftovers()
  const folder = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`))
  // PostgreSQL runs as another user when the tests run as root, and must get through.
  await chmod(folder, 0o755)
  const cluster = await startEmbeddedPostgres({
    dataDirectory: folder,
    log: () => undefined,
    // Tests may lose their data in a power cut; everything else is as in production.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const address: ClusterAddress = {
    port: cluster.port,
    superuserUrl: cluster.superuserUrl('postgres'),
    ownerPassword: randomBytes(12).toString('hex'),
    applicationPassword: randomBytes(12).toString('hex'),
  }
  const stop = async () => {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(address)
  } catch (error) {
    await stop()
    throw error
  }
  return { address, stop }
}

async function makeTemplate(address: ClusterAddress): Promise<void> {
  await prepareRoles(address.superuserUrl, {
    owner: { name: OWNER, password: address.ownerPassword },
    application: { name: APPLICATION, password: address.applicationPassword },
  })
  await createDatabase(address, TEMPLATE, 'template1')
  await runMigrations(databaseUrls(address, TEMPLATE).ownerUrl)
}

/** A migrated database of its own, made in a fraction of a second. */
export async function cloneDatabase(): Promise<TestDatabase> {
  return newDatabase(TEMPLATE)
}

/** A database without any table, for the tests of the migrations themselves. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return newDatabase('template1')
}

async function newDatabase(template: string): Promise<TestDatabase> {
  const address = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await createDatabase(address, name, template)
  return {
    name,
    ...databaseUrls(address, name),
    drop: () =>
      asSuperuser(address, (client) => client.query(`drop database if exists ${name} with (force)`)),
  }
}

function databaseUrls(address: ClusterAddress, name: string) {
  const url = (role: string, password: string) =>
    `postgres://${role}:${password}@127.0.0.1:${address.port}/${name}`
  return {
    appUrl: url(APPLICATION, address.applicationPassword),
    ownerUrl: url(OWNER, address.ownerPassword),
    superuserUrl: address.superuserUrl.replace(/\/postgres$/, `/${name}`),
  }
}

async function createDatabase(address: ClusterAddress, name: string, template: string): Promise<void> {
  await asSuperuser(address, (client) =>
    client.query(`create database ${name} owner ${OWNER} template ${template}`),
  )
}

async function asSuperuser(
  address: ClusterAddress,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: address.superuserUrl })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** A run that was killed leaves its server behind; the next one sweeps it up. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir(tmpdir())
  for (const name of names.filter((name) => name.startsWith(FOLDER))) {
    const pid = Number(name.slice(FOLDER.length).split('-')[0])
    if (pid === process.pid || isRunning(pid)) continue
    const dataDirectory = join(tmpdir(), name)
    try {
      const survivor = await startEmbeddedPostgres({ dataDirectory, log: () => undefined })
      await survivor.stop()
      await rm(dataDirectory, { recursive: true, force: true })
    } catch {
      // Somebody else's leftovers stay theirs.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
