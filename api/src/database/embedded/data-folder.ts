// Folders of people's data: for the user they belong to, and nobody else.
import { chownSync, statSync } from 'node:fs'
import { chmod, mkdir, stat } from 'node:fs/promises'

const OWNER_ONLY = 0o700
/** Root lends PostgreSQL another user, who must get through to its own folder; nobody can list this one. */
const PASSABLE = 0o711

/** Makes the folder where it is missing, and takes from others what they may do in it. */
export async function makePrivateFolder(path: string): Promise<void> {
  const isRoot = process.getuid?.() === 0
  const mode = isRoot ? PASSABLE : OWNER_ONLY
  await mkdir(path, { recursive: true, mode })
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
