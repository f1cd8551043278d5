// npm run check: types, lint and format, every finding at once; nothing is changed.
import { join } from 'node:path'
import { buildApi, buildWeb } from './build.mjs'
import { format, lint } from './style.mjs'
import { installDependencies, node24, root, run, say } from './toolchain.mjs'

const typescript = join(root, 'node_modules/typescript/bin/tsc')
const checks = [
  ['types of the API and the shared rules', [typescript, '-b', 'api']],
  ['types of the migrations', [typescript, '-p', 'migrations']],
  ['types of the tests', [typescript, '-p', 'tests']],
  ['types of the web app', [join(root, 'web/node_modules/vue-tsc/bin/vue-tsc.js'), '-p', 'web', '--noEmit']],
  ['format', [...format, '--check']],
  ['lint', lint],
]

await installDependencies()
await buildApi()
await buildWeb()
const failures = []
for (const [title, args] of checks) {
  const started = Date.now()
  const code = await run(node24(), args)
  say(`${title}: ${code === 0 ? 'good' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  if (code !== 0) failures.push(title)
}
say(failures.length === 0 ? 'all checks are good' : `failed: ${failures.join(', ')}`)
process.exitCode = failures.length === 0 ? 0 : 1
