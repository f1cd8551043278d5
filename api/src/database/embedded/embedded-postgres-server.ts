// The server's process: one that an earlier run has left is used again, else one is started as a child.
import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { withClient } from '../connections.ts'
import { type Cluster, lastLogLine, openServerLog, SUPERUSER } from './embedded-postgres-cluster.ts'
import { clearStaleLock, isAlive, isPostgres, readLock } from './embedded-postgres-lock.ts'

const START_PATIENCE_MS = 60_000
const LOCK_PATIENCE_MS = 5_000
const STOP_PATIENCE_MS = 15_000
const ANSWER_PATIENCE_MS = 2_000

export async function findRunning(cluster: Cluster): Promise<{ port: number } | undefined> {
  const deadline = Date.now() + LOCK_PATIENCE_MS
  for (;;) {
    const lock = await readLock(cluster.directory)
    if (!lock || (await clearStaleLock(cluster.directory, lock))) return undefined
    if (lock.status === 'ready' && (await answers(lock.port, cluster.password))) return lock
    if (Date.now() > deadline) return undefined
    await pause(250)
  }
}

/** On a free port, or on the one that is known already. */
export async function startServer(cluster: Cluster, knownPort?: number): Promise<{ port: number }> {
  const lockDeadline = Date.now() + LOCK_PATIENCE_MS
  for (;;) {
    try {
      return await tryToStart(cluster, knownPort ?? (await freePort()))
    } catch (error) {
      // A killed server's last processes may hold its lock or memory for a moment; a port may be snatched.
      const passing = /lock file|shared memory|could not bind/i.test((error as Error).message)
      if (!passing || Date.now() > lockDeadline) throw error
      await pause(250)
    }
  }
}

async function tryToStart(cluster: Cluster, port: number): Promise<{ port: number }> {
  const settings = Object.entries(cluster.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, args] = cluster.user.command(cluster.postgres, [
    ...['-D', cluster.directory, '-p', String(port)],
    ...settings,
  ])
  const output = openServerLog(cluster)
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
      return { port }
    }
    await pause(10)
  }
  throw ended ?? new Error(`it did not get ready within ${START_PATIENCE_MS / 1000} s`)
}

function answers(port: number, password: string): Promise<boolean> {
  return withClient(superuserUrl(port, password, 'postgres'), (client) => client.query('select 1'), {
    connectionTimeoutMillis: ANSWER_PATIENCE_MS,
    query_timeout: ANSWER_PATIENCE_MS,
  }).then(
    () => true,
    () => false,
  )
}

/** The lock says which process it is now: another one than was started, or none. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const lock = await readLock(cluster.directory)
  if (!lock || !isPostgres(lock.pid)) return
  // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one; both are safe for the data.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(lock.pid)) return
    process.kill(lock.pid, signal)
    const deadline = Date.now() + STOP_PATIENCE_MS
    while (isAlive(lock.pid) && Date.now() < deadline) await pause(20)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening, failed) => server.on('error', failed).listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}

export function superuserUrl(port: number, password: string, database: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`
}
