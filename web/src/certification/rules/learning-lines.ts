import { joined, type Rule, type RuleLine, type RuleSpeech } from './rule-speech.ts'

/** How much learning and practice a renewal asks for. */
export function learningLines({ total, minimums }: Rule, speech: RuleSpeech): RuleLine[] {
  return [
    total ? totalLine(total, speech) : joined(speech.say('learning.total-unknown')),
    ...minimums.map((minimum) => minimumLine(minimum, speech)),
  ]
}

function totalLine(total: NonNullable<Rule['total']>, { say, label, amount, people }: RuleSpeech): RuleLine {
  const { unit, per, yearKind, insteadIf, insteadAmount } = total
  const asked = { amount: amount(total.amount, unit) }
  return joined(
    per === 'YEAR'
      ? label(`labels.rules.YearlyTotal.${yearKind}`, asked)
      : say('learning.total-cycle', asked),
    insteadIf !== null &&
      say('learning.instead', {
        amount: amount(insteadAmount ?? 0, unit),
        people: people(insteadIf),
      }),
  )
}

function minimumLine(
  minimum: Rule['minimums'][number],
  { say, amount, category, people }: RuleSpeech,
): RuleLine {
  const { unit, within, overlaps, everyMonths, once, onlyIf } = minimum
  return joined(
    say('learning.minimum', {
      category: category(minimum.category),
      amount: amount(minimum.amount, unit),
    }),
    within !== null && say('learning.within', { category: category(within) }),
    overlaps && say('learning.overlaps'),
    everyMonths !== null && say('learning.every', { months: everyMonths }),
    once && say('learning.once'),
    onlyIf !== null && say('learning.only-if', { people: people(onlyIf) }),
  )
}

export function practiceLines({ practice }: Rule, { say, label, amount }: RuleSpeech): RuleLine[] {
  return practice.map(({ kind, amount: value, unit, per, longCount, longMinutes }) =>
    joined(
      say('practice.asked', {
        kind: label(`labels.rules.PracticeKind.${kind}`),
        amount: amount(value, unit),
        per: label(`labels.rules.AmountPerInSentence.${per}`),
      }),
      longCount !== null && say('practice.long', { count: longCount, minutes: longMinutes ?? 0 }, longCount),
    ),
  )
}
