// The PostgreSQL that comes along with the program, for everyone who has not set one up.
// A real server from an npm package, started as a child and reused when an earlier run was killed.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, statfs } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { clearStaleLock, isAlive, readLock } from './embedded-postgres-lock.ts'
import { serverUser, type ServerUser } from './embedded-postgres-user.ts'
import { enterAsUser } from './embedded-postgres-presence.ts'
import { superuserPassword, superuserPasswordFile } from './embedded-postgres-password.ts'

export interface EmbeddedPostgres {
  port: number
  dataDirectory: string
  superuserUrl: (database: string) => string
  /** Stops the server, unless another run (such as an admin command) is still using it. */
  stop: () => Promise<void>
}

export interface EmbeddedPostgresOptions {
  dataDirectory: string
  log: (line: string) => void
  /** Server settings in addition to ours; only a server whose data may be lost has a reason to give any. */
  settings?: Record<string, string>
}

/** Carries one line that a person can act on; no stack is needed to understand it. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}

export const SUPERUSER = 'alongside_superuser'
const MAJOR_VERSION = '18'
const MEGABYTE = 1024 * 1024
const SPACE_FOR_A_NEW_CLUSTER = 150 * MEGABYTE
const SPACE_TO_RUN = 40 * MEGABYTE
const START_PATIENCE_MS = 60_000
const LOCK_PATIENCE_MS = 5_000
const STOP_PATIENCE_MS = 20_000

/** Terse and without statements: what people write must not end up in a log file. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

interface Cluster {
  directory: string
  logFile: string
  password: string
  user: ServerUser
  postgres: string
  settings: Record<string, string>
}

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDirectory = resolve(options.dataDirectory)
  try {
    const cluster = await prepareCluster(dataDirectory, options)
    const running = await findRunning(cluster)
    if (running) options.log(`PostgreSQL is already running on port ${running.port}`)
    const { pid, port } = running ?? (await startServer(cluster))
    const presence = await enterAsUser(superuserUrl(port, cluster.password, 'postgres'))
    return {
      port,
      dataDirectory,
      superuserUrl: (database) => superuserUrl(port, cluster.password, database),
      stop: async () => {
        if (await presence.leave()) await stopServer(pid)
      },
    }
  } catch (error) {
    throw explain(error, dataDirectory)
  }
}

async function prepareCluster(dataDirectory: string, options: EmbeddedPostgresOptions): Promise<Cluster> {
  const { initdb, postgres } = await binaries()
  await mkdir(dataDirectory, { recursive: true })
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
  const output = openSync(cluster.logFile, 'w', 0o600)
  const child = spawn(command, args, { ...cluster.user.identity, stdio: ['ignore', output, output] })
  closeSync(output)
  const code = await new Promise<number | null>((done, failed) => child.on('error', failed).on('exit', done))
  if (code !== 0) throw new Error(lastLogLine(cluster))
}

async function findRunning(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const deadline = Date.now() + LOCK_PATIENCE_MS
  for (;;) {
    const lock = await readLock(cluster.directory)
    if (!lock || (await clearStaleLock(cluster.directory, lock))) return undefined
    if (lock.status === 'ready' && (await answers(lock.port, cluster.password))) return lock
    if (Date.now() > deadline) return undefined
    await pause(250)
  }
}

async function startServer(cluster: Cluster): Promise<{ pid: number; port: number }> {
  const lockDeadline = Date.now() + LOCK_PATIENCE_MS
  for (;;) {
    try {
      return await tryToStart(cluster)
    } catch (error) {
      // A killed server's last processes may hold its lock or memory for a moment; a port may be snatched.
      const passing = /lock file|shared memory|could not bind/i.test((error as Error).message)
      if (!passing || Date.now() > lockDeadline) throw error
      await pause(250)
    }
  }
}

async function tryToStart(cluster: Cluster): Promise<{ pid: number; port: number }> {
  const port = await freePort()
  const settings = Object.entries(cluster.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args] = cluster.user.command(cluster.postgres, [
    ...['-D', cluster.directory, '-p', String(port)],
    ...settings,
  ])
  const output = openSync(cluster.logFile, 'w', 0o600)
  // Detached: Ctrl-C reaches only Node, which lets requests finish before it stops the database.
  const child = spawn(command, args, {
    ...cluster.user.identity,
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.unref()
  let ended: Error | undefined
  child.on('error', (error) => (ended = error))
  child.on('exit', () => (ended ??= new Error(lastLogLine(cluster))))
  const deadline = Date.now() + START_PATIENCE_MS
  while (!ended && Date.now() < deadline) {
    const lock = await readLock(cluster.directory)
    if (lock?.pid === child.pid && lock?.status === 'ready' && (await answers(port, cluster.password))) {
      return { pid: lock.pid, port }
    }
    await pause(10)
  }
  throw ended ?? new Error(`it did not get ready within ${START_PATIENCE_MS / 1000} s`)
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({
    connectionString: superuserUrl(port, password, 'postgres'),
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function stopServer(pid: number): Promise<void> {
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one; both are safe for the data.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    const deadline = Date.now() + STOP_PATIENCE_MS
    while (isAlive(pid) && Date.now() < deadline) await pause(20)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening, failed) => server.on('error', failed).listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

function superuserUrl(port: number, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}

function lastLogLine(cluster: Cluster): string {
  const lines = readFileSync(cluster.logFile, 'utf8').split('\n')
  return (
    lines.findLast((line) => /fatal|panic|error|could not|denied/i.test(line))?.trim() ?? 'no reason given'
  )
}

function explain(error: unknown, dataDirectory: string): EmbeddedPostgresError {
  if (error instanceof EmbeddedPostgresError) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (/ENOSPC|no space left/i.test(reason)) {
    return new EmbeddedPostgresError(`No disk space for the database in ${dataDirectory}`)
  }
  if (/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|permission|ownership/i.test(reason)) {
    return new EmbeddedPostgresError(`The data folder ${dataDirectory} cannot be read and written: ${reason}`)
  }
  return new EmbeddedPostgresError(`The database in ${dataDirectory} did not start: ${reason}`)
}
