// The superuser's password: random, made once, kept beside the data and as private as they are.
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { giveToOwnerOf } from './data-folder.ts'

export function superuserPasswordFile(dataDirectory: string): string {
  return join(dataDirectory, 'superuser-password')
}

export async function superuserPassword(dataDirectory: string): Promise<string> {
  const file = superuserPasswordFile(dataDirectory)
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const password = randomBytes(24).toString('base64url')
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' })
  giveToOwnerOf(dataDirectory, file)
  return password
}
