import { useI18n } from '#i18n'
import { useFigures } from '../renewals/figures.ts'
import { isShort, type Requirement, useRequirementWords } from '../requirements/requirement-words.ts'

/** What of the hours a past day knows: what was still to go, what nobody knows, and only else that all was there. */
export function useHoursOfDay() {
  const { t } = useI18n()
  const { day } = useFigures()
  const words = useRequirementWords()
  const say = (key: string, values: object) => t(`certification.history.on-a-day.${key}`, { ...values })

  function hoursOfDay(requirements: readonly Requirement[], on: string): string[] {
    const values = { day: day(on) }
    const asked = requirements.filter(({ __typename }) => __typename !== 'ExemptRequirement')
    const short = asked.filter(isShort)
    const open = asked.filter(({ __typename }) => __typename === 'UnknownRequirement')
    if (asked.length === 0) return [say('hours-none', values)]
    if (short.length + open.length === 0) return [say('hours-there', values)]
    const list = short.map((each) => `${words.what(each)} (${words.amount(each.shortBy, each.unit)})`)
    return [
      ...(list.length > 0 ? [say('hours-short', { ...values, list: list.join(', ') })] : []),
      ...(open.length > 0 ? [say('hours-unknown', { ...values, list: named(open) })] : []),
    ]
  }
  const named = (open: readonly Requirement[]): string =>
    [...new Set(open.map((each) => words.what(each)))].join(', ')
  return { hoursOfDay }
}
