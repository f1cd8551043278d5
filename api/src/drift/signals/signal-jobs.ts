import { transactionAs } from '../../database/unit-of-work.ts'
import type { Job } from '../../server/jobs/job-runner.ts'
import type { AppServices } from '../../server/request-context.ts'
import { raiseFlagsAndTell } from '../drift-signals.service.ts'

/** Looks for signals as each peer whose week is over since the last look; the database chooses whom. */
export async function checkDueSignals(
  { database, clock }: Pick<AppServices, 'database' | 'clock'>,
  stopping?: AbortSignal,
): Promise<number> {
  const enter = { text: 'access.enter_due_signal_check($1)', values: [clock().toISOString()] }
  for (let checked = 0; ; checked += 1) {
    if (stopping?.aborted) return checked
    const done = await transactionAs(database, enter, async (tx) => {
      await raiseFlagsAndTell(tx)
      return true
    })
    if (!done) return checked
  }
}

export const SIGNAL_JOBS: readonly Job[] = [
  {
    queue: 'drift-signals',
    pollIntervalSeconds: 600,
    run: async (services, stopping) => {
      await checkDueSignals(services, stopping)
    },
  },
]
