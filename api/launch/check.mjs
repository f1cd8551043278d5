// npm run check: types, lint and format, every finding at once; nothing is changed.
import { buildApi, buildWeb } from './build.mjs'
import { format, lint } from './style.mjs'
import { installDependencies, node24, run, say } from './toolchain.mjs'

const typescript = 'node_modules/typescript/bin/tsc'
const vueTypescript = 'web/node_modules/vue-tsc/bin/vue-tsc.js'
// The slow ones first: two run at a time.
const checks = [
  ['lint', lint],
  ['types of the tests', [vueTypescript, '-p', 'tests']],
  ['types of the web app', [vueTypescript, '-p', 'web', '--noEmit']],
  ['types of the migrations', [typescript, '-p', 'migrations']],
  ['format', [...format, '--check']],
  ['the committed schemas', ['api/launch/schema-current.mjs']],
]
const AT_ONCE = 2

await installDependencies()
await buildApi()
await buildWeb()
const failures = []
await Promise.all(Array.from({ length: AT_ONCE }, workThrough))
say(failures.length === 0 ? 'all checks are good' : `failed: ${failures.join(', ')}`)
process.exitCode = failures.length === 0 ? 0 : 1

async function workThrough() {
  for (let next = checks.shift(); next; next = checks.shift()) {
    const [title, args] = next
    const started = Date.now()
    const code = await run(node24(), args, { quiet: true })
    say(`${title}: ${code === 0 ? 'good' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
    if (code !== 0) failures.push(title)
  }
}
