// The files of the embedded server: made where they are missing, and given to the user that it runs as.
import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { giveToOwnerOf, makePrivateFolder } from './data-folder.ts'
import { serverUser, type ServerUser } from './embedded-postgres-user.ts'
import { superuserPassword, superuserPasswordFile } from './embedded-postgres-password.ts'

/** Carries one line that a person can act on; no stack is needed to understand it. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}

export const SUPERUSER = 'alongside_superuser'
const MAJOR_VERSION = '18'
const MEGABYTE = 1024 * 1024
const SPACE_FOR_A_NEW_CLUSTER = 150 * MEGABYTE
const SPACE_TO_RUN = 40 * MEGABYTE

/** Terse and without statements: what people write must not end up in a log file. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

export interface ClusterOptions {
  log: (line: string) => void
  /** Server settings in addition to ours; only a server whose data may be lost has a reason to give any. */
  settings?: Record<string, string>
}

export interface Cluster {
  directory: string
  logFile: string
  password: string
  user: ServerUser
  postgres: string
  settings: Record<string, string>
}

export async function prepareCluster(dataDirectory: string, options: ClusterOptions): Promise<Cluster> {
  const { initdb, postgres } = await binaries()
  await makePrivateFolder(dataDirectory)
  const directory = join(dataDirectory, 'cluster')
  const made = await clusterVersion(directory)
  if (made && made !== MAJOR_VERSION) {
    throw new EmbeddedPostgresError(
      `The data in ${dataDirectory} were made by PostgreSQL ${made}; this program brings ${MAJOR_VERSION}`,
    )
  }
  await requireSpace(dataDirectory, made ? SPACE_TO_RUN : SPACE_FOR_A_NEW_CLUSTER)
  const user = await serverUser(postgres, dataDirectory)
  const password = await superuserPassword(dataDirectory)
  const settings = { ...SETTINGS, ...options.settings }
  const cluster = {
    directory,
    logFile: join(dataDirectory, 'postgres.log'),
    password,
    user,
    postgres,
    settings,
  }
  if (!made) {
    options.log(`Making the database in ${dataDirectory}`)
    await makeCluster(initdb, cluster, dataDirectory)
  }
  await user.own(directory)
  return cluster
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as { initdb: string; postgres: string }
  } catch {
    throw new EmbeddedPostgresError(
      `There is no PostgreSQL to bring along for ${process.platform} on ${process.arch}: set DATABASE_URL and MIGRATION_DATABASE_URL`,
    )
  }
}

async function clusterVersion(directory: string): Promise<string | undefined> {
  try {
    return (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function requireSpace(directory: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(directory)
  const free = bavail * bsize
  if (free >= bytes) return
  throw new EmbeddedPostgresError(
    `No disk space for the database: ${directory} has ${Math.floor(free / MEGABYTE)} MB free, ${bytes / MEGABYTE} MB are needed`,
  )
}

/** Made beside its place and then renamed, so that a half-made cluster never gets used. */
async function makeCluster(initdb: string, cluster: Cluster, dataDirectory: string): Promise<void> {
  const unfinished = join(dataDirectory, 'cluster.unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await cluster.user.own(unfinished)
  const passwordFile = superuserPasswordFile(dataDirectory)
  await cluster.user.own(passwordFile)
  const options = [
    '-E',
    'UTF8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
    '--auth=scram-sha-256',
  ]
  if (cluster.settings.fsync === 'off') options.push('--no-sync')
  const [command, args] = cluster.user.command(initdb, [
    ...options,
    ...['-U', SUPERUSER, `--pwfile=${passwordFile}`, '-D', unfinished],
  ])
  await runToEnd(command, args, cluster)
  await rename(unfinished, cluster.directory)
}

async function runToEnd(command: string, args: string[], cluster: Cluster): Promise<void> {
  const output = openServerLog(cluster)
  const child = spawn(command, args, { ...cluster.user.identity, stdio: ['ignore', output, output] })
  closeSync(output)
  const code = await new Promise<number | null>((done, failed) => child.on('error', failed).on('exit', done))
  if (code !== 0) throw new Error(lastLogLine(cluster))
}

/** Opened anew for each run of the server; it belongs to whoever the data belongs to. */
export function openServerLog({ logFile, directory }: Pick<Cluster, 'logFile' | 'directory'>): number {
  const output = openSync(logFile, 'w', 0o600)
  giveToOwnerOf(join(directory, '..'), logFile)
  return output
}

export function lastLogLine({ logFile }: Cluster): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').split('\n') : []
  return (
    lines.findLast((line) => /fatal|panic|error|could not|denied/i.test(line))?.trim() ?? 'no reason given'
  )
}
