import { joined, limitKey, type PartsOf, type Rule, type RuleLine, type RuleSpeech } from './rule-speech.ts'

/** What counts towards it, and what does not. */
export function countingLines(rule: Rule, speech: RuleSpeech): RuleLine[] {
  const { say, label, hours, number } = speech
  const { maxCarryOver: most, earning, sameProgramme } = rule
  return [
    ...rule.limits.map((limit) => limitLine(limit, speech)),
    ...rule.conversions.map(({ from, hours: worth }) =>
      joined(
        say('counting.conversion', {
          unit: label(`labels.rules.OneCreditUnit.${from}`),
          hours: number(worth),
        }),
      ),
    ),
    ...[
      most !== null &&
        (most === 0 ? say('counting.no-carry-over') : say('counting.carry-over', { hours: hours(most) })),
      sameProgramme !== null && label(`labels.courses.SameCourse.${sameProgramme}`),
      earning.monthsBeforeExpiry !== null &&
        say('counting.not-earlier', { months: earning.monthsBeforeExpiry }),
      earning.endsDaysBeforeExpiry > 0 &&
        say('counting.ends-before', { days: earning.endsDaysBeforeExpiry }, earning.endsDaysBeforeExpiry),
      earning.countsInGrace !== null && say(`counting.grace-${earning.countsInGrace ? 'yes' : 'no'}`),
    ].flatMap((text) => (text ? [{ text }] : [])),
  ]
}

function limitLine(limit: Rule['limits'][number], speech: RuleSpeech): RuleLine {
  const { say, label, ours, anyOf, hours, number, lower, category, money } = speech
  const { modes = [], petition, feeUsdPerHour = null, ...parts }: PartsOf<typeof limit> = limit
  return joined(
    label(limitKey(limit), {
      modes: anyOf(modes.map((each) => lower(`labels.courses.DeliveryMode.${each}`))),
      category: parts.category ? category(parts.category) : '',
      earnedBy: anyOf((parts.earnedBy ?? []).map((each) => lower(`labels.courses.EarnedBy.${each}`))),
      contents: anyOf((parts.contents ?? []).map((each) => lower(`labels.courses.CourseContent.${each}`))),
      sponsor: ours(parts.sponsor ?? ''),
      hours: hours(parts.hours ?? 0),
      percent: number(parts.percent ?? 0),
    }),
    petition === true && say('limit.petition'),
    feeUsdPerHour !== null && say('limit.fee', { fee: money(feeUsdPerHour) }),
  )
}
