import { useFigures } from '../renewals/figures.ts'
import type { Figures } from '../renewals/renewal-words.ts'
import {
  conditionOf,
  type Explained,
  isShort,
  isTotal,
  type Measured,
  useRequirementWords,
} from '../requirements/requirement-words.ts'
import { useVoice, type Voice } from '../voice.ts'

/** One sentence, and the one thing that can be done about it right here. */
export interface NextStep {
  readonly text: string
  readonly action: 'check-course' | 'open-board' | null
  /** There is nothing to do. */
  readonly isIdle?: boolean
}

type NextStepOf = Pick<Figures, 'explained' | 'status' | 'reasons' | 'expiresOn'>
type Short = Explained & { readonly result: Measured }

/** What comes next for a certification: what the board holds against it first, then what is missing, then what is not known. */
export function useNextStep(voice = useVoice()) {
  const { day } = useFigures()
  const words = useRequirementWords(voice)
  const { forShort } = useShortSteps(voice)
  const say = (step: string, values: object = {}) => voice(`step.${step}`, { ...values })

  function afterItsEnd({ status, reasons }: NextStepOf): NextStep | null {
    const ended = reasons.find((each) => each.__typename === 'ExpiredReason')
    if (ended?.late?.status === 'GRACE' && ended.untilOn && status === 'GRACE') {
      return { text: say('grace', { date: day(ended.untilOn) }), action: 'open-board' }
    }
    if (ended || status === 'LAPSED') return { text: say('back'), action: 'open-board' }
    const held = ['REVOKED', 'SUSPENDED', 'INACTIVE', 'GRACE'].includes(status)
    return held ? { text: say('board'), action: 'open-board' } : null
  }
  function nextStep(of: NextStepOf): NextStep {
    const late = afterItsEnd(of)
    if (late) return late
    const short = firstShort(of)
    if (short) return forShort(short)
    const results = of.explained.map(({ result }) => result)
    const fact = results.map(conditionOf).find((condition) => condition !== null)
    if (fact) return { text: say('fact', { condition: words.question(fact) }), action: null }
    if (results.find(isTotal)?.__typename === 'UnknownRequirement')
      return { text: say('ask-hours'), action: 'open-board' }
    const isOpen = of.reasons.some(({ __typename }) => __typename === 'RenewalOpenReason')
    if (!isOpen || !of.expiresOn) return { text: say('none'), action: null, isIdle: true }
    return { text: say('renew', { date: day(of.expiresOn) }), action: 'open-board' }
  }
  return { nextStep }
}

/** A course for a topic helps the total too, so topics come first; work and supervision last. */
const TURNS: readonly Short['result']['requirement']['__typename'][] = [
  'MinimumRequirement',
  'SponsorRequirement',
  'TotalRequirement',
  'WorkRequirement',
]

function firstShort({ explained }: NextStepOf): Short | undefined {
  const turnOf = ({ result }: Short) => TURNS.indexOf(result.requirement.__typename)
  return explained
    .filter((each): each is Short => isShort(each.result) && isOpen(each))
    .sort((one, other) => turnOf(one) - turnOf(other))[0]
}

/** Nothing is open of what each month asks for itself, once this month and those before have it. */
function isOpen({ outlook }: Explained): boolean {
  return outlook === null || outlook.openNow !== 0 || outlook.missed > 0
}

/** What to do about something that is missing. */
function useShortSteps(voice: Voice) {
  const { category, day } = useFigures()
  const words = useRequirementWords(voice)
  const say = (step: string, values: object = {}) => voice(`step.${step}`, { ...values })

  function forPractice(practice: string, { result, outlook }: Short): NextStep {
    const open = outlook?.openNow ?? result.shortBy
    if (open) {
      const values = {
        amount: words.amount(open, result.unit),
        date: day(outlook?.dueBy ?? result.window.endsOn),
      }
      return { text: say(`practice-${practice}`, values), action: null }
    }
    const values = { amount: words.amount(outlook?.missed ?? 0, result.unit), what: words.ofWhat(practice) }
    return { text: say('missed', values), action: 'open-board' }
  }
  function forShort(short: Short): NextStep {
    const { requirement, shortBy, unit } = short.result
    const amount = words.amount(shortBy, unit)
    const action = 'check-course'
    switch (requirement.__typename) {
      case 'WorkRequirement':
        return forPractice(requirement.practice, short)
      case 'SponsorRequirement':
        return { text: say('sponsor', { amount, sponsor: requirement.sponsor }), action }
      case 'TotalRequirement':
        return { text: say('any', { amount, sponsor: '' }), action }
      case 'MinimumRequirement':
        return { text: say('course', { amount, category: category(requirement.category) }), action }
    }
  }
  return { forShort }
}
