// Runs under Node 24 after a build: are the committed schemas those that the code and the migrations describe?
import { readFile } from 'node:fs/promises'
import { printedDatabaseSchema } from '../dist/app/emit-database-schema.js'
import { printedSchema } from '../dist/app/emit-schema.js'

const SCHEMAS = [
  ['api/schema.graphql', printedSchema, 'the code'],
  ['migrations/schema.sql', printedDatabaseSchema, 'the migrations'],
]

for (const [path, print, source] of SCHEMAS) {
  const committed = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8').catch(() => '')
  if (committed === (await print())) continue
  console.error(`${path} does not match ${source}: run \`npm run schema\` and review the difference`)
  process.exitCode = 1
}
