import { joined, type Rule, type RuleLine, type RuleSpeech } from './rule-speech.ts'

/** How long a certificate lasts, when it ends, and what is different at first. */
export function termLines(rule: Rule, speech: RuleSpeech): RuleLine[] {
  const { say, amount } = speech
  const { cycleMonths: months, firstCertificate: first } = rule
  return [
    months === null
      ? joined(say('term.length-unknown'))
      : rule.expiry.shape === 'ROLLING'
        ? joined(say('term.length-rolling', { months }, months))
        : joined(say('term.length', { months }, months), ends(rule, speech)),
    ...(months === null ? [joined(ends(rule, speech))] : []),
    ...rule.cycleChoices.map((choice) =>
      joined(say('term.choice', { months: choice.months, amount: amount(choice.amount, 'HOURS') })),
    ),
    ...(first
      ? [
          joined(
            say('term.first', { months: first.months }, first.months),
            first.extensionMonths !== null &&
              say('term.extension', { months: first.extensionMonths }, first.extensionMonths),
          ),
        ]
      : []),
    ...rule.newHolders.map((each) => newHolder(each, speech)),
    ...(rule.closedToNewHolders ? [joined(say('term.closed'))] : []),
  ]
}

function ends({ expiry }: Rule, { say, label, dayOfYear }: RuleSpeech): string {
  const { shape, month, day, everyYears, anchorYear, earlierWorkingDay } = expiry
  if (shape !== 'FIXED_DATE') return label(`labels.rules.ExpiryShapeSentence.${shape}`)
  const date = dayOfYear(month ?? 1, day ?? 1)
  const years = everyYears ?? 1
  return [
    label('labels.rules.ExpiryShapeSentence.FIXED_DATE', { date, years }, years),
    anchorYear === null && years > 1 && say('term.year-of-holder'),
    earlierWorkingDay && say('term.earlier-working-day'),
  ]
    .filter(Boolean)
    .join(' ')
}

function newHolder(rule: Rule['newHolders'][number], { say, label, amount, people }: RuleSpeech): RuleLine {
  const { kind, months, unless, steps } = rule
  return joined(
    label(`labels.rules.NewHolder.${kind}`, { months: months ?? 0 }, months ?? 1),
    ...steps.map((step) =>
      say('new-holder.step', { months: step.monthsLeftAtLeast, amount: amount(step.amount, 'HOURS') }),
    ),
    unless !== null && say('new-holder.unless', { people: people(unless) }),
  )
}
