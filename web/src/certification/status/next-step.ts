import type {
  GapsInOneSumFragment,
  NextStepValuesFragment,
  SubmissionDayValuesFragment,
} from '../../generated/graphql.ts'
import { useFigures } from '../renewals/figures.ts'
import type { Figures } from '../renewals/renewal-words.ts'
import { useRequirementWords } from '../requirements/requirement-words.ts'
import { useVoice, type Voice } from '../voice.ts'
import { type NextStep, useUnknownSteps } from './unknown-steps.ts'

export type Step = NextStepValuesFragment
type LateStep = StepOf<'SubmitLateStep' | 'AskLateHoursStep' | 'ReinstateStep' | 'LateOnlyIfCompleteStep'>
export type StepOf<Name extends Step['__typename']> = Extract<Step, { __typename: Name }>

const together = (...sentences: readonly (string | null)[]): string =>
  sentences.filter((sentence) => sentence !== null && sentence !== '').join(' ')

/** The engine decides what comes next; here it is put into words. */
export function useNextStep(voice = useVoice()) {
  const { day } = useFigures()
  const { wanted, fee } = useSubmissionWords(voice)
  const forGap = useGapSteps(voice)
  const forQuestion = useQuestionSteps(voice)
  const afterTheEnd = useLateSteps(voice)
  const say = (step: string, values: object = {}) => voice(`step.${step}`, { ...values })

  function submit({ sendBy, onlyFee, submission }: StepOf<'SubmitStep'>): NextStep {
    const what = onlyFee ? 'fee-only' : 'renew'
    if (submission.wantedOn === null) return { text: say(what, { date: day(sendBy) }), action: 'open-board' }
    return { text: together(say(`${what}-now`), wanted(submission), fee(submission)), action: 'open-board' }
  }
  function nextStep({ nextStep: of }: Pick<Figures, 'nextStep'>): NextStep {
    switch (of.__typename) {
      case 'PlainStep':
        return of.kind === 'NOTHING'
          ? { text: say('none'), action: null, isIdle: true }
          : { text: say('board'), action: 'open-board' }
      case 'EnterPrintedDayStep':
        return { text: say('printed-day'), action: null }
      case 'EarnStep':
      case 'MissedStep':
        return forGap(of)
      case 'AnswerStep':
      case 'ConfirmCoursesStep':
      case 'FindOutStep':
        return forQuestion(of)
      case 'SubmitStep':
        return submit(of)
      case 'CheckOpeningStep':
        return { text: say('may-be-open', { date: day(of.opensOn) }), action: 'open-board' }
      case 'SubmitLateStep':
      case 'AskLateHoursStep':
      case 'ReinstateStep':
      case 'LateOnlyIfCompleteStep':
        return { text: afterTheEnd(of), action: 'open-board' }
    }
  }
  return { nextStep }
}

/** That the board's day has passed, and what that may cost. */
function useSubmissionWords(voice: Voice) {
  const { day } = useFigures()
  return {
    wanted({ wantedOn, isRequest }: SubmissionDayValuesFragment): string {
      return wantedOn === null
        ? ''
        : voice(`step.${isRequest ? 'asked-by' : 'wanted-by'}`, { date: day(wantedOn) })
    },
    fee: ({ lateFeeUsd }: SubmissionDayValuesFragment): string =>
      lateFeeUsd === null ? '' : voice('step.may-cost', { fee: lateFeeUsd }),
  }
}

/** What has to be known before anything can be sent in. */
function useQuestionSteps(voice: Voice) {
  const words = useRequirementWords(voice)
  const { wanted } = useSubmissionWords(voice)
  const findOut = useUnknownSteps(voice)
  const say = (step: string, values: object = {}) => voice(`step.${step}`, { ...values })

  function asked(of: StepOf<'AnswerStep' | 'ConfirmCoursesStep' | 'FindOutStep'>): NextStep {
    switch (of.__typename) {
      case 'AnswerStep':
        return { text: say('fact', { condition: words.question(of.condition) }), action: null }
      case 'ConfirmCoursesStep':
        return { text: say('confirm', { amount: words.amount(of.hours, 'HOURS') }), action: 'open-board' }
      case 'FindOutStep':
        return findOut(of.about)
    }
  }
  return (of: Parameters<typeof asked>[0]): NextStep => {
    const { text, action } = asked(of)
    return { text: together(text, wanted(of.submission)), action }
  }
}

/** What to do about something that is missing. */
function useGapSteps(voice: Voice) {
  const { category, day } = useFigures()
  const words = useRequirementWords(voice)
  const { wanted } = useSubmissionWords(voice)
  const say = (step: string, values: object = {}) => voice(`step.${step}`, { ...values })

  function task({ gap }: StepOf<'EarnStep'>, amount: string, date: string): string {
    const { requirement } = gap
    switch (requirement.__typename) {
      case 'WorkRequirement':
        return voice(`labels.status.PracticeStep.${requirement.practice}`, { amount, date })
      case 'SponsorRequirement':
        return say('sponsor', { amount, sponsor: requirement.sponsor })
      case 'TotalRequirement':
        return say('any', { amount })
      case 'MinimumRequirement':
        return say('course', { amount, category: category(requirement.category) })
    }
  }
  return (of: StepOf<'EarnStep'> | StepOf<'MissedStep'>): NextStep => {
    const { requirement, unit, openNow, missed, dueBy } = of.gap
    const isWork = requirement.__typename === 'WorkRequirement'
    if (of.__typename === 'MissedStep') {
      const what = isWork ? words.ofWhat(requirement.practice) : words.what({ requirement, unit })
      const amount = words.amount(missed || openNow, unit)
      return { text: say('missed', { amount, what }), action: 'open-board' }
    }
    const amount = words.amount(openNow, unit)
    const by = !isWork && of.byOn ? say('by', { date: day(of.byOn) }) : ''
    const text = together(task(of, amount, day(of.byOn ?? dueBy)), by, wanted(of.submission))
    return { text, action: isWork ? null : 'check-course' }
  }
}

/** What can be done once it has expired. */
function useLateSteps(voice: Voice) {
  const { day } = useFigures()
  const words = useRequirementWords(voice)
  const say = (step: string, values: object = {}) => voice(`step.${step}`, { ...values })
  const inAll = ({ hours, courses }: GapsInOneSumFragment): string =>
    hours > 0 ? words.amount(hours, 'HOURS') : words.amount(courses, 'COURSES')
  const fee = (usd: number | null): string =>
    usd === null ? '' : voice(`why.late-${usd === 0 ? 'free' : 'fee'}`, { fee: usd })
  const until = (byOn: string | null): string => (byOn ? say('late-until', { date: day(byOn) }) : '')

  return (of: LateStep): string => {
    switch (of.__typename) {
      case 'LateOnlyIfCompleteStep':
        return say('late-only-if-complete', { date: day(of.endedOn), amount: inAll(of.gaps) })
      case 'SubmitLateStep':
        return together(of.byOn ? say('grace', { date: day(of.byOn) }) : say('renew-now'), fee(of.feeUsd))
      case 'ReinstateStep':
        return together(say('back'), until(of.byOn), fee(of.feeUsd))
      case 'AskLateHoursStep': {
        const isShort = of.gaps.hours + of.gaps.courses > 0
        const ask = isShort ? say('late-hours', { amount: inAll(of.gaps) }) : say('late-ask')
        return together(ask, until(of.byOn), fee(of.feeUsd))
      }
    }
  }
}
