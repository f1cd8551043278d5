import { useI18n } from 'vue-i18n'
import type { MyCertificationsQuery, RenewalsQuery, Standing } from '../generated/graphql.ts'
import type { Tone } from '../ui/StatusBadge.vue'

export type RenewalRow = RenewalsQuery['renewals']['edges'][number]['node']
export type OwnCertification = MyCertificationsQuery['myCertifications'][number]
export type Reason = RenewalRow['reasons'][number]
export type Unknown = RenewalRow['unknowns'][number]
type Figures = Pick<OwnCertification, 'requirements' | 'standing' | 'reasons'>

/** Late is said of dates and paperwork only. */
export const STANDING_TONES: Record<Standing, Tone> = {
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

/** Days, hours and names as the language that is on writes them. */
function useFigures() {
  const { t, locale } = useI18n()

  function day(date: string): string {
    const format = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeZone: 'UTC' })
    return format.format(new Date(`${date}T00:00:00Z`))
  }
  function hours(count: number): string {
    return new Intl.NumberFormat(locale.value, { maximumFractionDigits: 2 }).format(count)
  }
  function daysLeft(count: number | null): string {
    if (count === null) return t('certification.days.no-end')
    if (count < 0) return t('certification.days.ago', { count: -count }, -count)
    return t('certification.days.left', { count }, count)
  }
  function category(name: string | null): string {
    return name === null ? t('certification.hours.total') : t(`certification.category.${name}`)
  }
  function stateName(state: string): string {
    return state === 'US' ? t('certification.renewals.national') : state
  }
  return { day, hours, daysLeft, category, stateName }
}

/** Puts standings, reasons and figures into the words of the language that is on. */
export function useRenewalWords() {
  const { t, te } = useI18n()
  const figures = useFigures()
  const { day, hours, category } = figures

  function reason(of: Reason): string {
    return t(`certification.reason.${reasonKey(of)}`, {
      from: of.fromOn ? day(of.fromOn) : '',
      until: of.untilOn ? day(of.untilOn) : '',
      status: of.status ? t(`certification.status.${of.status}`) : '',
      category: category(of.category),
      hours: hours(of.shortBy ?? 0),
      projected: hours(of.projectedShortBy ?? 0),
    })
  }
  function unknown({ kind, why }: Unknown): string {
    const exact = `certification.unknown.${kind}-${why}`
    return why && te(exact) ? t(exact) : t(`certification.unknown.${kind}`)
  }
  function nextStep({ requirements, standing, reasons }: Figures): string {
    const say = (step: string, values: object = {}) => t(`certification.own.next-${step}`, { ...values })
    if (['REVOKED', 'SUSPENDED', 'LAPSED', 'INACTIVE', 'GRACE'].includes(standing)) return say('late')
    const total = requirements.find(({ kind }) => kind === 'TOTAL')
    const short = requirements.find((each) => each.category !== null && (each.shortBy ?? 0) > 0)
    if (short) return say('course', { category: category(short.category) })
    if (total?.shortBy) return say('any', { hours: hours(total.shortBy) })
    if (total?.needed == null) return say('ask-hours')
    return say(reasons.some(({ kind }) => kind === 'RENEWAL_OPEN') ? 'renew' : 'none')
  }
  return { ...figures, reason, unknown, nextStep }
}

/** Some reasons have a sentence of their own for a value that is there or not. */
function reasonKey({ kind, lateStatus, untilOn, category }: Reason): string {
  if (kind === 'EXPIRED' && lateStatus === 'GRACE' && untilOn) return 'EXPIRED-GRACE'
  if (kind === 'EXPIRED' && lateStatus === 'INACTIVE') return 'EXPIRED-INACTIVE'
  if (kind === 'STATUS_RECORDED' && untilOn) return 'STATUS_RECORDED-until'
  if (kind === 'SHORT_AT_THIS_PACE' && category) return 'SHORT_AT_THIS_PACE-category'
  return kind === 'IN_FORCE' && !untilOn ? 'IN_FORCE-always' : kind
}
