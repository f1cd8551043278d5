import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DataSource } from 'typeorm'
import { loadDemoOrganizations } from '../demo/load-demo-organizations.ts'
import type { Environment } from '../server/environment.ts'
import { withClient } from '../database/connections.ts'
import { createDataSource, runMigrations, withMigrations } from '../database/data-source.ts'
import { giveToOwnerOf, makePrivateFolder } from '../database/embedded/data-folder.ts'
import { startEmbeddedPostgres } from '../database/embedded/embedded-postgres.ts'
import {
  admitApplicationLogin,
  APPLICATION_ROLE,
  prepareRoles,
  refuseStrongRole,
  revokeUnused,
} from '../database/roles.ts'
import { type NewerSchema, refuseUnsafeSettings, refuseWrongClock } from '../database/start-asserts.ts'

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
  await admitLogin(migrationDatabaseUrl, databaseUrl, newerSchemaFor(environment, log))
  return connect(environment, { applicationUrl: databaseUrl, ownerUrl: migrationDatabaseUrl }, log)
}

async function openEmbedded(environment: Environment, log: (line: string) => void): Promise<OpenDatabase> {
  log('Starting PostgreSQL …')
  const { urls, stop } = await startEmbedded(environment, log)
  try {
    const opened = await connect(environment, urls, log)
    return {
      database: opened.database,
      close: async () => {
        await opened.close()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Gives `work` the owner's address: of the database that the environment names, or of the embedded one. */
export async function asOwner<Answer>(
  environment: Environment,
  work: (ownerUrl: string) => Promise<Answer>,
): Promise<Answer> {
  const { databaseUrl, migrationDatabaseUrl } = environment
  if (databaseUrl && migrationDatabaseUrl) return work(migrationDatabaseUrl)
  const { urls, stop } = await startEmbedded(environment, () => undefined)
  return work(urls.ownerUrl).finally(stop)
}

async function startEmbedded(
  environment: Environment,
  log: (line: string) => void,
): Promise<{ urls: Urls; stop: () => Promise<void> }> {
  await makePrivateFolder(environment.dataDirectory)
  const embedded = await startEmbeddedPostgres({
    dataDirectory: join(environment.dataDirectory, 'postgres'),
    log,
  })
  try {
    const urls = await prepareEmbedded(embedded.superuserUrl.bind(embedded), environment.dataDirectory)
    return { urls, stop: () => embedded.stop() }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

const newerSchemaFor = ({ allowsNewerSchema }: Environment, log: (line: string) => void): NewerSchema => ({
  isAllowed: allowsNewerSchema,
  log,
})

interface Urls {
  readonly applicationUrl: string
  readonly ownerUrl: string
}

async function connect(
  environment: Environment,
  urls: Urls,
  log: (line: string) => void,
): Promise<OpenDatabase> {
  await runMigrations(urls.ownerUrl, newerSchemaFor(environment, log))
  if (environment.isDemo) await loadDemoOrganizations(urls.ownerUrl, new Date(), log)
  const database = createDataSource(urls.applicationUrl)
  await database.initialize()
  try {
    await refuseStrongRole(database)
    await refuseUnsafeSettings(database)
    await refuseWrongClock(database)
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
  await withClient(superuserUrl('postgres'), async (client) => {
    const known = await client.query('select from pg_database where datname = $1', [DATABASE_NAME])
    if (!known.rowCount) await client.query(`create database ${DATABASE_NAME} owner ${OWNER_ROLE}`)
  })
  await revokeUnused(superuserUrl(DATABASE_NAME))
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
    giveToOwnerOf(dirname(file), file)
    return made
  }
}

async function admitLogin(ownerUrl: string, applicationUrl: string, newerSchema: NewerSchema): Promise<void> {
  await runMigrations(ownerUrl, newerSchema)
  const login = decodeURIComponent(new URL(applicationUrl).username)
  if (login !== '' && login !== APPLICATION_ROLE)
    await withMigrations(ownerUrl, (owner) => admitApplicationLogin(owner, login))
}
