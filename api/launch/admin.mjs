// npm run admin -- <command>: what an operator does on the command line, such as making an organization.
import { buildApi } from './build.mjs'
import { handOver } from './hand-over.mjs'
import { installDependencies } from './toolchain.mjs'

await installDependencies()
await buildApi()
handOver('api/dist/admin.js', process.argv.slice(2))
