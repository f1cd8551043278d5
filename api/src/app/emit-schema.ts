import { writeFileSync } from 'node:fs'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { printedDatabaseSchema } from './emit-database-schema.ts'
import { buildAlongsideSchema } from './schema.ts'

/** The schema as it is committed: sorted, so that its diff is the API's diff. */
export async function printedSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildAlongsideSchema()))}\n`
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(new URL('../../schema.graphql', import.meta.url), await printedSchema())
  // `npm run dev` leaves the database out: it takes a server of its own, and seconds.
  if (!process.argv.includes('--graphql-only'))
    writeFileSync(new URL('../../../migrations/schema.sql', import.meta.url), await printedDatabaseSchema())
}
