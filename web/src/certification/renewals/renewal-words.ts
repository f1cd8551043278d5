import { useI18n } from '#i18n'
import type {
  BehindTheFiguresFragment,
  MyCertificationsQuery,
  RenewalsQuery,
} from '../../generated/graphql.ts'
import { useFigures } from './figures.ts'
import { conditionOf, type Requirement, useRequirementWords } from '../requirements/requirement-words.ts'
import { useReasonWords } from '../status/reason-words.ts'
import { useVoice } from '../voice.ts'

export type RenewalRow = RenewalsQuery['renewals']['edges'][number]['node']
export type OwnCertification = MyCertificationsQuery['myCertifications']['edges'][number]['node']
/** A certification with all that stands behind its figures. */
export type Figures = BehindTheFiguresFragment
export type Unknown = RenewalRow['unknowns'][number]

/** Puts statuses, reasons and figures into the words of the language that is on. */
export function useRenewalWords() {
  const { te } = useI18n()
  const voice = useVoice()
  const figures = useFigures()
  const { reason } = useReasonWords(voice)
  const { question } = useRequirementWords(voice)

  /** One renewal question that nobody has answered is asked by its name. */
  function unknown({ kind, why }: Unknown, requirements: readonly Requirement[] = []): string {
    const [asked = null, ...others] = new Set(requirements.flatMap((each) => conditionOf(each) ?? []))
    if (kind === 'HOLDER' && asked !== null && others.length === 0)
      return voice('unknown.holder-one', { question: question(asked) })
    const exact = `labels.status.WhyHoursUnknown.${why}`
    return voice(kind === 'HOURS' && te(exact) ? exact : `labels.status.StatusUnknown.${kind}`)
  }
  return { ...figures, reason, unknown }
}
