import {
  DataSource,
  type EntityMetadata,
  type FindOperator,
  getMetadataArgsStorage,
  IsNull,
  type ObjectLiteral,
  type QueryDeepPartialEntity,
  Raw,
} from 'typeorm'
import { EntityMetadataBuilder } from 'typeorm/metadata-builder/EntityMetadataBuilder.js'
import { PostgresNames } from './postgres-names.ts'
import { type Write, writeSql } from './reads-and-writes.ts'

// Statements about one table, made from its entity class, which is the one place where a column is spelled. The tenant
// column is always set or compared by itself. Raw SQL calls a parameter by `:name`; in it, TypeORM also reads the name of
// a property as its column.

/** An SQL expression in place of a value. */
export type Sql = () => string

export const NOW: Sql = () => 'access.now()'
export const TODAY: Sql = () => 'access.today()'
/** The membership of whoever is asking. */
export const ME: Sql = () => 'access.membership_id()'
const TENANT: Sql = () => 'access.organization_id()'

type EntityClass<Entity> = new () => Entity
type Property<Entity> = Extract<Exclude<keyof Entity, 'organizationId'>, string>
type Value<Type> = Type extends (infer Element)[] ? readonly Element[] : Type
export type Values<Entity> = { readonly [Key in Property<Entity>]?: Value<Entity[Key]> | Sql }
/** Null asks for the rows that have no value there. */
export type Where<Entity> = {
  readonly [Key in Property<Entity>]?: Entity[Key] | Sql | FindOperator<NonNullable<Entity[Key]>>
}

interface Returning<Returned> {
  readonly returning?: readonly Returned[]
}
interface Parameters {
  /** The values of `:name` in raw SQL. */
  readonly parameters?: Readonly<Record<string, unknown>>
}
interface InsertOptions<Entity, Returned> extends Returning<Returned> {
  readonly onConflict?: 'nothing' | Overwrite<Entity>
}
interface InsertFromOptions<Returned> extends Returning<Returned>, Parameters {
  readonly onConflict?: 'nothing'
}
interface UpdateOptions<Returned> extends Returning<Returned>, Parameters {
  /** A further condition in SQL. */
  readonly and?: string
}
/** The unique columns that conflict, and the columns that take the new values. */
interface Overwrite<Entity> {
  readonly of: readonly Extract<keyof Entity, string>[]
  readonly set: readonly Property<Entity>[]
}

export function insertOf<Entity extends ObjectLiteral, Returned extends Property<Entity> = never>(
  entity: EntityClass<Entity>,
  values: Values<Entity>,
  { returning, onConflict }: InsertOptions<Entity, Returned> = {},
): Write<Pick<Entity, NoInfer<Returned>>> {
  const row = { ...tenantOf(entity), ...values }
  const query = queryAbout(entity)
    .insert()
    .into(entity, Object.keys(row))
    .values(row)
    // Else the statement would return what the database has generated.
    .updateEntity(false)
  if (onConflict === 'nothing') query.orIgnore()
  else if (onConflict) query.orUpdate(namesOf(entity, onConflict.set), namesOf(entity, onConflict.of))
  if (returning) query.returning(columnsOf(entity, '', returning))
  return writeSql(...query.getQueryAndParameters())
}

export function updateOf<Entity extends ObjectLiteral, Returned extends Property<Entity> = never>(
  entity: EntityClass<Entity>,
  where: Where<Entity>,
  set: Values<Entity>,
  { returning, parameters = {}, and }: UpdateOptions<Returned> = {},
): Write<Pick<Entity, NoInfer<Returned>>> {
  const conditions = Object.entries<unknown>({ ...tenantOf(entity), ...where }).map(
    ([property, value]) => [property, conditionOf(value)] as const,
  )
  const query = queryAbout(entity)
    .update(entity)
    .set(set as QueryDeepPartialEntity<Entity>)
    .where(Object.fromEntries(conditions))
    .setParameters(parameters)
  if (and) query.andWhere(`(${and})`)
  if (returning) query.returning(columnsOf(entity, '', returning))
  return writeSql(...query.getQueryAndParameters())
}

/**
 * Inserts a row for each row of `from`, such as `from membership m where m.id = :peerId`. A `where` alone makes one row or
 * none. A value may be called by its property, as a parameter is.
 */
export function insertFrom<Entity extends ObjectLiteral, Returned extends Property<Entity> = never>(
  entity: EntityClass<Entity>,
  from: string,
  values: Values<Entity>,
  { returning, parameters, onConflict }: InsertFromOptions<Returned> = {},
): Write<Pick<Entity, NoInfer<Returned>>> {
  const row: Record<string, unknown> = { ...tenantOf(entity), ...values }
  const expressions = Object.entries(row).map(([property, value]) =>
    isSql(value) ? value() : `:${property}`,
  )
  const sql = [
    `insert into ${metadataOf(entity).tablePath} ("${namesOf(entity, Object.keys(row)).join('", "')}")`,
    `select ${expressions.join(', ')} ${from}`,
    ...(onConflict ? ['on conflict do nothing'] : []),
    ...(returning ? [`returning ${columnsOf(entity, '', returning)}`] : []),
  ]
  return bound(sql.join(' '), { ...row, ...parameters })
}

interface Numbered {
  readonly text: string
  readonly names: readonly string[]
}
const numbered = new Map<string, Numbered>()

/** Each SQL is read for its parameters once: what peers send every week is made here. */
function bound<Found extends object>(
  sql: string,
  parameters: Readonly<Record<string, unknown>>,
): Write<Found> {
  const known = numbered.get(sql)
  if (known)
    return writeSql(
      known.text,
      known.names.map((name) => parameters[name]),
    )
  const namedAfterThemselves = Object.fromEntries(Object.keys(parameters).map((name) => [name, name]))
  const [text, names] = mapping.driver.escapeQueryWithParameters(sql, namedAfterThemselves)
  numbered.set(sql, { text, names: names as string[] })
  return bound(sql, parameters)
}

/** Inserts a row for each place of the lists. The text is the same however many there are. */
export function insertRowsOf<Entity extends ObjectLiteral>(
  entity: EntityClass<Entity>,
  lists: { readonly [Key in Property<Entity>]?: readonly Value<Entity[Key]>[] },
  shared: Values<Entity>,
): Write {
  const { columns } = metadataOf(entity)
  const listed = columns.filter(({ propertyName }) => propertyName in lists)
  const arrays = listed.map(({ propertyName, type }) => `:${propertyName}::${String(type)}[]`)
  const names = listed.map(({ databaseName }) => databaseName)
  const each = listed.map(({ propertyName, databaseName }) => [propertyName, () => `each.${databaseName}`])
  const values = { ...shared, ...(Object.fromEntries(each) as Values<Entity>) }
  const from = `from unnest(${arrays.join(', ')}) each (${names.join(', ')})`
  return insertFrom(entity, from, values, { parameters: lists })
}

/** Such as `p.id, p.starts_on as "startsOn"`. An empty alias stands for none. */
export function columnsOf<Entity>(
  entity: EntityClass<Entity>,
  alias: string,
  properties: readonly Extract<keyof Entity, string>[],
): string {
  const prefix = alias && `${alias}.`
  return namesOf(entity, properties)
    .map((name, at) => (name === properties[at] ? prefix + name : `${prefix}${name} as "${properties[at]}"`))
    .join(', ')
}

function tenantOf(entity: EntityClass<unknown>): Record<string, Sql> {
  return columnNamesOf(entity).has('organizationId') ? { organizationId: TENANT } : {}
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'function'
}

function conditionOf(value: unknown): unknown {
  if (value === null) return IsNull()
  return isSql(value) ? Raw((column) => `${column} = ${value()}`) : value
}

function namesOf(entity: EntityClass<unknown>, properties: readonly string[]): string[] {
  const names = columnNamesOf(entity)
  return properties.map((property) => names.get(property) ?? unknownColumn(entity, property))
}

function unknownColumn(entity: EntityClass<unknown>, property: string): never {
  throw new Error(`${entity.name} has no column ${property}`)
}

const NAMES = new PostgresNames()
const knownNames = new Map<EntityClass<unknown>, ReadonlyMap<string, string>>()

/** By property, as the decorators say. That is known as soon as a class is, while the metadata needs all classes. */
function columnNamesOf(entity: EntityClass<unknown>): ReadonlyMap<string, string> {
  const known = knownNames.get(entity)
  if (known) return known
  const columns = getMetadataArgsStorage().filterColumns(entity)
  const names = columns.map(
    ({ propertyName: property, options }) => [property, NAMES.columnName(property, options.name)] as const,
  )
  knownNames.set(entity, new Map(names))
  return columnNamesOf(entity)
}

/** Maps entity classes to tables, and never connects. */
const mapping = new DataSource({ type: 'postgres', namingStrategy: NAMES })

function queryAbout(entity: EntityClass<unknown>) {
  return mappingWith(entity).createQueryBuilder()
}

function metadataOf(entity: EntityClass<unknown>): EntityMetadata {
  return mappingWith(entity).getMetadata(entity)
}

/** Built when the first statement is made: all classes are loaded by then. */
function mappingWith(entity: EntityClass<unknown>): DataSource {
  if (!mapping.hasMetadata(entity)) {
    const entityMetadatas = new EntityMetadataBuilder(mapping, getMetadataArgsStorage()).build()
    const entityMetadatasMap = new Map(entityMetadatas.map((metadata) => [metadata.target, metadata]))
    Object.assign(mapping, { entityMetadatas, entityMetadatasMap })
  }
  return mapping
}
