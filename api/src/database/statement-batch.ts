import { channel } from 'node:diagnostics_channel'
import pg from 'pg'

/** Published to with each batch that is sent: the texts of its statements. Tests count them. */
export const batchSent = channel('alongside.batch-sent')

export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

export type Row = Record<string, unknown>

/**
 * Several statements that are sent together and that PostgreSQL runs as one implicit transaction, because they end in
 * one Sync: if one of them fails, none takes place. Each text is prepared once for a connection and then sent by name.
 *
 * The class is a pg "Submittable": pg calls the `handle…` methods while the batch is the active query of its client.
 */
export class StatementBatch implements pg.Submittable {
  readonly done: Promise<Row[][]>
  /** pg puts its limit for an answer (`query_timeout`) here, and wants to be told that the answer is there. */
  callback?: () => void
  /** pg's name: how long its answer is waited for, where that is not the limit of the pool. */
  query_timeout?: number
  readonly #statements: readonly Statement[]
  readonly #results: BatchResult[] = []
  #current = new Result()
  #resolve!: (rows: Row[][]) => void
  #reject!: (error: Error) => void
  #newNames: string[] = []
  #failed = false

  constructor(statements: readonly Statement[], answerMs?: number) {
    this.#statements = statements
    if (answerMs !== undefined) this.query_timeout = answerMs
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire
    const prepared = preparedOn(wire)
    // This comes before anything is sent: a value that cannot be sent must not leave half a batch on the wire.
    const statements = this.#statements.map(({ text, values }) => ({
      text,
      values: values.map(prepareValue),
    }))
    wire.stream.cork()
    for (const { text, values } of statements) {
      let name = prepared.get(text)
      if (name === undefined) {
        name = `s${++statementCount}`
        prepared.set(text, name)
        this.#newNames.push(text)
        wire.parse({ name, text })
      }
      wire.bind({ statement: name, values })
      wire.describe({ type: 'P', name: '' })
      wire.execute({ portal: '' })
    }
    wire.sync()
    wire.stream.uncork()
    batchSent.publish({ statements: this.#statements.map((statement) => statement.text) })
  }

  handleRowDescription(message: { fields: pg.FieldDef[] }): void {
    this.#current.addFields(message.fields)
  }

  handleDataRow(message: { fields: unknown[] }): void {
    this.#current.addRow(this.#current.parseRow(message.fields))
  }

  handleCommandComplete(message: unknown): void {
    this.#current.addCommandComplete(message)
    this.#results.push(this.#current)
    this.#current = new Result()
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  handleError(error: Error, connection: pg.Connection): void {
    // A statement that was first parsed in a failed batch may or may not exist on the server, so it gets a new name.
    for (const text of this.#newNames) preparedOn(connection as unknown as Wire).delete(text)
    this.#failed = true
    this.#reject(error)
    this.callback?.()
  }

  handleReadyForQuery(): void {
    this.callback?.()
    if (!this.#failed) this.#resolve(this.#results.map((result) => result.rows))
  }
}

/** The parts of pg's connection and result that a Submittable uses. pg's own types leave them out. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void }
  parse(message: { name: string; text: string }): void
  bind(message: { statement: string; values: readonly unknown[] }): void
  describe(message: { type: 'P'; name: string }): void
  execute(message: { portal: string }): void
  sync(): void
}
interface BatchResult {
  readonly rows: Row[]
  addFields(fields: pg.FieldDef[]): void
  parseRow(fields: unknown[]): Row
  addRow(row: Row): void
  addCommandComplete(message: unknown): void
}
const Result = (pg as unknown as { Result: new () => BatchResult }).Result

/** Turns arrays into PostgreSQL arrays, objects into JSON and dates into ISO timestamps. */
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils

let statementCount = 0
const preparedNames = new WeakMap<Wire, Map<string, string>>()
function preparedOn(wire: Wire): Map<string, string> {
  const names = preparedNames.get(wire) ?? new Map<string, string>()
  preparedNames.set(wire, names)
  return names
}
