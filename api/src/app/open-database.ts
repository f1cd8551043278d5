import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { DataSource } from 'typeorm'
import { loadDemoOrganizations } from '../demo/load-demo-organizations.ts'
import type { Environment } from '../server/environment.ts'
import { createDataSource, runMigrations, withMigrations } from '../database/data-source.ts'
import { startEmbeddedPostgres } from '../database/embedded/embedded-postgres.ts'
import {
  admitApplicationLogin,
  APPLICATION_ROLE,
  prepareRoles,
  refuseStrongRole,
  refuseUnsafeSettings,
} from '../database/roles.ts'

export interface OpenDatabase {
  readonly database: DataSource
  close(): Promise<void>
}

/** Opens the database that the environment names, or the embedded one, with the schema at its latest. */
export async function openDatabase(
  environment: Environment,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  const { databaseUrl, migrationDatabaseUrl } = environment
  if (!databaseUrl || !migrationDatabaseUrl) return openEmbedded(environment, log)
  await admitLogin(migrationDatabaseUrl, databaseUrl)
  return connect(environment, { applicationUrl: databaseUrl, ownerUrl: migrationDatabaseUrl }, log)
}

async function openEmbedded(environment: Environment, log: (line: string) => void): Promise<OpenDatabase> {
  log('Starting PostgreSQL …')
  const embedded = await startEmbeddedPostgres({
    dataDirectory: join(environment.dataDirectory, 'postgres'),
    log,
  })
  try {
    const urls = await prepareEmbedded(embedded.superuserUrl.bind(embedded), environment.dataDirectory)
    const opened = await connect(environment, urls, log)
    return {
      database: opened.database,
      close: async () => {
        await opened.close()
        await embedded.stop()
      },
    }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

interface Urls {
  readonly applicationUrl: string
  readonly ownerUrl: string
}

async function connect(
  environment: Environment,
  urls: Urls,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  await runMigrations(urls.ownerUrl)
  if (environment.isDemo) await loadDemoOrganizations(urls.ownerUrl, new Date(), log)
  const database = createDataSource(urls.applicationUrl)
  await database.initialize()
  try {
    await refuseStrongRole(database)
    await refuseUnsafeSettings(database)
  } catch (error) {
    await database.destroy()
    throw error
  }
  return { database, close: () => database.destroy() }
}

const DATABASE_NAME = 'alongside'
const OWNER_ROLE = 'alongside_owner'

/** The roles and the database on an embedded server, made where they are missing. */
export async function prepareEmbedded(
  superuserUrl: (database: string) => string,
  dataDirectory: string,
): Promise<Urls> {
  const passwords = await keptPasswords(join(dataDirectory, 'role-passwords.json'))
  await prepareRoles(superuserUrl('postgres'), {
    owner: { name: OWNER_ROLE, password: passwords.owner },
    application: { name: APPLICATION_ROLE, password: passwords.application },
  })
  const client = new pg.Client({ connectionString: superuserUrl('postgres') })
  await client.connect()
  try {
    const known = await client.query('select from pg_database where datname = $1', [DATABASE_NAME])
    if (!known.rowCount) await client.query(`create database ${DATABASE_NAME} owner ${OWNER_ROLE}`)
  } finally {
    await client.end()
  }
  const urlFor = (role: string, password: string): string => {
    const url = new URL(superuserUrl(DATABASE_NAME))
    url.username = role
    url.password = password
    return url.href
  }
  return {
    ownerUrl: urlFor(OWNER_ROLE, passwords.owner),
    applicationUrl: urlFor(APPLICATION_ROLE, passwords.application),
  }
}

/** The role passwords of the embedded database, made once and readable to this user alone. */
async function keptPasswords(file: string): Promise<{ owner: string; application: string }> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { owner: string; application: string }
  } catch {
    const made = { owner: randomBytes(24).toString('hex'), application: randomBytes(24).toString('hex') }
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, JSON.stringify(made), { mode: 0o600 })
    await chmod(file, 0o600)
    return made
  }
}

async function admitLogin(ownerUrl: string, applicationUrl: string): Promise<void> {
  await runMigrations(ownerUrl)
  const login = decodeURIComponent(new URL(applicationUrl).username)
  if (login !== '' && login !== APPLICATION_ROLE)
    await withMigrations(ownerUrl, (owner) => admitApplicationLogin(owner, login))
}
