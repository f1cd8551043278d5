import { useI18n } from 'vue-i18n'
import { useFigures } from '../renewals/figures.ts'
import { type Requirement, useRequirementWords } from '../requirements/requirement-words.ts'

/** What of the hours a past day knows: what was still to go, what nobody knows, and only else that all was there. */
export function useHoursOfDay() {
  const { t } = useI18n()
  const { day } = useFigures()
  const words = useRequirementWords()
  const say = (key: string, values: object) => t(`certification.history.on-a-day.${key}`, { ...values })

  function hoursOfDay(requirements: readonly Requirement[], on: string): string[] {
    const values = { day: day(on) }
    const asked = requirements.filter(({ state }) => state !== 'NOT_OWED')
    const short = asked.filter(({ shortBy }) => (shortBy ?? 0) > 0)
    const open = asked.filter(({ state }) => state === 'UNKNOWN')
    if (asked.length === 0) return [say('hours-none', values)]
    if (short.length + open.length === 0) return [say('hours-there', values)]
    const list = short.map((each) => `${words.what(each)} (${words.amount(each.shortBy ?? 0, each.unit)})`)
    return [
      ...(list.length > 0 ? [say('hours-short', { ...values, list: list.join(', ') })] : []),
      ...(open.length > 0 ? [say('hours-unknown', { ...values, list: named(open) })] : []),
    ]
  }
  const named = (open: readonly Requirement[]): string =>
    [...new Set(open.map((each) => words.what(each)))].join(', ')
  return { hoursOfDay }
}
