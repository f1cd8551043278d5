import { runUnauthenticated } from '../../database/unit-of-work.ts'
import type { Job } from '../../server/jobs/job-runner.ts'
import type { AppServices } from '../../server/request-context.ts'
import { sendErasureReceipts } from './erasure-receipts.service.ts'

const PEOPLE_AT_ONCE = 50

/** Erases what was only theirs of everybody whose days after leaving are over. */
export async function erasePrivateData(
  { database, clock }: AppServices,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    const [erased] = await runUnauthenticated<{ people: number }>(
      database,
      'select access.erase_private_data($1, $2) as people',
      [clock().toISOString(), PEOPLE_AT_ONCE],
    )
    if (!erased || erased.people < PEOPLE_AT_ONCE) return
  }
}

/** What follows a departure, by the clock. */
export const LEAVING_JOBS: readonly Job[] = [
  {
    queue: 'departures',
    pollIntervalSeconds: 60,
    run: async (services, stopping, logger) => {
      await erasePrivateData(services, stopping)
      await sendErasureReceipts(services, stopping, logger)
    },
  },
]
