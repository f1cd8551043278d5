// The program as a person starts it, with a data folder and a port of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PATIENCE_MS = 100_000

export interface ProgramEnd {
  code: number | null
  signal: NodeJS.Signals | null
  /** What it said on standard error, line by line. */
  complaints: string[]
}

export interface Program {
  url: string
  output: () => string
  /** Milliseconds until it said where it is. */
  untilServing: () => Promise<number>
  ended: Promise<ProgramEnd>
  /** To the launcher alone, as a service manager does. */
  kill: (signal: NodeJS.Signals) => void
  /** To all that a terminal would reach, as Ctrl-C does. */
  killGroup: (signal: NodeJS.Signals) => void
}

export function startProgram(
  port: number,
  variables: Record<string, string>,
  launcher: 'start' | 'dev' = 'start',
): Program {
  const started = Date.now()
  const child = spawn(process.execPath, [`api/launch/${launcher}.mjs`], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), ...variables },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { output: '', complaints: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.complaints += chunk.toString()))
  const ended = new Promise<ProgramEnd>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, complaints: said.complaints.split('\n').filter((line) => line.trim() !== '') })
    })
  })
  return {
    url: `http://localhost:${port}`,
    output: () => said.output + said.complaints,
    untilServing: () => untilServing(child, said, started),
    ended,
    kill: (signal) => void child.kill(signal),
    killGroup: (signal) => {
      if (child.pid) process.kill(-child.pid, signal)
    },
  }
}

async function untilServing(
  child: ChildProcess,
  said: { output: string; complaints: string },
  started: number,
) {
  while (!said.output.includes('Alongside is at')) {
    const gone = child.exitCode !== null || child.signalCode !== null
    if (gone || Date.now() - started > PATIENCE_MS) {
      throw new Error(`The program did not start:\n${said.output}${said.complaints}`)
    }
    await pause(20)
  }
  return Date.now() - started
}

/** What Node alone takes for reading a built module with all that it imports, compiled forms kept as the program keeps them. */
export function millisecondsToRead(module: string): number {
  const started = Date.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `await import('./${module}'); process.exit(0)`],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.alongside-stamp/compiled') },
      encoding: 'utf8',
    },
  )
  if (status !== 0) throw new Error(`${module} cannot be read:\n${stderr}`)
  return Date.now() - started
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

export async function until(fact: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await fact())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}`)
    await pause(50)
  }
}

/** Under the temporary folder, open enough for PostgreSQL's own user. */
export async function dataFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-data-'))
  return { path: join(folder, 'data'), remove: () => rm(folder, { recursive: true, force: true }) }
}
