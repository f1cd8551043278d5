// Remembers what an install or a build was made from, so that an unchanged one is not repeated.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MADE_FOLDERS = new Set(['node_modules', 'dist', 'generated'])

/** Content, not times: a fresh checkout of the same sources counts as the same. */
export function fingerprint(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, root, path)
  return hash.digest('hex')
}

export function isCurrent(root, name, wanted) {
  try {
    return readFileSync(stampFile(root, name), 'utf8') === wanted
  } catch {
    return false
  }
}

export function writeStamp(root, name, value) {
  const file = stampFile(root, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, value)
}

function stampFile(root, name) {
  return join(root, 'node_modules/.alongside-stamp', name)
}

function addTo(hash, root, path) {
  const place = join(root, path)
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) return
  if (found.isDirectory()) {
    for (const name of readdirSync(place).sort()) {
      if (!MADE_FOLDERS.has(name) && !name.endsWith('.tsbuildinfo')) addTo(hash, root, `${path}/${name}`)
    }
  } else if (found.isFile()) {
    hash.update(`${path}\0${found.size}\0`).update(readFileSync(place))
  }
}
