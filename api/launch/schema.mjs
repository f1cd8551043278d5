// npm run schema: writes api/schema.graphql from the code and migrations/schema.sql from the migrations. Both are
// committed and reviewed, never edited.
import { buildApi } from './build.mjs'
import { handOver } from './hand-over.mjs'
import { installDependencies } from './toolchain.mjs'

await installDependencies()
await buildApi()
handOver('api/dist/app/emit-schema.js', process.argv.slice(2))
