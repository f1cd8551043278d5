import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm'

/** Names as PostgreSQL itself gives them, so that migrations in plain SQL and entities agree without repeating them. */
export class PostgresNames extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, givenName: string | undefined): string {
    return givenName ?? snakeCase(className)
  }

  override columnName(property: string, givenName: string | undefined): string {
    return givenName ?? snakeCase(property)
  }

  override primaryKeyName(table: Table | string): string {
    return `${nameOf(table)}_pkey`
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return [nameOf(table), ...columns, 'fkey'].join('_')
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return [nameOf(table), ...columns, 'key'].join('_')
  }

  override indexName(table: Table | string, columns: string[]): string {
    return [nameOf(table), ...columns, 'idx'].join('_')
  }
}

function nameOf(table: Table | string): string {
  const name = typeof table === 'string' ? table : table.name
  return name.split('.').at(-1) ?? name
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
}
