import { daysBetween, type PlainDate } from '@alongside/shared/calendar/plain-date'
import { useI18n } from '#i18n'
import type { Tone } from '../ui/feedback/StatusBadge.vue'

interface Due {
  readonly kind: 'ON_TRACK' | 'DUE_THIS_WEEK' | 'OVERDUE'
  readonly dueOn: PlainDate
  readonly overdueDays: number
  readonly rule: 'FROM_LAST_SESSION' | 'FROM_START'
  readonly countedFrom: PlainDate
  readonly cadenceDays: number
  readonly pausedDays: number
}

interface Leave {
  readonly isPaused: boolean
  readonly pausedUntil?: PlainDate | null
  readonly pausedFrom?: PlainDate | null
}

const TONES: Record<Due['kind'], Tone> = { ON_TRACK: 'onTrack', DUE_THIS_WEEK: 'dueSoon', OVERDUE: 'late' }

/** Days in the words of the current language. */
function useDayWords() {
  const { locale } = useI18n()
  function day(date: PlainDate): string {
    const words = new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    return words.format(new Date(`${date}T00:00:00Z`))
  }
  /** With the day of the week: for days that are near. */
  function weekday(date: PlainDate): string {
    const words = new Intl.DateTimeFormat(locale.value, {
      ...({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const),
    })
    return words.format(new Date(`${date}T00:00:00Z`))
  }
  /** From a day to a day, as short as the language has it: "Dec 1 – 21". */
  function span({ startsOn, endsOn }: { startsOn: PlainDate; endsOn: PlainDate }): string {
    const words = new Intl.DateTimeFormat(locale.value, { day: 'numeric', month: 'short', timeZone: 'UTC' })
    return words.formatRange(new Date(`${startsOn}T00:00:00Z`), new Date(`${endsOn}T00:00:00Z`))
  }
  function longDay(date: PlainDate): string {
    const words = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeZone: 'UTC' })
    return words.format(new Date(`${date}T00:00:00Z`))
  }
  return { day, weekday, span, longDay }
}

/** Days, due days and their rule in the words of the current language. */
export function useSupervisionWords() {
  const { t } = useI18n()

  const { day, weekday, span, longDay } = useDayWords()
  /** A word and a tone for the badge; while the peer is on leave, that nothing is due. */
  function status(due: Due | null | undefined, leave?: Leave): { tone: Tone; label: string } {
    if (leave?.isPaused) {
      const until = leave.pausedUntil
      return {
        tone: 'info',
        label: until ? t('supervision.due.paused-until', { day: day(until) }) : t('supervision.due.paused'),
      }
    }
    if (!due && leave?.pausedFrom) {
      return { tone: 'info', label: t('supervision.due.paused-from', { day: day(leave.pausedFrom) }) }
    }
    if (!due) return { tone: 'neutral', label: t('supervision.due.none') }
    const label =
      due.kind === 'OVERDUE'
        ? t('labels.supervision.SupervisionDueKind.OVERDUE', { count: due.overdueDays }, due.overdueDays)
        : t(`labels.supervision.SupervisionDueKind.${due.kind}`, { day: day(due.dueOn) })
    return { tone: TONES[due.kind], label }
  }
  /** The same for the peer: only a supervisor can hold an overdue session, so the peer is never told off for it. */
  function statusForPeer(due: Due | null | undefined, leave?: Leave): { tone: Tone; label: string } {
    if (leave?.isPaused || due?.kind !== 'OVERDUE') return status(due, leave)
    const count = daysBetween(due.countedFrom, due.dueOn) + due.overdueDays
    return { tone: 'info', label: t('supervision.due.overdue-mine', { count }, count) }
  }
  /** Why it is due then: the rhythm, from when it counts, and by how much a leave has moved it. */
  function reason({ rule, cadenceDays, countedFrom, pausedDays: count }: Due): string {
    const why = t(`labels.supervision.DueRule.${rule}`, { days: cadenceDays, day: day(countedFrom) })
    return count > 0 ? `${why} ${t('supervision.due.moved', { count }, count)}` : why
  }
  return { day, weekday, span, longDay, status, statusForPeer, reason }
}
