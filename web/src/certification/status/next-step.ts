import { useFigures } from '../renewals/figures.ts'
import type { Figures } from '../renewals/renewal-words.ts'
import { type Explained, type Requirement, useRequirementWords } from '../requirements/requirement-words.ts'
import { useVoice, type Voice } from '../voice.ts'

/** One sentence, and the one thing that can be done about it right here. */
export interface NextStep {
  readonly text: string
  readonly action: 'check-course' | 'open-board' | null
  /** There is nothing to do. */
  readonly isIdle?: boolean
}

type NextStepOf = Pick<Figures, 'requirements' | 'explained' | 'status' | 'reasons' | 'expiresOn'>

/** What comes next for a certification: what the board holds against it first, then what is missing, then what is not known. */
export function useNextStep(voice = useVoice()) {
  const { day } = useFigures()
  const words = useRequirementWords(voice)
  const { forShort } = useShortSteps(voice)
  const say = (step: string, values: object = {}) => voice(`step.${step}`, { ...values })

  function afterItsEnd({ status, reasons }: NextStepOf): NextStep | null {
    const ended = reasons.find(({ kind }) => kind === 'EXPIRED')
    if (ended?.lateStatus === 'GRACE' && ended.untilOn && status === 'GRACE') {
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
    if (short) return forShort(short, of.explained[of.requirements.indexOf(short)])
    const fact = of.requirements.find(({ condition }) => condition !== null)?.condition
    if (fact) return { text: say('fact', { condition: words.question(fact) }), action: null }
    const total = of.requirements.find(({ kind }) => kind === 'TOTAL')
    if (total?.state === 'UNKNOWN') return { text: say('ask-hours'), action: 'open-board' }
    const isOpen = of.reasons.some(({ kind }) => kind === 'RENEWAL_OPEN')
    if (!isOpen || !of.expiresOn) return { text: say('none'), action: null, isIdle: true }
    return { text: say('renew', { date: day(of.expiresOn) }), action: 'open-board' }
  }
  return { nextStep }
}

/** A course for a topic helps the total too, so topics come first; work and supervision last. */
const TURNS: readonly Requirement['kind'][] = ['MINIMUM', 'SPONSOR', 'TOTAL', 'PRACTICE']

function firstShort({ requirements, explained }: NextStepOf): Requirement | undefined {
  const short = requirements.filter(({ shortBy }, place) => (shortBy ?? 0) > 0 && isOpen(explained[place]))
  return short.sort((one, other) => TURNS.indexOf(one.kind) - TURNS.indexOf(other.kind))[0]
}

/** Nothing is open of what each month asks for itself, once this month and those before have it. */
function isOpen(explained: Explained | undefined): boolean {
  return explained?.openNow !== 0 || Boolean(explained.missed)
}

/** What to do about something that is missing. */
function useShortSteps(voice: Voice) {
  const { category, day } = useFigures()
  const words = useRequirementWords(voice)
  const say = (step: string, values: object = {}) => voice(`step.${step}`, { ...values })

  function forPractice(short: Requirement, explained: Explained | undefined): NextStep {
    const { openNow = null, missed = null, dueBy = null } = explained ?? {}
    const open = openNow ?? short.shortBy
    const until = dueBy ?? short.countsUntil
    const date = until ? day(until) : ''
    if (open) {
      const values = { amount: words.amount(open, short.unit), date }
      return { text: say(`practice-${short.practice}`, values), action: null }
    }
    const values = { amount: words.amount(missed ?? 0, short.unit), what: words.ofWhat(short.practice) }
    return { text: say('missed', values), action: 'open-board' }
  }
  function forShort(short: Requirement, explained: Explained | undefined): NextStep {
    if (short.kind === 'PRACTICE') return forPractice(short, explained)
    const amount = words.amount(short.shortBy ?? 0, short.unit)
    const values = { amount, sponsor: short.sponsor ?? '' }
    const action = 'check-course'
    if (short.kind === 'SPONSOR') return { text: say('sponsor', values), action }
    if (short.kind === 'TOTAL') return { text: say('any', values), action }
    return { text: say('course', { amount, category: category(short.category) }), action }
  }
  return { forShort }
}
