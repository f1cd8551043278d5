import { once } from 'node:events'
import { createServer } from 'node:net'

/** Fails at once, before the database is started, when the port is taken or may not be opened. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  const trial = createServer()
  trial.listen(port, host)
  await once(trial, 'listening')
  trial.close()
  await once(trial, 'close')
}
