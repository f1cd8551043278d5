// A node that does nothing but the jobs, as a process of its own, so that a test can kill it.
import { createDataSource } from '../../../api/dist/database/data-source.js'
import { NOTIFICATION_JOBS } from '../../../api/dist/notifications/notification-jobs.js'
import { readEnvironment } from '../../../api/dist/server/environment.js'
import { keepJobsRunning } from '../../../api/dist/server/jobs/job-runner.js'
import { createLogger } from '../../../api/dist/server/logger.js'
import { createMailer } from '../../../api/dist/server/mail/mailer.js'

const [databaseUrl = '', smtpUrl = '', at = ''] = process.argv.slice(2)
const database = createDataSource(databaseUrl, { poolSize: 5 })
await database.initialize()
const jobs = keepJobsRunning(
  {
    database,
    environment: readEnvironment({ PUBLIC_URL: 'https://alongside.example.org' }, '/nowhere'),
    mailer: createMailer(smtpUrl, 'Alongside <no-reply@example.org>'),
    clock: () => new Date(at),
  },
  NOTIFICATION_JOBS,
  createLogger('warn', process.stderr),
)
process.on('SIGTERM', () => {
  void jobs
    .stop()
    .then(() => database.destroy())
    .then(() => process.exit(0))
})
console.log('working')
