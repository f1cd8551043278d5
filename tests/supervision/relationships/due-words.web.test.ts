import { describe, expect, it } from 'vitest'
import { useSupervisionWords } from '../../../web/src/supervision/supervision-words.ts'
import { mountInPage } from '../../app/mount.ts'

const LATE = {
  kind: 'OVERDUE',
  rule: 'FROM_LAST_SESSION',
  countedFrom: '2026-05-25',
  dueOn: '2026-06-08',
  overdueDays: 9,
  cadenceDays: 14,
  pausedDays: 0,
} as const

/** What the badge of a due session says, to a supervisor and to the peer. */
function badges(due: Parameters<ReturnType<typeof useSupervisionWords>['status']>[0], isPaused = false) {
  const said: ReturnType<ReturnType<typeof useSupervisionWords>['status']>[] = []
  const setup = () => {
    const { status, statusForPeer } = useSupervisionWords()
    said.push(status(due, { isPaused }), statusForPeer(due, { isPaused }))
  }
  mountInPage({ template: '<p />', setup })
  return said
}

describe('the words of a session that is due', () => {
  it('tell a supervisor that it is overdue, and never blame the peer for it', () => {
    expect(badges(LATE)).toEqual([
      { tone: 'late', label: 'Overdue by 9 days' },
      { tone: 'info', label: "It's been 23 days. That's on us." },
    ])
  })

  it('name the leave that keeps anything from being due, and the days by which one moved it', () => {
    const said: string[] = []
    const setup = () => {
      const { status, reason } = useSupervisionWords()
      said.push(status(null, { isPaused: false, pausedFrom: '2026-06-30' }).label)
      said.push(reason({ ...LATE, pausedDays: 3 }), reason(LATE))
    }
    mountInPage({ template: '<p />', setup })
    expect(said).toEqual([
      'No supervision due: on leave from Jun 30',
      'Every 14 days. Last session: May 25. Moved 3 days by leave.',
      'Every 14 days. Last session: May 25.',
    ])
  })

  it('are the same for both while nothing is late', () => {
    for (const said of [
      badges({ ...LATE, kind: 'ON_TRACK', overdueDays: 0 }),
      badges({ ...LATE, kind: 'DUE_THIS_WEEK', overdueDays: 0 }),
      badges(null),
      badges(LATE, true),
    ])
      expect(said[1]).toEqual(said[0])
  })
})
