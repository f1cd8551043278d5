// npm run fix: repairs what lint and format can repair by themselves.
import { format, lint } from './style.mjs'
import { installDependencies, node24, run } from './toolchain.mjs'

await installDependencies()
const left = await run(node24(), [...lint, '--fix'])
process.exitCode = (await run(node24(), [...format, '--write'])) || left
