import { isActivity } from '@alongside/shared/drift/activities/activities'
import type { ActivityAskedBy } from '@alongside/shared/drift/week/asked-by'
import { validateWeek } from '@alongside/shared/drift/week/week-input'
import { quartersFromShares } from '@alongside/shared/drift/week/week-shape'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { useI18n } from '#i18n'
import { useAction } from '../../app/actions/useAction.ts'
import { askPrivately } from '../../app/actions/usePasswordConfirmation.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { MyWeekLogsQuery } from '../../generated/graphql.ts'
import { useForm } from '../../ui/form/useForm.ts'
import { checkDriftSignalsMutation, FLAG_LISTS } from '../drift.operations.ts'
import { logWeekMutation, MY_WEEKS, undoWeekLogMutation } from './week.operations.ts'

export type WeekShown = MyWeekLogsQuery['myWeekLogs']['edges'][number]['node']
export interface WeekRow {
  activity: string
  customName: string | null
  /** Hours, or shares while the peer counts in shares. */
  amount: number | null
  askedBy: ActivityAskedBy | ''
}
export interface WeekValues {
  rows: WeekRow[]
  countsShares: boolean
  /** Hours of the whole week, with shares. */
  hours: number | null
  metPeers: 'YES' | 'NO' | ''
  onlyTotals: boolean
}

const ANY_TIME = [{ startedOn: '1900-01-01', endedOn: null }]

export const rowsOf = (week: WeekShown | undefined): WeekRow[] =>
  (week?.entries ?? []).map(({ activity, customName = null, quarterHours, askedBy }) => ({
    ...{ activity, customName, amount: quarterHours / 4, askedBy: askedBy ?? '' },
  }))

/** Quarter hours of each row; of shares, they add up to the hours of the week. */
export function quartersOf({ rows, countsShares, hours }: WeekValues): number[] {
  const amounts = rows.map(({ amount }) => amount ?? Number.NaN)
  if (!countsShares) return amounts.map((amount) => amount * 4)
  return quartersFromShares((hours ?? Number.NaN) * 4, amounts)
}

function entriesOf(values: WeekValues) {
  const quarters = quartersOf(values)
  return values.rows.map(({ activity, askedBy }, at) => ({
    ...{ activity, quarterHours: quarters[at] ?? 0, askedBy: askedBy || null },
  }))
}

const whether = (answer: string): boolean | null => (answer === '' ? null : answer === 'YES')

/** One week's form: what it begins with, the shared rule, and sending it. */
export function useWeekForm(weekStart: string, logged: WeekShown | undefined, last: WeekShown | undefined) {
  const { t } = useI18n()
  const session = useSession()
  const { refresh, announce } = useAction([MY_WEEKS, ...FLAG_LISTS])
  const isKnown = (key: string) => isActivity(key) || key.startsWith('custom-')
  const form = useForm<WeekValues>({
    initial: () => ({
      ...{ rows: rowsOf(logged), countsShares: false, hours: null },
      metPeers: logged?.metPeers == null ? '' : logged.metPeers ? 'YES' : 'NO',
      onlyTotals: (logged ?? last)?.onlyTotals ?? false,
    }),
    check: (values) => {
      const quarters = quartersOf(values)
      const lines = values.rows.map(({ activity }, at) => ({ activity, quarterHours: quarters[at] ?? 0 }))
      const limits = { placements: ANY_TIME, today: session.today, isActivity: isKnown }
      return validateWeek({ weekStart, lines }, limits).map(asShown)
    },
    submit: async (values) => {
      const entries = entriesOf(values)
      const sent = { weekStart, entries, onlyTotals: values.onlyTotals, metPeers: whether(values.metPeers) }
      const { logWeek } = await askPrivately(logWeekMutation, {
        input: { ...sent, expectedRevision: logged?.revision ?? 0 },
      })
      if (logWeek.__typename === 'StaleRevision') {
        announce(logWeek, { done: t('drift.week.stale') })
        await refresh()
        return false
      }
      // On demand: what fires now is born in front of the peer. The week is saved either way; the job looks again.
      await askPrivately(checkDriftSignalsMutation).catch(() => null)
      await refresh()
      const input = { weekStart, expectedRevision: logWeek.weekLog.revision }
      announce(logWeek, {
        done: t('drift.week.saved'),
        undo: { run: () => askPrivately(undoWeekLogMutation, { input }), done: t('drift.week.undone') },
      })
      return undefined
    },
  })
  return form
}

/** The screen counts in hours, and an activity's time stands in its own field. */
function asShown({ field, problem, limit }: ValidationError): ValidationError {
  const shown = field.replace(/^lines/u, 'rows').replace(/quarterHours$/u, 'amount')
  if (problem === 'not-a-number') return { field: shown, problem: 'not-in-steps', limit: 0.25 }
  const isTime = shown.endsWith('amount') || (shown === 'rows' && problem === 'too-large')
  return {
    field: shown,
    problem,
    ...(isTime && typeof limit === 'number' ? { limit: limit / 4 } : limit !== undefined && { limit }),
  }
}
