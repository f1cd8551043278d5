import { joined, type PartsOf, type Rule, type RuleLine, type RuleSpeech } from './rule-speech.ts'

/** What counts towards it, and what does not. */
export function countingLines(rule: Rule, speech: RuleSpeech): RuleLine[] {
  const { say, hours, number } = speech
  const { maxCarryOver: most, earning, sameProgramme } = rule
  return [
    ...rule.limits.map((limit) => limitLine(limit, speech)),
    ...rule.conversions.map(({ from, hours: worth }) =>
      joined(say('counting.conversion', { unit: say(`credit-unit.${from}`), hours: number(worth) })),
    ),
    ...[
      most !== null &&
        (most === 0 ? say('counting.no-carry-over') : say('counting.carry-over', { hours: hours(most) })),
      sameProgramme !== null && say(`counting.same.${sameProgramme}`),
      earning.monthsBeforeExpiry !== null &&
        say('counting.not-earlier', { months: earning.monthsBeforeExpiry }),
      earning.endsDaysBeforeExpiry > 0 &&
        say('counting.ends-before', { days: earning.endsDaysBeforeExpiry }, earning.endsDaysBeforeExpiry),
      earning.countsInGrace !== null && say(`counting.grace-${earning.countsInGrace ? 'yes' : 'no'}`),
    ].flatMap((text) => (text ? [{ text }] : [])),
  ]
}

function limitLine(limit: Rule['limits'][number], speech: RuleSpeech): RuleLine {
  const { say, ours, anyOf, hours, number, mode, category, money } = speech
  const { modes = [], petition, feeUsdPerHour = null, ...parts }: PartsOf<typeof limit> = limit
  const isShare = limit.__typename === 'DeliveryShareLimit'
  const ofModes = limit.__typename === 'ApprovedOnlyLimit' && modes.length > 0
  return joined(
    say(`limit.${limit.kind}${isShare ? '-share' : ofModes ? '-modes' : ''}`, {
      modes: anyOf(modes.map(mode)),
      category: parts.category ? category(parts.category) : '',
      by: anyOf((parts.earnedBy ?? []).map((each) => say(`earned-by.${each}`))),
      contents: anyOf((parts.contents ?? []).map((each) => say(`content.${each}`))),
      sponsor: ours(parts.sponsor ?? ''),
      hours: hours(parts.hours ?? 0),
      percent: number(parts.percent ?? 0),
    }),
    petition === true && say('limit.petition'),
    feeUsdPerHour !== null && say('limit.fee', { fee: money(feeUsdPerHour) }),
  )
}
