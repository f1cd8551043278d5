import type { Channel } from 'node:diagnostics_channel'
import type { Row, Statement } from './statement-batch.ts'

// Reads and writes are different types, so that a write cannot be sent by the method that is for reads.

/** SQL that begins with `select` or `with`. `run` accepts no other text. */
export type SelectText = `${'' | '\n  '}${'select' | 'with'}${string}`

declare const found: unique symbol

export interface Read<Found extends object = object> extends Statement {
  readonly kind: 'read'
  /** Exists for the type checker only. */
  readonly [found]?: Found
}

export interface Write<Found extends object = object> extends Statement {
  readonly kind: 'write'
  readonly [found]?: Found
  /** A channel that is published to once the write is committed. */
  readonly announces?: Channel
  /** How long what follows in its transaction may take, in milliseconds. */
  readonly allowsMs?: number
}

/** The rows of each statement, in the order of the statements. */
export type RowsOf<Statements extends readonly unknown[]> = {
  -readonly [At in keyof Statements]: Statements[At] extends Read<infer Found> | Write<infer Found>
    ? Found[]
    : never
}

export function readSql<Found extends object = Row>(
  text: SelectText,
  values: readonly unknown[] = [],
): Read<Found> {
  return { kind: 'read', text, values }
}

/** A write that no single table describes: it touches several, or calls a function that writes. */
export function writeSql<Found extends object = Row>(
  text: string,
  values: readonly unknown[] = [],
): Write<Found> {
  return { kind: 'write', text, values }
}

/** Gives the rest of a transaction more time than others have, at the database and while its answer is waited for. */
export function moreTime(milliseconds: number): Write {
  return { ...writeSql(`set local statement_timeout = ${milliseconds}`), allowsMs: milliseconds }
}
