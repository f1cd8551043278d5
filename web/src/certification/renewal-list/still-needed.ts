import { useI18n } from '#i18n'
import { useFigures } from '../renewals/figures.ts'
import type { RenewalRow } from '../renewals/renewal-words.ts'
import {
  conditionOf,
  isMeasured,
  isShort,
  isTotal,
  useRequirementWords,
} from '../requirements/requirement-words.ts'

/** Topics that are named in a row; of more, only how many there are. */
const NAMED = 2

export interface StillNeeded {
  /** In all, such as "5 h"; empty where no hours of courses are short. */
  readonly sum: string
  /** Each thing that is short, the first ones by name. */
  readonly named: string
  /** All of them, for whoever wants the rest. */
  readonly all: string
  /** Nothing is short: said quietly. */
  readonly quiet: boolean
}

const quietly = (named: string): StillNeeded => ({ sum: '', named, all: named, quiet: true })

/** What a renewal still lacks, in one line. */
export function useStillNeeded() {
  const { t } = useI18n()
  const { day, hours } = useFigures()
  const { question } = useRequirementWords()
  const short = useShort()

  function unknownOf(row: RenewalRow): string {
    const asked = row.requirements.map(conditionOf).find((each) => each !== null)
    return asked
      ? t('certification.renewal-list.one-answer', { question: question(asked) })
      : t('certification.renewal-list.not-verified')
  }
  return (row: RenewalRow): StillNeeded => {
    const { state, submission } = row.renewalPath
    if (state === 'SUBMITTED' && submission)
      return quietly(t('certification.renewal-path.row-waiting', { date: day(submission.submittedOn) }))
    if (row.gaps.state === 'SHORT') return short(row)
    if (row.gaps.state === 'UNCONFIRMED')
      return quietly(t('certification.hours.unconfirmed', { hours: hours(row.gaps.unconfirmed) }))
    if (row.gaps.state === 'MET') return quietly(t('certification.renewal-list.nothing-short'))
    if (row.gaps.state === 'NOTHING_OWED') return quietly(t('certification.renewal-list.no-hours'))
    return quietly(unknownOf(row))
  }
}

function useShort() {
  const { hours } = useFigures()
  const { amount, what } = useRequirementWords()
  return (row: RenewalRow): StillNeeded => {
    const { gaps } = row
    const parts = row.requirements
      .filter(isShort)
      .filter((line) => !isTotal(line))
      .map(
        (line) =>
          `${what(line)} ${line.unit === 'HOURS' ? hours(line.shortBy) : amount(line.shortBy, line.unit)}`,
      )
    const more = parts.length - NAMED
    return {
      sum: [
        ...(gaps.hours > 0 ? [amount(gaps.hours, 'HOURS')] : []),
        ...(gaps.courses > 0 ? [amount(gaps.courses, 'COURSES')] : []),
      ].join(', '),
      named: [...parts.slice(0, NAMED), ...(more > 0 ? [`+${more}`] : [])].join(', '),
      all: parts.join(', '),
      quiet: false,
    }
  }
}

export interface HoursFigure {
  readonly earned: number
  readonly needed: number
  /** Of the whole, 0-1: what the gaps leave, so that the bar is never full beside a badge that says short. */
  readonly share: number
}

/** The total as a bar shows it; null where it is not measured. */
export function hoursFigure({ requirements, gaps }: RenewalRow): HoursFigure | null {
  const total = requirements.find(isTotal)
  if (!total || !isMeasured(total) || total.needed <= 0) return null
  const open = total.unit === 'COURSES' ? gaps.courses : gaps.hours
  const counted = Math.min(total.earned, total.needed - open)
  return { earned: total.earned, needed: total.needed, share: Math.max(0, counted / total.needed) }
}
