import { addDays } from '@alongside/shared/calendar/plain-date'
import { unansweredThrough } from '@alongside/shared/supervision/planning/planned-times'
import { computed } from 'vue'
import { useSession } from '../../app/session/session.store.ts'
import { type PlannedSession, usePlannedSessions } from '../planning/usePlannedSessions.ts'

/** What the person signed in leads: today and tomorrow, and what is past without anybody having said what became of it. */
export function useTeamSessions() {
  const session = useSession()
  const upcoming = usePlannedSessions('UPCOMING')
  const unanswered = usePlannedSessions('UNANSWERED')
  const led = (list: readonly PlannedSession[], through: string) =>
    list.filter(
      ({ startsOn, supervisor }) => startsOn <= through && supervisor.id === session.me?.membershipId,
    )
  const soon = computed(() => led(upcoming.scheduled.value, addDays(session.today, 1)))
  const old = computed(() => led(unanswered.scheduled.value, unansweredThrough(session.today)))
  return { soon, old }
}
