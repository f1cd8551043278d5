// Who is using the embedded server. A session, not a file: when its process is killed, it is gone too.
import { Client } from 'pg'

const PRESENT = 'alongside present'
const LEAVING = 'alongside leaving'

export interface Presence {
  /** Answers whether nobody else is left, so that the server may be stopped. */
  leave: () => Promise<boolean>
}

export async function enterAsUser(superuserUrl: string): Promise<Presence> {
  const session = new Client({ connectionString: superuserUrl, application_name: PRESENT })
  session.on('error', () => undefined)
  await session.connect()
  return { leave: () => leave(session) }
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
