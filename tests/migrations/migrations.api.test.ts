import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { ENTITIES } from '../../api/src/app/entities.ts'
import { runMigrations, withMigrations } from '../../api/src/database/data-source.ts'
import { PostgresNames } from '../../api/src/database/postgres-names.ts'
import { emptyDatabase, type TestDatabase } from '../support/services/postgres-cluster.ts'

/** The schema `jobs` is not made by our migrations: pg-boss brings it up to date itself. */
/** Tables, columns, constraints, indexes, policies, functions, triggers and grants: what a migration can leave behind. */
const CATALOGUE = /* sql */ `
  with ours as (
    select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'jobs')
  )
  select 'column ' || c.oid::regclass || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
         || case when a.attnotnull then ' not null' else '' end
         || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as thing
    from pg_class c join ours on ours.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relkind in ('r', 'v', 'p')
  union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(k.oid)
    from pg_constraint k join ours on ours.oid = k.connamespace
  union all select 'index ' || indexdef from pg_indexes join ours on ours.nspname = schemaname
  union all select 'policy ' || tablename || ' ' || policyname || ' ' || permissive || ' ' || cmd || ' ' || roles::text
         || coalesce(' using ' || qual, '') || coalesce(' check ' || with_check, '') from pg_policies
  union all select 'function ' || p.oid::regprocedure || ' ' || md5(p.prosrc) || ' ' || coalesce(p.proacl::text, '')
    from pg_proc p join ours on ours.oid = p.pronamespace
  union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select 'grant ' || table_name || ' ' || grantee || ' ' || privilege_type
    from information_schema.role_table_grants join ours on ours.nspname = table_schema
  union all select 'row security ' || c.oid::regclass || ' ' || relrowsecurity || ' ' || relforcerowsecurity
    from pg_class c join ours on ours.oid = c.relnamespace where relkind = 'r'
  union all select 'schema ' || nspname || ' ' || coalesce(nspacl::text, '') from pg_namespace where oid in (select oid from ours)
  order by thing`

async function catalogueOf({ superuserUrl }: TestDatabase): Promise<string[]> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ thing: string }>(CATALOGUE)
    return rows.map(({ thing }) => thing).filter((thing) => !/ migration(\.|_| |$)/.test(thing))
  } finally {
    await client.end()
  }
}

/** As PostgreSQL writes them out, by the name of the constraint or index, or of the table and column. */
const DEFINITIONS = /* sql */ `
  select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where connamespace = $1::text::regnamespace
  union all select indexname, indexdef from pg_indexes where schemaname = $1::text
  union all select c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
         || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = $1::text::regnamespace and c.relkind = 'r'`

async function definitionsIn({ superuserUrl }: TestDatabase, schema: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; definition: string }>(DEFINITIONS, [schema])
    return new Map(rows.map(({ name, definition }) => [name, comparable(definition, schema)]))
  } finally {
    await client.end()
  }
}

/** Without what TypeORM writes otherwise (a number as text that is cast) or cannot say at all. */
function comparable(definition: string, schema: string): string {
  return definition
    .replaceAll(`${schema}.`, '')
    .replace(/'(\d+)'::(bigint|numeric)$/, '$1')
    .replace(' NULLS NOT DISTINCT', '')
}

/** What PostgreSQL makes of the entities in a schema of their own. */
async function mirrorOfEntities(database: TestDatabase): Promise<Map<string, string>> {
  const mirror = new DataSource({
    type: 'postgres',
    url: database.superuserUrl,
    schema: 'mirror',
    entities: ENTITIES,
    namingStrategy: new PostgresNames(),
    installExtensions: false,
    uuidExtension: 'pgcrypto',
  })
  await mirror.initialize()
  try {
    await mirror.query('create schema mirror')
    await mirror.synchronize()
    return await definitionsIn(database, 'mirror')
  } finally {
    await mirror.destroy()
  }
}

describe('the migrations', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await emptyDatabase()
  })
  afterEach(() => database.drop())

  it('lead from nothing to the tables that the entities describe', async () => {
    await runMigrations(database.ownerUrl)
    const statements = await withMigrations(
      database.ownerUrl,
      async (owner) => {
        const { upQueries } = await owner.driver.createSchemaBuilder().log()
        return upQueries.map(({ query }) => query)
      },
      ENTITIES,
    )
    expect(ENTITIES.length).toBeGreaterThan(50)
    expect(statements).toEqual([])
  })

  it('give constraints, indexes and columns the expressions that the entities name', async () => {
    await runMigrations(database.ownerUrl)
    const [named, made] = [await mirrorOfEntities(database), await definitionsIn(database, 'public')]
    expect(named.size).toBeGreaterThan(400)
    const differing = [...named].filter(([name, definition]) => made.get(name) !== definition)
    expect(differing.map(([name, definition]) => ({ name, definition, made: made.get(name) }))).toEqual([])
  })

  it('lead down again to nothing, one by one, and up to the same', async () => {
    const before = await catalogueOf(database)
    await runMigrations(database.ownerUrl)
    const latest = await catalogueOf(database)
    expect(latest.length).toBeGreaterThan(before.length)
    await withMigrations(database.ownerUrl, async (owner) => {
      for (let left = owner.migrations.length; left > 0; left -= 1) await owner.undoLastMigration()
    })
    expect(await catalogueOf(database)).toEqual(before)
    await runMigrations(database.ownerUrl)
    expect(await catalogueOf(database)).toEqual(latest)
  })

  it('have nothing to do the second time', async () => {
    await runMigrations(database.ownerUrl)
    const latest = await catalogueOf(database)
    await runMigrations(database.ownerUrl)
    expect(await catalogueOf(database)).toEqual(latest)
  })
})
