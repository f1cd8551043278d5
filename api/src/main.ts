import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDatabase, type OpenDatabase } from './database/open-database.ts'
import { createServer } from './server/create-server.ts'
import { type Environment, readEnvironment } from './server/environment.ts'
import { createLogger, logTo } from './server/logger.ts'
import { createMailer } from './server/mailer.ts'
import { oneClearLine } from './server/start-error.ts'

// Environment → database → server. Whatever keeps it from starting is one clear line and exit 1.

const root = join(import.meta.dirname, '../..')

async function start(): Promise<void> {
  const environment = readEnvironment(process.env, root)
  const opened = await openDatabase(environment, (line) => console.log(line))
  const logger = createLogger(environment.logLevel, logTo(environment.logFile))
  const mailer = createMailer(environment.smtpUrl, environment.mailFrom)
  try {
    const server = await createServer({ database: opened.database, environment, mailer, clock: () => new Date() }, logger)
    await server.listen({ port: environment.port, host: environment.host })
    stopOnSignal(server, opened)
    greet(environment)
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** In-flight requests finish, nothing new is taken, then the database closes. */
function stopOnSignal(server: FastifyInstance, opened: OpenDatabase): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    await server.close()
    await opened.close()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

function greet(environment: Environment): void {
  console.log(`\nAlongside is at ${environment.publicUrl}`)
  if (environment.isDemo) console.log('Demo sign-ins stand on the sign-in page.')
  if (!existsSync(join(environment.webDirectory, 'index.html'))) console.log('The web app is not built; only the API is served.')
  console.log('Stop with Ctrl-C.')
}

start().catch((error: unknown) => {
  console.error(oneClearLine(error))
  process.exit(1)
})
