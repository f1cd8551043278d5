// npm test: the whole suite, browser included. Ends in one line, `N passed, N failed`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare } from './build.mjs'
import { environment, node24, root, run } from './toolchain.mjs'

const args = process.argv.slice(2)
const drills = args.includes('--drills')
await prepare()

const folder = mkdtempSync(join(tmpdir(), 'alongside-tests-'))
const countsFile = join(folder, 'counts.json')
const code = await run(
  node24(),
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'vitest.config.ts',
    ...args.filter((arg) => arg !== '--drills'),
  ],
  {
    cwd: join(root, 'tests'),
    env: environment({ ALONGSIDE_TEST_COUNTS: countsFile, ...(drills ? { ALONGSIDE_DRILLS: '1' } : {}) }),
  },
)
const { passed, failed } = readCounts()
rmSync(folder, { recursive: true, force: true })
// Printed here and not by the runner, so that it is the last line even when the runner breaks down.
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = code === 0 && failed === 0 && passed > 0 ? 0 : 1

function readCounts() {
  try {
    const counts = JSON.parse(readFileSync(countsFile, 'utf8'))
    return code === 0 ? counts : { ...counts, failed: Math.max(counts.failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
