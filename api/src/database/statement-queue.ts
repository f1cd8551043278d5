import { readSql, type Read, type RowsOf, type SelectText, type Write } from './reads-and-writes.ts'
import type { Row } from './statement-batch.ts'

interface Waiting {
  readonly statements: readonly (Read | Write)[]
  resolve(answers: Row[][]): void
  reject(error: unknown): void
}

/**
 * Collects the statements of one tick and sends them in one batch, so that sibling fields and their loaders share a
 * round trip. The statements of one `write` always share a batch, and a batch takes place wholly or not at all.
 */
export abstract class StatementQueue {
  #waiting: Waiting[] = []

  /** Sends one batch and returns the rows of each of its statements. */
  protected abstract send(statements: readonly (Read | Write)[]): Promise<Row[][]>

  /** Runs one statement that only reads. */
  run<Found extends object = Row>(
    read: SelectText | Read<Found>,
    values: readonly unknown[] = [],
  ): Promise<Found[]> {
    const statement = typeof read === 'string' ? readSql<Found>(read, values) : read
    return this.#ask([statement]).then(([rows]) => rows)
  }

  /**
   * Runs the statements in their order, all of them or none. A read among them sees what the writes before it did.
   * Returns the rows of each statement.
   */
  write<const Statements extends readonly (Read | Write)[]>(
    statements: Statements,
  ): Promise<RowsOf<Statements>> {
    return this.#ask(statements)
  }

  #ask<const Statements extends readonly (Read | Write)[]>(
    statements: Statements,
  ): Promise<RowsOf<Statements>> {
    if (statements.length === 0) return Promise.resolve([] as RowsOf<Statements>)
    if (this.#waiting.length === 0) afterThisTick(() => void this.#flush())
    return new Promise<Row[][]>((resolve, reject) => {
      this.#waiting.push({ statements, resolve, reject })
    }) as Promise<RowsOf<Statements>>
  }

  async #flush(): Promise<void> {
    const sent = this.#waiting
    this.#waiting = []
    try {
      const answers = await this.send(sent.flatMap(({ statements }) => statements))
      let at = 0
      for (const { statements, resolve } of sent) resolve(answers.slice(at, (at += statements.length)))
    } catch (error) {
      for (const { reject } of sent) reject(error)
    }
  }
}

/** A unit of work or a transaction, for what only reads. */
export type Reader = Pick<StatementQueue, 'run'>

/** After the promises of this tick have settled, so that sibling fields and their loaders join the same batch. */
function afterThisTick(work: () => void): void {
  void Promise.resolve().then(() => process.nextTick(work))
}
