import type { Channel } from 'node:diagnostics_channel'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { urlOf } from '../../database/data-source.ts'
import { JOB_SCHEMA, type JobQueue } from '../../database/job-queues.ts'
import type { AppServices } from '../request-context.ts'

/** Work that runs by the clock, on whichever node comes first; on two at once it shares the work out. */
export interface Job {
  readonly queue: JobQueue
  /** Told of something to do: the job then runs sooner than the clock has it. */
  readonly trigger?: Channel
  readonly pollIntervalSeconds: number
  /** Ends early, at a point where nothing is half done, once the signal is given. */
  run(services: AppServices, stopping: AbortSignal, logger: Logger): Promise<void>
}

export interface RunningJobs {
  /** What is under way comes to its next end; nothing new begins. */
  stop(): Promise<void>
}

const MAX_CONNECTIONS = 2
const STOP_PATIENCE_MS = 15_000
/** Several changes in a row ask for one run; by then the transaction that told has ended. */
const SOONER_MS = 500

export async function startJobs(
  services: AppServices,
  jobs: readonly Job[],
  logger: Logger,
): Promise<RunningJobs> {
  const stopping = new AbortController()
  const boss = new PgBoss({
    connectionString: urlOf(services.database),
    application_name: 'alongside-jobs',
    max: MAX_CONNECTIONS,
    schema: JOB_SCHEMA,
    // The owner has made the schema; this role could not.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => logger.warn({ problem: error.message }, 'job queue'))
  await boss.start()
  const unsubscribe: (() => void)[] = []
  for (const job of jobs) {
    const options = { pollingIntervalSeconds: job.pollIntervalSeconds, localConcurrency: 1 }
    await boss.work(job.queue, options, async () => {
      try {
        await job.run(services, stopping.signal, logger)
      } catch (error) {
        // Not thrown on: the queue would keep it, and a message can name an address or a value.
        const { code, name } = error as { code?: unknown; name?: unknown }
        logger.error({ queue: job.queue, problem: code ?? name }, 'job failed')
      }
    })
    if (job.trigger) unsubscribe.push(runSooner(boss, job.queue, job.trigger))
  }
  return {
    stop: async () => {
      stopping.abort()
      for (const forget of unsubscribe) forget()
      await boss.stop({ timeout: STOP_PATIENCE_MS })
    },
  }
}

function runSooner(boss: PgBoss, queue: JobQueue, told: Channel): () => void {
  let timer: NodeJS.Timeout | undefined
  const ask = (): void => {
    timer = undefined
    // Refused when one waits already; a queue out of reach is looked at again with the clock.
    void boss.send(queue).catch(() => undefined)
  }
  const listen = (): void => void (timer ??= setTimeout(ask, SOONER_MS))
  told.subscribe(listen)
  return () => {
    told.unsubscribe(listen)
    clearTimeout(timer)
  }
}
