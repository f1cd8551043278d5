import type { Channel } from 'node:diagnostics_channel'
import { setTimeout as pause } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { createPool } from '../../database/connections.ts'
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

/** From one try to start to the next, in milliseconds; it doubles up to a minute. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/** Starts the jobs; where the database does not let them start, it tries again for as long as the node lives. */
export function keepJobsRunning(services: AppServices, jobs: readonly Job[], logger: Logger): RunningJobs {
  const stopping = new AbortController()
  const started = tryUntilStarted(services, jobs, logger, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await (await started)?.stop()
    },
  }
}

async function tryUntilStarted(
  services: AppServices,
  jobs: readonly Job[],
  logger: Logger,
  stopping: AbortSignal,
): Promise<RunningJobs | undefined> {
  for (let wait = FIRST_PAUSE_MS; !stopping.aborted; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    try {
      return await startJobs(services, jobs, logger, stopping)
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      logger.error({ problem: code ?? message, nextTryInMs: wait }, 'jobs do not run')
      await pause(wait, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
  return undefined
}

async function startJobs(
  services: AppServices,
  jobs: readonly Job[],
  logger: Logger,
  stopping: AbortSignal,
): Promise<RunningJobs> {
  const pool = createPool(urlOf(services.database), {
    max: MAX_CONNECTIONS,
    application_name: 'alongside-jobs',
  })
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => pool.query<never>(text, values) },
    schema: JOB_SCHEMA,
    // The owner has made the schema; this role could not.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
  })
  boss.on('error', (error) => logger.warn({ problem: error.message }, 'job queue'))
  const unsubscribe: (() => void)[] = []
  const stop = async (): Promise<void> => {
    for (const forget of unsubscribe) forget()
    await boss.stop({ timeout: STOP_PATIENCE_MS })
    await pool.end()
  }
  try {
    await boss.start()
    for (const job of jobs) {
      await work(boss, job, services, stopping, logger)
      if (job.trigger) unsubscribe.push(runSooner(boss, job.queue, job.trigger))
    }
  } catch (error) {
    await stop().catch(() => undefined)
    throw error
  }
  return { stop }
}

async function work(
  boss: PgBoss,
  job: Job,
  services: AppServices,
  stopping: AbortSignal,
  logger: Logger,
): Promise<void> {
  const options = { pollingIntervalSeconds: job.pollIntervalSeconds, localConcurrency: 1 }
  await boss.work(job.queue, options, async () => {
    try {
      await job.run(services, stopping, logger)
    } catch (error) {
      // Not thrown on: the queue would keep it, and a message can name an address or a value.
      const { code, name } = error as { code?: unknown; name?: unknown }
      logger.error({ queue: job.queue, problem: code ?? name }, 'job failed')
    }
  })
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
  // What came up while no job ran, and before anybody listened.
  listen()
  return () => {
    told.unsubscribe(listen)
    clearTimeout(timer)
  }
}
