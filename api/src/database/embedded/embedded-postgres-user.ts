// As whom PostgreSQL runs. It refuses root, so root lends it another identity.
import { spawnSync } from 'node:child_process'
import { chown, readdir, readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { ownerBesidesRoot } from './data-folder.ts'

export interface ServerUser {
  /** Spread into spawn's options. */
  identity: { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv }
  command(program: string, args: string[]): [string, string[]]
  /** PostgreSQL accepts only a folder that belongs to the user it runs as. */
  own(directory: string): Promise<void>
}

// PG* variables of the caller must not reach the server; messages stay in English for our own reading.
const environment: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
const direct = (program: string, args: string[]): [string, string[]] => [program, args]
/** Inside a namespace of its own, the same user is called nobody. */
const asNobody = (program: string, args: string[]): [string, string[]] => [
  'unshare',
  ['--user', '--map-user=65534', '--map-group=65534', '--', program, ...args],
]

export async function serverUser(postgres: string, dataDirectory: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) {
    const command = hasName() ? direct : asNobody
    return { identity: { cwd: '/', env: environment }, command, own: () => Promise.resolve() }
  }
  // Data that somebody made without root stay theirs: they start it again tomorrow.
  const owner = ownerBesidesRoot(join(dataDirectory, 'cluster')) ?? ownerBesidesRoot(dataDirectory)
  const { uid, gid } = owner ?? (await unprivilegedIds())
  if (reaches(uid, gid, postgres) && reaches(uid, gid, dataDirectory)) {
    const identity = { uid, gid, cwd: '/', env: environment }
    const command = (await hasAccount(uid)) ? direct : asNobody
    return { identity, command, own: (directory) => giveTo(directory, uid, gid) }
  }
  // A folder only root can enter (a 0700 home): root stays root, but is called nobody inside a namespace.
  return {
    identity: { cwd: '/', env: environment },
    command: asNobody,
    own: (directory) => giveTo(directory, 0, 0),
  }
}

/** A container may run as a number without an account, which initdb refuses. */
function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

async function hasAccount(uid: number): Promise<boolean> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return accounts.split('\n').some((line) => Number(line.split(':')[2]) === uid && line.length > 0)
}

async function unprivilegedIds(): Promise<{ uid: number; gid: number }> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '')
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':')
    const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])]
    if (uid > 0 && gid >= 0) return { uid, gid }
  }
  return { uid: 65534, gid: 65534 }
}

function reaches(uid: number, gid: number, path: string): boolean {
  return spawnSync('test', ['-x', path], { uid, gid, cwd: '/' }).status === 0
}

async function giveTo(path: string, uid: number, gid: number): Promise<void> {
  const found = await stat(path)
  if (found.uid === uid && found.gid === gid) return
  if (found.isDirectory()) {
    for (const name of await readdir(path)) await giveTo(join(path, name), uid, gid)
  }
  // The folder itself comes last: a run that was killed half-way is found again by its owner.
  await chown(path, uid, gid)
}
