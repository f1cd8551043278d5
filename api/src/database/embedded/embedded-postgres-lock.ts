// What postmaster.pid says about a server that may still be running on a data folder.
import { readFileSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface ServerLock {
  pid: number
  port: number
  status: string
}

const LAST_PROCESSES_LEAVE_MS = 1_000

/** Lines of the file: 1 process id, 4 port, 8 status; written step by step while the server starts. */
export async function readLock(directory: string): Promise<ServerLock | undefined> {
  const text = await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const lines = text?.split('\n').map((line) => line.trim())
  const pid = Number(lines?.[0])
  if (!lines || !Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), status: lines[7] ?? '' }
}

/** A container's first process often buries no orphans: a killed server then stays as a zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return programOf(pid)?.state !== 'Z'
}

/** False where the system tells that the process is another program by now. */
export function isPostgres(pid: number): boolean {
  const program = programOf(pid)
  return isAlive(pid) && (!program || program.name === 'postgres')
}

/**
 * PostgreSQL refuses to start while the recorded process id exists, be it a zombie or, after a reboot,
 * another program. Only where the system tells so (Linux) is such a lock taken away.
 */
export async function clearStaleLock(directory: string, lock: ServerLock): Promise<boolean> {
  const program = programOf(lock.pid)
  if (!program || (program.name === 'postgres' && program.state !== 'Z')) return !isAlive(lock.pid)
  await pause(LAST_PROCESSES_LEAVE_MS)
  await rm(join(directory, 'postmaster.pid'), { force: true })
  return true
}

function programOf(pid: number): { name: string; state: string } | undefined {
  try {
    const [, name, state] = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return name && state ? { name, state } : undefined
  } catch {
    return undefined
  }
}
