import { createDataSource } from '../../api/dist/database/data-source.js'
import { createServer } from '../../api/dist/app/create-server.js'
import { readEnvironment } from '../../api/dist/server/environment.js'
import { createLogger, logTo } from '../../api/dist/server/logger.js'
import { answerCpu } from './answer-cpu.ts'

// Alongside as it is served, without the web app.

const database = createDataSource(process.env['DATABASE_URL'] ?? '', { poolSize: 16 })
await database.initialize()
const environment = { ...readEnvironment({}, '/nowhere'), logLevel: 'error' }
const server = await createServer(
  { database, environment, mailer: null, clock: () => new Date() },
  createLogger('error', logTo(null)),
)
await server.listen({ port: 0, host: '127.0.0.1' })
answerCpu(server.server)
