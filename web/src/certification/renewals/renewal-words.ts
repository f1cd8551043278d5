import { useI18n } from 'vue-i18n'
import type {
  BehindTheFiguresFragment,
  MyCertificationsQuery,
  RenewalsQuery,
  CertificationStatus,
} from '../../generated/graphql.ts'
import type { Tone } from '../../ui/feedback/StatusBadge.vue'
import { useFigures } from './figures.ts'
import { type Requirement, type Subject, useRequirementWords } from '../requirements/requirement-words.ts'
import { useVoice } from '../voice.ts'

export type RenewalRow = RenewalsQuery['renewals']['edges'][number]['node']
export type OwnCertification = MyCertificationsQuery['myCertifications'][number]
/** A certification with all that stands behind its figures. */
export type Figures = BehindTheFiguresFragment
export type Reason = Figures['reasons'][number]
export type Unknown = RenewalRow['unknowns'][number]

/** Late is said of dates and paperwork only. */
export const STANDING_TONES: Record<CertificationStatus, Tone> = {
  REVOKED: 'late',
  SUSPENDED: 'late',
  LAPSED: 'late',
  INACTIVE: 'neutral',
  GRACE: 'dueSoon',
  AT_RISK: 'dueSoon',
  RENEWAL_OPEN: 'info',
  CURRENT: 'onTrack',
  NOT_CERTIFIED: 'neutral',
}

/** Puts statuses, reasons and figures into the words of the language that is on. */
export function useRenewalWords() {
  const { t, te } = useI18n()
  const voice = useVoice()
  const figures = useFigures()
  const { amount, what, ofWhat, question } = useRequirementWords(voice)
  const { day, hours } = figures

  function reason(of: Reason): string {
    return isPractice(of) ? practiceReason(of) : sentence(of)
  }
  /** What is missed for good, and what is still to do. */
  function practiceReason({ practice, shortBy, missed, unit, untilOn }: Reason): string {
    const until = untilOn ? day(untilOn) : ''
    const said = (key: string, count: number | null) =>
      count
        ? [t(`certification.reason.${key}`, { amount: amount(count, unit), what: ofWhat(practice), until })]
        : []
    return [
      ...said('SHORT_AT_THIS_PACE-missed', missed),
      ...said('SHORT_AT_THIS_PACE-practice', shortBy),
    ].join(' ')
  }
  function sentence(of: Reason): string {
    return voice(`reason.${reasonKey(of)}`, {
      from: of.fromOn ? day(of.fromOn) : '',
      until: of.untilOn ? day(of.untilOn) : '',
      status: of.status ? t(`certification.board-status.${of.status}`) : '',
      what: isPart(of) ? what(subjectOf(of)) : '',
      amount: amount(of.shortBy ?? 0, of.unit),
      hours: hours(of.shortBy ?? 0),
      projected: hours(of.projectedShortBy ?? 0),
    })
  }
  /** One renewal question that nobody has answered is asked by its name. */
  function unknown({ kind, why }: Unknown, requirements: readonly Requirement[] = []): string {
    const [asked = null, ...others] = new Set(requirements.flatMap(({ condition }) => condition ?? []))
    if (kind === 'HOLDER' && asked !== null && others.length === 0)
      return voice('unknown.HOLDER-one', { question: question(asked) })
    const exact = `unknown.${kind}-${why}`
    return voice(why && te(`certification.${exact}`) ? exact : `unknown.${kind}`)
  }
  return { ...figures, reason, unknown }
}

/** Some reasons have a sentence of their own for a value that is there or not. */
function reasonKey(of: Reason): string {
  const { kind, lateStatus, untilOn } = of
  if (kind === 'EXPIRED' && lateStatus === 'GRACE' && untilOn) return 'EXPIRED-GRACE'
  if (kind === 'EXPIRED' && lateStatus === 'INACTIVE') return 'EXPIRED-INACTIVE'
  if (kind === 'STATUS_RECORDED' && untilOn) return 'STATUS_RECORDED-until'
  if (isPart(of)) return 'SHORT_AT_THIS_PACE-part'
  if (kind === 'END_NOT_KNOWN' && untilOn) return 'END_NOT_KNOWN-by-rule'
  return kind === 'IN_FORCE' && !untilOn ? 'IN_FORCE-always' : kind
}

const isPractice = ({ kind, requirement }: Reason): boolean =>
  kind === 'SHORT_AT_THIS_PACE' && requirement === 'PRACTICE'

/** Short in something other than the hours in all. */
function isPart({ kind, requirement, unit }: Reason): boolean {
  return kind === 'SHORT_AT_THIS_PACE' && (requirement !== 'TOTAL' || unit === 'COURSES')
}

function subjectOf({ requirement, category, sponsor, practice, unit }: Reason): Subject {
  return { kind: requirement ?? 'TOTAL', category, sponsor, practice, unit }
}
