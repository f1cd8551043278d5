import type { QueryRunner } from 'typeorm'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import type { SeededRandom } from './seeded-random.ts'

export type DemoRow = Record<string, unknown>

/** What the parts of the demo share: the day it is made for, its chances, and the rows gathered so far. */
export interface DemoMaking {
  readonly today: PlainDate
  readonly now: Date
  readonly random: SeededRandom
  readonly rows: DemoRows
}

/** Rows by table, in the order in which tables were first named: a foreign key's target comes first. */
export class DemoRows {
  readonly #tables = new Map<string, DemoRow[]>()

  add(table: string, row: DemoRow): void {
    const rows = this.#tables.get(table) ?? []
    rows.push(row)
    this.#tables.set(table, rows)
  }

  /** What was gathered for a table so far. */
  of(table: string): readonly DemoRow[] {
    return this.#tables.get(table) ?? []
  }

  get tables(): string[] {
    return [...this.#tables.keys()]
  }

  /** One statement a table for rows of the same columns: a column that a row leaves out keeps its default. */
  async insertAll(runner: QueryRunner): Promise<void> {
    for (const [table, rows] of this.#tables) {
      for (const [columns, alike] of Map.groupBy(rows, (row) => Object.keys(row).sort().join(', '))) {
        await runner.query(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
          [JSON.stringify(alike)],
        )
      }
    }
  }
}
