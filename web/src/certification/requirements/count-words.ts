import { ruleWordsIn } from '@alongside/shared/certification/rule-authoring/in-spanish'
import { useI18n } from 'vue-i18n'
import type { CountReasonValuesFragment, LimitValuesFragment } from '../../generated/graphql.ts'
import { useFigures } from '../renewals/figures.ts'
import type { PartsOf } from '../rules/rule-speech.ts'

/** Why hours do not count, in a sentence or more, with the part of the rule quoted in plain words. */
export function useCountWords() {
  const { t, locale } = useI18n()
  const { category, day, hours } = useFigures()
  const say = (key: string, values = {}) => t(`certification.why.${key}`, values)
  const list = (key: string, names: readonly string[] = []) =>
    names.map((name) => t(`certification.${key}.${name}`)).join(', ')

  function limitWords(of: LimitValuesFragment): string {
    const parts: PartsOf<LimitValuesFragment> = of
    return say(`limit.${limitKey(of)}`, {
      hours: hours(parts.hours ?? 0),
      percent: parts.percent ?? '',
      sponsor: ruleWordsIn(locale.value, parts.sponsor ?? ''),
      category: category(parts.category ?? null),
      modes: list('mode', parts.modes),
      earnedBy: list('course.earned', parts.earnedBy),
      contents: list('course.content', parts.contents),
    })
  }
  const openWords = (kind: string) => (kind === 'LIMIT_NOT_KNOWN' ? [say('limit-not-known')] : [])
  function mayBeAsked(of: LimitValuesFragment): string[] {
    if (of.__typename !== 'ApprovedOnlyLimit' || !of.petition) return []
    const fee = of.feeUsdPerHour
    return [fee === null ? say('may-be-asked') : say('may-be-asked-fee', { fee: hours(fee) })]
  }
  function countReason(of: CountReasonValuesFragment): string {
    switch (of.__typename) {
      case 'LimitReason':
        return [limitWords(of.limit), ...openWords(of.kind), ...mayBeAsked(of.limit)].join(' ')
      case 'OutsideWindowReason':
        return say(`reason.${of.kind}`, { from: day(of.window.startsOn), until: day(of.window.endsOn) })
      case 'SameCourseReason':
        return say(`reason.${of.kind}-${of.counts}`)
      case 'UnitNotConvertedReason':
        return say(`reason.${of.kind}`, { unit: t(`certification.course.units.${of.unit}`) })
      case 'OtherCountReason':
        return say(`reason.${of.kind}`)
    }
  }
  return { countReason }
}

function limitKey(of: LimitValuesFragment): string {
  if (of.__typename === 'DeliveryHoursLimit') return `${of.kind}-hours`
  if (of.__typename === 'DeliveryShareLimit') return `${of.kind}-percent`
  return of.__typename === 'ApprovedOnlyLimit' && of.modes.length > 0 ? `${of.kind}-modes` : of.kind
}
