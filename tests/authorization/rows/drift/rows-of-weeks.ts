import { randomUUID } from 'node:crypto'
import { NOW, THIS_WEEK } from '../../../support/fixed-today.ts'
import type { RowPlacing } from '../row-placing.ts'

// Weeks that a peer logged: shown with their lines, as totals, corrected since, undone, and from before a supervision.

export async function placeWeeks({ place, actors }: RowPlacing) {
  const peer_id = actors.peer.id
  const log = async (label: string, week_start: string, parts: Record<string, unknown> = {}) => {
    const row = { revision: 1, only_totals: false, is_undone: false, ...parts }
    const log_id = randomUUID()
    await place(`log of ${label}`, 'week_log', { ...row, id: log_id, peer_id, week_start, logged_at: NOW })
    const part = { log_id, peer_id, week_start, only_totals: row.only_totals, quarter_hours: 8 }
    if (row.is_undone) return log_id
    await place(
      `activity of ${label}`,
      'week_log_line',
      { ...part, activity: 'TALKING_FAMILY', function: 'ONGOING_SUPPORT' },
      ['organization_id', 'log_id', 'activity'],
    )
    await place(`total of ${label}`, 'week_log_total', { ...part, function: 'ONGOING_SUPPORT' }, [
      ...['organization_id', 'log_id', 'function'],
    ])
    return log_id
  }
  const shown = await log('a week', THIS_WEEK)
  await log('a week of totals only', '2026-06-08', { only_totals: true })
  await log('a week that was corrected', '2026-06-01')
  await log('a week as corrected', '2026-06-01', { revision: 2, only_totals: true })
  await log('a week that was undone', '2026-05-25')
  await log('an undone week', '2026-05-25', { revision: 2, is_undone: true })
  await log('a week before the supervision', '2015-03-02')
  await place('last look for signals', 'drift_signal_check', { peer_id, checked_at: NOW }, [
    'organization_id',
    'peer_id',
  ])
  return { shown }
}

/** Who finds which of these rows. */
export const WEEKS_VISIBLE: Readonly<Record<string, readonly ('peer' | 'educational' | 'supportive')[]>> = {
  'log of a week': ['peer'],
  'activity of a week': ['peer', 'educational', 'supportive'],
  'total of a week': ['peer', 'educational', 'supportive'],
  'log of a week of totals only': ['peer'],
  'activity of a week of totals only': ['peer'],
  'total of a week of totals only': ['peer', 'educational', 'supportive'],
  'log of a week that was corrected': ['peer'],
  'activity of a week that was corrected': ['peer'],
  'total of a week that was corrected': ['peer'],
  'log of a week as corrected': ['peer'],
  'activity of a week as corrected': ['peer'],
  'total of a week as corrected': ['peer', 'educational', 'supportive'],
  'log of a week that was undone': ['peer'],
  'activity of a week that was undone': ['peer'],
  'total of a week that was undone': ['peer'],
  'log of an undone week': ['peer'],
  'log of a week before the supervision': ['peer'],
  'activity of a week before the supervision': ['peer'],
  'total of a week before the supervision': ['peer'],
  'last look for signals': [],
}
