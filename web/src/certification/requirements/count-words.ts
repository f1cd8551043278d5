import { ruleWordsIn } from '@alongside/shared/certification/rule-authoring/in-spanish'
import { useI18n } from '#i18n'
import type { CountReasonValuesFragment, LimitValuesFragment } from '../../generated/graphql.ts'
import { useFigures } from '../renewals/figures.ts'
import { limitKey, type PartsOf } from '../rules/rule-speech.ts'

function useLimitWords() {
  const { t, locale } = useI18n()
  const { category, hours } = useFigures()
  const list = (group: string, names: readonly string[] = []) =>
    names.map((name) => t(`${group}.${name}`)).join(', ')

  return (of: LimitValuesFragment): string => {
    const parts: PartsOf<LimitValuesFragment> = of
    return t(limitKey(of), {
      hours: hours(parts.hours ?? 0),
      percent: parts.percent ?? '',
      sponsor: ruleWordsIn(locale.value, parts.sponsor ?? ''),
      category: category(parts.category ?? null),
      modes: list('labels.courses.DeliveryMode', parts.modes),
      earnedBy: list('labels.courses.EarnedBy', parts.earnedBy),
      contents: list('labels.courses.CourseContent', parts.contents),
    })
  }
}

/** Why hours do not count, in a sentence or more, with the part of the rule quoted in plain words. */
export function useCountWords() {
  const { t } = useI18n()
  const { day, hours } = useFigures()
  const limitWords = useLimitWords()
  const say = (key: string, values = {}) => t(`certification.why.${key}`, values)
  const reason = (kind: string, values = {}) => t(`labels.courses.CountReason.${kind}`, values)
  const openWords = ({ kind }: CountReasonValuesFragment) =>
    kind === 'LIMIT_NOT_KNOWN' ? [say('limit-not-known')] : []
  function mayBeAsked(of: LimitValuesFragment): string[] {
    if (of.__typename !== 'ApprovedOnlyLimit' || !of.petition) return []
    const fee = of.feeUsdPerHour
    return [fee === null ? say('may-be-asked') : say('may-be-asked-fee', { fee: hours(fee) })]
  }
  function countReason(of: CountReasonValuesFragment): string {
    switch (of.__typename) {
      case 'LimitReason':
        return [limitWords(of.limit), ...openWords(of), ...mayBeAsked(of.limit)].join(' ')
      case 'OutsideWindowReason':
        return reason(of.kind, { from: day(of.window.startsOn), until: day(of.window.endsOn) })
      case 'SameCourseReason':
        return t(`labels.courses.SameCourse.${of.counts}`)
      case 'UnitNotConvertedReason':
        return reason(of.kind, { unit: t(`labels.courses.CreditUnitAfterNumber.${of.unit}`) })
      case 'OtherCountReason':
        return reason(of.kind)
    }
  }
  return { countReason }
}
