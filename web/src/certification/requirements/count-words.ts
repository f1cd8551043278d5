import { ruleWordsIn } from '@alongside/shared/certification/rule-authoring/in-spanish'
import { useI18n } from 'vue-i18n'
import type { CountReasonValuesFragment } from '../../generated/graphql.ts'
import { useFigures } from '../renewals/figures.ts'

type CountReason = CountReasonValuesFragment
type Limit = NonNullable<CountReason['limit']>

/** Why hours do not count, with the part of the rule quoted in plain words. */
export function useCountWords() {
  const { t, locale } = useI18n()
  const { category, day, hours } = useFigures()
  const list = (key: string, names: readonly string[] | null) =>
    (names ?? []).map((name) => t(`certification.${key}.${name}`)).join(', ')

  function limitWords(of: Limit): string {
    return t(`certification.why.limit.${limitKey(of)}`, {
      hours: hours(of.hours ?? 0),
      percent: of.percent ?? '',
      sponsor: ruleWordsIn(locale.value, of.sponsor ?? ''),
      category: category(of.category),
      modes: list('mode', of.modes),
      earnedBy: list('course.earned', of.earnedBy),
      contents: list('course.content', of.contents),
    })
  }
  function mayBeAsked({ petition, feeUsdPerHour }: Limit): string[] {
    if (!petition) return []
    const fee = feeUsdPerHour === null ? '' : hours(feeUsdPerHour)
    return [t(`certification.why.may-be-asked${fee && '-fee'}`, { fee })]
  }
  /** One sentence or more. */
  function countReason(of: CountReason): string {
    if (of.limit) {
      const open = of.kind === 'LIMIT_NOT_KNOWN' ? [t('certification.why.limit-not-known')] : []
      return [limitWords(of.limit), ...open, ...mayBeAsked(of.limit)].join(' ')
    }
    return t(`certification.why.reason.${reasonKey(of)}`, {
      from: of.countsFrom ? day(of.countsFrom) : '',
      until: of.countsUntil ? day(of.countsUntil) : '',
      unit: of.unit ? t(`certification.course.units.${of.unit}`) : '',
    })
  }
  return { countReason }
}

function reasonKey({ kind, sameCourse }: CountReason): string {
  return kind === 'SAME_COURSE' ? `SAME_COURSE-${sameCourse ?? 'SAME_DAY'}` : kind
}

function limitKey({ kind, hours, modes }: Limit): string {
  if (kind === 'DELIVERY_MOST') return hours === null ? 'DELIVERY_MOST-percent' : 'DELIVERY_MOST-hours'
  return kind === 'APPROVED_ONLY' && modes?.length ? 'APPROVED_ONLY-modes' : kind
}
