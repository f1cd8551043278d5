import { joined, type Rule, type RuleLine, type RuleSpeech } from './rule-speech.ts'

/** What is signed and shown, when it is sent in, and what follows when it is late. */
export function proofLines({ papers, proof }: Rule, { say, label, listOf, ours }: RuleSpeech): RuleLine[] {
  const { how, keepYears, mustShow, audit } = proof
  return [
    ...papers.map((paper) => joined(label(`labels.rules.RenewalPaper.${paper}`))),
    ...(how !== null || keepYears !== null
      ? [
          joined(
            how !== null && label(`labels.rules.ProofHow.${how}`),
            keepYears !== null && say('proof.keep', { years: keepYears }, keepYears),
          ),
        ]
      : []),
    ...(mustShow.length > 0
      ? [
          joined(
            say('proof.must-show', {
              items: listOf(mustShow.map((item) => label(`labels.rules.ProofItem.${item}`))),
            }),
          ),
        ]
      : []),
    ...(audit !== null ? [joined(say('proof.audit'), ours(audit))] : []),
  ]
}

export function sendingLines(
  { submission, feeUsd }: Rule,
  { say, label, money, listOf, number }: RuleSpeech,
): RuleLine[] {
  const { opensDaysBefore: opens, dueDaysBefore: due, dueIsRequest, countsBy, noticesDaysBefore } = submission
  return [
    opens !== null && say('sending.opens', { days: opens }, opens),
    due !== null && say(dueIsRequest ? 'sending.asked' : 'sending.due', { days: due }, due),
    countsBy !== null && label(`labels.rules.CountsBy.${countsBy}`),
    noticesDaysBefore.length > 0 && say('sending.notices', { days: listOf(noticesDaysBefore.map(number)) }),
    feeUsd !== null && (feeUsd === 0 ? say('sending.free') : say('sending.fee', { fee: money(feeUsd) })),
  ].flatMap((text) => (text ? [{ text }] : []))
}

export function lateLines({ late }: Rule, { say, label, money, listOf, ours }: RuleSpeech): RuleLine[] {
  return late.map(({ withinDays, feeUsd, status, needsHoursComplete, owesMissedYears, again, text }) => ({
    ...joined(
      withinDays === null
        ? say('late.after', { status: label(`labels.rules.LateStatus.${status}`) })
        : say(
            'late.within',
            { days: withinDays, status: label(`labels.rules.LateStatus.${status}`) },
            withinDays,
          ),
      feeUsd !== null && (feeUsd === 0 ? say('late.free') : say('late.fee', { fee: money(feeUsd) })),
      needsHoursComplete && say('late.needs-hours'),
      owesMissedYears && say('late.owes-years'),
      again.length > 0 &&
        say('late.again', {
          what: listOf(again.map((each) => label(`labels.rules.AskedAgain.${each}`))),
        }),
    ),
    ...(text ? { more: ours(text) } : {}),
  }))
}

export function otherLines({ together, exceptions, origin }: Rule, speech: RuleSpeech): RuleLine[] {
  const { say, label, credential, listOf, anyOf, money } = speech
  const beside = together && [
    together.withCredentials.length > 0 &&
      say('together.with', { list: listOf(together.withCredentials.map(credential)) }),
    label(`labels.rules.HoursTogether.${together.hours}`),
    together.sameExpiry && say('together.same-expiry'),
    together.needsOneOf.length > 0 &&
      say('together.needs', { list: anyOf(together.needsOneOf.map(credential)) }),
    together.furtherFeeUsd !== null && say('together.fee', { fee: money(together.furtherFeeUsd) }),
  ]
  return [
    ...(beside ? [joined(...beside)] : []),
    ...exceptions.map((each) => exceptionLine(each, origin, speech)),
  ]
}

function exceptionLine(
  exception: Rule['exceptions'][number],
  origin: Rule['origin'],
  { say, label, day, ours, people }: RuleSpeech,
): RuleLine {
  const { kind, due, onlyIf, text } = exception
  const days = 'days' in exception ? exception.days : 1
  const ends = [...(due.from === null ? [] : ['from']), ...(due.to === null ? [] : ['to'])]
  const line = joined(
    label(`labels.rules.DatedException.${kind}`, { days }, days),
    ends.length > 0 &&
      say(`exception.${ends.join('-')}`, { from: due.from && day(due.from), to: due.to && day(due.to) }),
    onlyIf !== null && say('learning.only-if', { people: people(onlyIf) }),
  )
  // What an organization wrote is in whatever language it writes.
  return origin === 'ORGANIZATION' ? joined(line.text, text) : { ...line, more: ours(text) }
}
