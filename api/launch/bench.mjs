// npm run bench [-- --json]: how close the hot paths come to hand-written ones. Output belongs to the bench.
import { buildApi } from './build.mjs'
import { handOver } from './hand-over.mjs'
import { installDependencies } from './toolchain.mjs'

await installDependencies()
await buildApi()
handOver('tests/bench/run.ts', process.argv.slice(2))
