// npm run schema: writes api/schema.graphql from the code, migrations/schema.sql from the migrations and
// docs/authorization.md from what the tests expect. All three are committed and reviewed, never edited.
import { buildApi } from './build.mjs'
import { installDependencies, node24, run } from './toolchain.mjs'

await installDependencies()
await buildApi()
for (const program of ['api/dist/app/emit-schema.js', 'tests/docs/authorization-page.ts']) {
  process.exitCode ||= await run(node24(), [program])
}
