import { useI18n } from '#i18n'
import type { Requirement } from '../requirements/requirement-words.ts'
import { useRequirementWords } from '../requirements/requirement-words.ts'
import type { Voice } from '../voice.ts'

/** One sentence, and the one thing that can be done about it right here. */
export interface NextStep {
  readonly text: string
  readonly action: 'check-course' | 'open-board' | null
  /** There is nothing to do. */
  readonly isIdle?: boolean
}

/** How to find out about a part that is not known; the amount is said where that is known. */
export function useUnknownSteps(voice: Voice) {
  const { te } = useI18n()
  const words = useRequirementWords(voice)

  return (about: Requirement): NextStep => {
    if (about.__typename !== 'UnknownRequirement') return { text: voice('step.board'), action: 'open-board' }
    const { requirement, why, asked } = about
    const amount = asked ? words.amount(asked.amount, asked.unit) : ''
    if (why === 'PRACTICE_NOT_RECORDED' && requirement.__typename === 'WorkRequirement')
      return {
        text: voice(`labels.status.PracticeUnknown.${requirement.practice}`, { amount }),
        action: null,
      }
    const exact = asked ? [`labels.status.FindOutAmount.${why}`] : []
    const key = [...exact, `labels.status.FindOut.${why}`].find((each) => te(each)) ?? 'step.ask-hours'
    const isHere = why === 'CHOICE_NOT_KNOWN' || why === 'ENTRY_CROSSES_PERIOD'
    return { text: voice(key, { amount }), action: isHere ? null : 'open-board' }
  }
}
