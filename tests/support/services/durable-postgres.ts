// A PostgreSQL that keeps what it acknowledged, to be killed: it is started again by itself, on the same port.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareEmbedded } from '../../../api/src/app/open-database.ts'
import { withClient } from '../../../api/src/database/connections.ts'
import { runMigrations } from '../../../api/src/database/data-source.ts'
import { startEmbeddedPostgres } from '../../../api/src/database/embedded/embedded-postgres.ts'

export interface DurablePostgres {
  readonly applicationUrl: string
  readonly ownerUrl: string
  readonly superuserUrl: string
  readonly query: (text: string) => Promise<unknown>
  /** Kills the server and each of its processes, as a machine that loses its power. */
  kill(): void
  /** What it said about itself. */
  readonly lines: readonly string[]
  stop(): Promise<void>
}

export async function startDurablePostgres(settings: Record<string, string> = {}): Promise<DurablePostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-durable-'))
  await chmod(folder, 0o755)
  const lines: string[] = []
  const server = await startEmbeddedPostgres({
    dataDirectory: join(folder, 'postgres'),
    log: (line) => lines.push(line),
    settings: { max_connections: '150', ...settings },
  })
  const urls = await prepareEmbedded(server.superuserUrl, join(folder, 'postgres'))
  await runMigrations(urls.ownerUrl)
  return {
    ...urls,
    superuserUrl: server.superuserUrl('alongside'),
    lines,
    query: (text) => withClient(server.superuserUrl('alongside'), (client) => client.query(text)),
    kill: () => killServer(join(server.dataDirectory, 'cluster')),
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The first line of the lock names the server; its children would end by themselves, a moment too late. */
export function killServer(cluster: string): void {
  const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
  for (const each of [pid, ...stdout.split('\n').filter(Boolean).map(Number)]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch {
      // It has just ended.
    }
  }
}
