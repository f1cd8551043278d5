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

  /** One statement a table. */
  async insertAll(runner: QueryRunner): Promise<void> {
    for (const [table, rows] of this.#tables) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ')
      await runner.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(rows)],
      )
    }
  }
}
