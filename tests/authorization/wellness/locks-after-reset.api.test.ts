import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TestApi } from '../../support/test-api.ts'
import { VISIBLE } from '../walls-expected.ts'

// Somebody else who resets a password could sign in with it: what a person kept for themself alone is closed then.

const SHARED = 'somebody else reads it too'
const ABOUT_WORK = 'about the work and its hours; no answer about oneself'
const TICKET = 'says that something was shared, and when; what was shared is locked where it stands'
/** Private tables that the lock leaves open, and why. */
const LEFT_OPEN: Readonly<Record<string, string>> = {
  check_in_reminder: 'a day and an hour',
  drift_flag: SHARED,
  drift_flag_response: SHARED,
  drift_flag_share: SHARED,
  drift_flag_step: SHARED,
  reflection_time: ABOUT_WORK,
  role_worksheet: ABOUT_WORK,
  role_worksheet_answer: ABOUT_WORK,
  share_look: TICKET,
  share_ticket: TICKET,
  supportive_agenda_item: SHARED,
  supportive_comment: SHARED,
  supportive_follow_up: SHARED,
  supportive_follow_up_share: SHARED,
  supportive_note: SHARED,
  talk_offer: SHARED,
  talk_request: SHARED,
  week_log: ABOUT_WORK,
  week_log_line: ABOUT_WORK,
  week_log_total: ABOUT_WORK,
}

describe('T1: the lock after a password reset by somebody else', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await TestApi.start()
  })
  afterAll(() => api.close())

  const has = (policy: string): string =>
    `exists (select from pg_policy p where p.polrelid = c.oid and p.polname = '${policy}' and not p.polpermissive and p.polcmd = 'r')`
  /** Private is what closes on a shared device, and what nobody but oneself reads. */
  const privateTables = async (and = ''): Promise<string[]> => {
    const { rows } = await api.superuser.query<{ name: string }>(
      `select c.relname as name from pg_class c where ${has('unlocked_on_shared_device')} ${and} order by 1`,
    )
    return rows.map(({ name }) => name)
  }

  it('is on every private table, or the reason why not is given', async () => {
    const open = await privateTables(`and not ${has('locked_until_opened')}`)
    expect(open).toEqual(Object.keys(LEFT_OPEN).sort())
  })

  it('has a row behind each, that everybody looks for and nobody finds', async () => {
    const locked = await privateTables(`and ${has('locked_until_opened')}`)
    const rows = Object.entries(VISIBLE).filter(([label]) => label.endsWith('before a password reset'))
    expect(locked.length).toBeGreaterThan(5)
    expect(rows).toHaveLength(locked.length)
    expect(rows.flatMap(([, readers]) => readers)).toEqual([])
  })
})
