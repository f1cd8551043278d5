import type { DataSource } from 'typeorm'
import type { SelectText } from '../database/reads-and-writes.ts'
import type { Row } from '../database/statement-batch.ts'

/** Somebody who has left, as `access.enter_with_leaver_pass` found them. */
export interface Leaver {
  readonly membershipId: string
  readonly accountId: string
  readonly displayName: string
  readonly organizationName: string
  readonly timeZone: string
  readonly today: string
  readonly now: Date
}

/** One statement at a time, as that person. */
export type LeaverRun = (text: SelectText, values?: readonly unknown[]) => Promise<Row[]>

const ENTER = /* sql */ `
  select account_id as "accountId", access.membership_id() as "membershipId", display_name as "displayName", organization_name as "organizationName",
         time_zone as "timeZone", today, now
    from access.enter_with_leaver_pass($1, $2)`

/**
 * Reads of somebody who has left, in one transaction that PostgreSQL lets read and nothing else. Null: the pass opens
 * nothing.
 */
export async function readAsLeaver<Answer>(
  database: DataSource,
  passHash: Buffer,
  now: Date,
  work: (leaver: Leaver, run: LeaverRun) => Promise<Answer>,
): Promise<Answer | null> {
  const runner = database.createQueryRunner()
  try {
    await runner.startTransaction()
    const [leaver] = (await runner.query(ENTER, [passHash, now.toISOString()])) as [Leaver?]
    if (!leaver) return null
    return await work(leaver, (text, values = []) => runner.query(text, [...values]) as Promise<Row[]>)
  } finally {
    // Nothing was written: there is nothing to commit.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined)
    await runner.release()
  }
}
