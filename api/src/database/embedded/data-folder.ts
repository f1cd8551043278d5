// Folders of people's data: for the user they belong to, and nobody else.
import { chownSync, statSync } from 'node:fs'
import { chmod, mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

const OWNER_ONLY = 0o700
/** Root lends PostgreSQL another user, who must get through to its own folder; nobody can list this one. */
const PASSABLE = 0o711

/** Makes the folder where it is missing, and takes from others what they may do in it. */
export async function makePrivateFolder(path: string): Promise<void> {
  const isRoot = process.getuid?.() === 0
  const mode = isRoot ? PASSABLE : OWNER_ONLY
  const made = await mkdir(path, { recursive: true, mode })
  if (made !== undefined) giveToOwnerOf(dirname(made), path)
  const found = await stat(path)
  const isOurs = isRoot || found.uid === process.getuid?.()
  if (isOurs && (found.mode & 0o777 & ~mode) !== 0) await chmod(path, found.mode & mode)
}

/** A start as root on somebody's data leaves no file there that they could not open afterwards. */
export function giveToOwnerOf(folder: string, path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  if (uid !== 0) chownSync(path, uid, gid)
}

/** Who a folder belongs to, unless that is root or nobody yet. */
export function ownerBesidesRoot(folder: string): { uid: number; gid: number } | undefined {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}
