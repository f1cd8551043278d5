import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDatabase, type OpenDatabase } from './app/open-database.ts'
import { DEMO_PASSWORD, demoLines, listDemoSignIns } from './people/sign-in/demo-sign-ins.ts'
import { AGREEMENT_JOBS } from './supervision/agreements/agreement-jobs.ts'
import { PLANNING_JOBS } from './supervision/planning/planning-jobs.ts'
import { RECORD_JOBS } from './supervision/record/record-jobs.ts'
import { SIGNATURE_JOBS } from './supervision/signing/signature-jobs.ts'
import { EVIDENCE_JOBS } from './certification/evidence/evidence-jobs.ts'
import { STANDING_JOBS } from './certification/status/status-jobs.ts'
import { CROWD_FIGURE_JOBS } from './wellness/crowd-figures/crowd-figure-jobs.ts'
import { SIGNAL_JOBS } from './drift/signals/signal-jobs.ts'
import { IMPORT_JOBS } from './imports/import-jobs.ts'
import { NOTIFICATION_JOBS } from './notifications/notification-jobs.ts'
import { SESSION_JOBS } from './people/sign-in/session-jobs.ts'
import { REMINDER_JOBS } from './wellness/reminders/reminder-jobs.ts'
import { LEAVING_JOBS } from './people/employment/leaving-jobs.ts'
import { createServer } from './app/create-server.ts'
import { type Environment, readEnvironment } from './server/environment.ts'
import { refuseTakenPort } from './server/http/free-port.ts'
import { keepJobsRunning, type RunningJobs } from './server/jobs/job-runner.ts'
import { createLogger, logTo } from './server/logger.ts'
import { createMailer } from './server/mail/mailer.ts'
import { oneClearLine } from './server/http/start-error.ts'

// Environment → database → server. Whatever keeps it from starting is one clear line and exit 1.

const root = join(import.meta.dirname, '../..')

async function start(): Promise<void> {
  const environment = readEnvironment(process.env, root)
  const stop = askedToStop()
  await refuseTakenPort(environment.port, environment.host)
  const opened = await openDatabase(environment, (line) => console.log(line))
  try {
    const { server, jobs } = await serve(environment, opened)
    await greet(environment, opened)
    await stop
    // In-flight requests and mails finish, nothing new is taken, then the database closes.
    await Promise.all([server.close(), jobs.stop()])
  } finally {
    await opened.close()
  }
}

/** The jobs begin once it listens; nobody waits for them, and what they cannot do is in the log. */
async function serve(environment: Environment, { database }: OpenDatabase): Promise<Serving> {
  const logger = createLogger(environment.logLevel, logTo(environment.logFile))
  const mailer = createMailer(environment.smtpUrl, environment.mailFrom)
  const services = { database, environment, mailer, clock: () => new Date() }
  const server = await createServer(services, logger)
  await server.listen({ port: environment.port, host: environment.host })
  const jobs = [
    ...AGREEMENT_JOBS,
    ...CROWD_FIGURE_JOBS,
    ...EVIDENCE_JOBS,
    ...IMPORT_JOBS,
    ...LEAVING_JOBS,
    ...NOTIFICATION_JOBS,
    ...PLANNING_JOBS,
    ...RECORD_JOBS,
    ...REMINDER_JOBS,
    ...SESSION_JOBS,
    ...SIGNAL_JOBS,
    ...SIGNATURE_JOBS,
    ...STANDING_JOBS,
  ]
  return { server, jobs: keepJobsRunning(services, jobs, logger) }
}

interface Serving {
  readonly server: FastifyInstance
  readonly jobs: RunningJobs
}

/** Asked before it is ready, it stops as soon as it is: half-made databases are nobody's wish. */
function askedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false
    // Ctrl-C comes twice: from the terminal, and passed on by the launcher.
    const asked = (): void => {
      if (isAsked) return
      isAsked = true
      setTimeout(giveUp, STOP_PATIENCE_MS).unref()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked)
    // The launcher is gone (its channel closes), and nobody could stop this process from the keyboard any more.
    process.on('disconnect', asked)
  })
}

/** A database that does not answer must not hold up a machine that shuts down; nothing acknowledged is lost by it. */
const STOP_PATIENCE_MS = 20_000

function giveUp(): void {
  console.error(`Alongside did not come to its end within ${STOP_PATIENCE_MS / 1_000} s and stops now.`)
  process.exit(1)
}

async function greet(environment: Environment, { database }: OpenDatabase): Promise<void> {
  console.log(`\nAlongside is at ${environment.publicUrl}`)
  const signIns = environment.isDemo ? await listDemoSignIns(database) : []
  if (signIns.length > 0) {
    console.log(`Demo sign-ins, all with the password ${DEMO_PASSWORD} (the sign-in page lists everybody):`)
    for (const line of demoLines(signIns)) console.log(line)
  }
  if (!existsSync(join(environment.webDirectory, 'index.html')))
    console.log('The web app is not built; only the API is served.')
  console.log('Stop with Ctrl-C.')
}

start().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(oneClearLine(error))
    process.exit(1)
  },
)
