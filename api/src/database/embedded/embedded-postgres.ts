// The PostgreSQL that comes along with the program, for everyone who has not set one up.
// A real server from an npm package, started as a child and reused when an earlier run was killed.
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { EmbeddedPostgresError, type Cluster, prepareCluster } from './embedded-postgres-cluster.ts'
import { enterAsUser, type Presence } from './embedded-postgres-presence.ts'
import { findRunning, startServer, stopServer, superuserUrl } from './embedded-postgres-server.ts'

export { EmbeddedPostgresError, SUPERUSER } from './embedded-postgres-cluster.ts'

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

/** From one try to start a server that died to the next, in milliseconds; it doubles up to half a minute. */
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDirectory = resolve(options.dataDirectory)
  try {
    const cluster = await prepareCluster(dataDirectory, options)
    const running = await findRunning(cluster)
    if (running) options.log(`PostgreSQL is already running on port ${running.port}`)
    const { port } = running ?? (await startServer(cluster))
    const urlOf = (database: string) => superuserUrl(port, cluster.password, database)
    const watch = new ServerWatch(cluster, port, await enterAsUser(urlOf('postgres')), options.log)
    return { port, dataDirectory, superuserUrl: urlOf, stop: () => watch.stop() }
  } catch (error) {
    throw explain(error, dataDirectory)
  }
}

/** Starts a server that died again, on the port that everybody knows, until it is stopped on purpose. */
class ServerWatch {
  readonly #cluster: Cluster
  readonly #port: number
  readonly #log: (line: string) => void
  readonly #stopping = new AbortController()
  readonly #watching: Promise<void>
  #presence: Presence

  constructor(cluster: Cluster, port: number, presence: Presence, log: (line: string) => void) {
    this.#cluster = cluster
    this.#port = port
    this.#presence = presence
    this.#log = log
    this.#watching = this.#watch()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    const known = this.#presence
    let isLast = await known.leave()
    await this.#watching
    // One that was just started again.
    if (this.#presence !== known) isLast = await this.#presence.leave()
    if (isLast) await stopServer(this.#cluster)
  }

  async #watch(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await this.#presence.ended
      if (!this.#stopping.signal.aborted) await this.#comeBack()
    }
  }

  async #comeBack(): Promise<void> {
    const { signal } = this.#stopping
    const told = new Set<string>()
    const tell = (line: string): void => {
      if (!told.has(line)) this.#log(line)
      told.add(line)
    }
    for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      try {
        if (!(await findRunning(this.#cluster))) {
          tell('PostgreSQL has ended unexpectedly. Starting it again …')
          await startServer(this.#cluster, this.#port)
        }
        this.#presence = await enterAsUser(superuserUrl(this.#port, this.#cluster.password, 'postgres'))
        if (told.size > 0) this.#log('PostgreSQL is running again.')
        return
      } catch (error) {
        tell(explain(error, this.#cluster.directory).message)
        await pause(wait, undefined, { signal }).catch(() => undefined)
      }
    }
  }
}

function explain(error: unknown, dataDirectory: string): EmbeddedPostgresError {
  if (error instanceof EmbeddedPostgresError) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (/ENOSPC|no space left/i.test(reason)) {
    return new EmbeddedPostgresError(`No disk space for the database in ${dataDirectory}`)
  }
  if (/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|permission|ownership/i.test(reason)) {
    return new EmbeddedPostgresError(
      `The data folder ${dataDirectory} cannot be read and written: ${reason}${giveBack(dataDirectory)}`,
    )
  }
  return new EmbeddedPostgresError(`The database in ${dataDirectory} did not start: ${reason}`)
}

/** A start with sudo, by an earlier release or on a new folder, has left it to another user. */
function giveBack(dataDirectory: string): string {
  const user = process.getuid?.() ?? 0
  return user > 0 ? `. To have it back: sudo chown -R ${user} "${dataDirectory}"` : ''
}
