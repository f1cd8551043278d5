// Who is using the embedded server. A session, not a file: when its process is killed, it is gone too.
import type { Client } from 'pg'
import { CONNECTION_OPTIONS, ListeningClient } from '../connections.ts'

const PRESENT = 'alongside present'
const LEAVING = 'alongside leaving'

export interface Presence {
  /** Settles when the session has ended, by `leave` or with the server. */
  readonly ended: Promise<void>
  /** Answers whether nobody else is left, so that the server may be stopped. */
  leave: () => Promise<boolean>
}

export async function enterAsUser(superuserUrl: string): Promise<Presence> {
  const session = new ListeningClient({
    ...CONNECTION_OPTIONS,
    connectionString: superuserUrl,
    application_name: PRESENT,
  })
  const ended = new Promise<void>((resolve) => session.once('end', resolve))
  await session.connect()
  return { ended, leave: () => leave(session) }
}

async function leave(session: Client): Promise<boolean> {
  try {
    // First leave, then look: of two that leave at once, at least one sees nobody left.
    await session.query(`set application_name = '${LEAVING}'`)
    const others = await session.query('select from pg_stat_activity where application_name = $1', [PRESENT])
    return others.rowCount === 0
  } catch {
    return true
  } finally {
    await session.end().catch(() => undefined)
  }
}
