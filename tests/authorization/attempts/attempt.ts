import type { Who } from '../walls-expected.ts'

/** A write that somebody may try: the row as each actor would send it, and who gets through. */
export interface Attempt {
  readonly label: string
  readonly table: string
  readonly sql: string
  values(me: string, organizationId: string): unknown[]
  readonly allowed: Who
}

/** A row that each actor would send, as themselves. */
export function insertion(
  label: string,
  table: string,
  columns: readonly string[],
  values: Attempt['values'],
  allowed: Who,
): Attempt {
  const places = columns.map((_, index) => `$${index + 2}`)
  const sql = `insert into ${table} (organization_id, ${columns.join(', ')}) values ($1, ${places.join(', ')})`
  return {
    label,
    table,
    sql,
    values: (me, organizationId) => [organizationId, ...values(me, organizationId)],
    allowed,
  }
}

/** A change of the rows in which a column has this value. */
export function update(
  label: string,
  table: string,
  set: string,
  where: string,
  key: string,
  allowed: Who,
): Attempt {
  return {
    label,
    table,
    sql: `update ${table} set ${set} where organization_id = $1 and ${where} = $2`,
    values: (_me, organization) => [organization, key],
    allowed,
  }
}
