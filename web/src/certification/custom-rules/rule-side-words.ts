import { useI18n } from '#i18n'
import type { PreviewFiguresFragment } from '../../generated/graphql.ts'
import { useRequirementWords } from '../requirements/requirement-words.ts'

type RuleSide = Pick<PreviewFiguresFragment['effects'][number]['before'], 'status' | 'shortBy' | 'unit'>

/** How a certification stands by one of two rules, in a line. */
export function useRuleSideWords() {
  const { t } = useI18n()
  const { amount } = useRequirementWords()

  return function sideOf({ status, shortBy, unit }: RuleSide): string {
    const missing =
      shortBy === null
        ? t('certification.custom-rules.preview.unknown')
        : shortBy === 0
          ? t('certification.custom-rules.preview.none-missing')
          : t('certification.custom-rules.preview.missing', { amount: amount(shortBy, unit ?? 'HOURS') })
    return `${t(`labels.certification.CertificationStatus.${status}`)}: ${missing}`
  }
}
