// Runs under Node 24 after a build: is the committed schema the one that the code describes?
import { readFile } from 'node:fs/promises'
import { printedSchema } from '../dist/app/emit-schema.js'

const committed = await readFile(new URL('../schema.graphql', import.meta.url), 'utf8').catch(() => '')
if (committed !== (await printedSchema())) {
  console.error(
    'api/schema.graphql is not what the code describes: run `npm run schema` and review the difference',
  )
  process.exitCode = 1
}
