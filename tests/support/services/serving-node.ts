// The program as it serves in production, as a process of its own, so that a drill can kill it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { DurablePostgres } from './durable-postgres.ts'

const PROGRAM = join(import.meta.dirname, '../../../api/dist/main.js')
const PATIENCE_MS = 90_000

export interface ServingNode {
  readonly url: string
  readonly process: ChildProcess
  readonly hasEnded: () => boolean
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

export async function startNode(
  { applicationUrl, ownerUrl }: Pick<DurablePostgres, 'applicationUrl' | 'ownerUrl'>,
  port: number,
  variables: Record<string, string> = {},
): Promise<ServingNode> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: applicationUrl,
      MIGRATION_DATABASE_URL: ownerUrl,
      LOG_LEVEL: 'error',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'exit').then(
    ([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null,
  )
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const deadline = Date.now() + PATIENCE_MS
  while (!said.includes('Alongside is at')) {
    if (hasEnded() || Date.now() > deadline) throw new Error(`The node did not start:\n${said}`)
    await pause(20)
  }
  return { url: `http://127.0.0.1:${port}`, process: child, hasEnded, ended }
}
