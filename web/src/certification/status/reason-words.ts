import { useI18n } from '#i18n'
import type { ReasonValuesFragment } from '../../generated/graphql.ts'
import { useFigures } from '../renewals/figures.ts'
import { useRequirementWords } from '../requirements/requirement-words.ts'
import type { Voice } from '../voice.ts'

export type Reason = ReasonValuesFragment
type ReasonOf<Name extends Reason['__typename']> = Extract<Reason, { __typename: Name }>

/** Says why a status applies. */
export function useReasonWords(voice: Voice) {
  const { t, locale } = useI18n()
  const { day } = useFigures()
  const shortage = useShortageWords(voice)

  function reason(of: Reason): string {
    const say = (values: object = {}) => voice(`labels.status.StatusReason.${of.kind}`, { ...values })
    switch (of.__typename) {
      case 'NoCertificationReason':
        return say()
      case 'NotIssuedYetReason':
        return say({ from: day(of.issuedOn) })
      case 'StatusRecordedReason': {
        const status = t(`labels.certification.BoardStatus.${of.status}`).toLocaleLowerCase(locale.value)
        if (of.endsOn) return voice('reason.recorded-until', { status, until: day(of.endsOn) })
        return say({ status, from: day(of.startsOn) })
      }
      case 'ExpiredReason':
        return voice(afterExpiry(of), { from: day(of.expiredOn), until: of.untilOn ? day(of.untilOn) : '' })
      case 'ShortAtThisPaceReason':
        return shortage(of)
      case 'RenewalOpenReason':
        return say({ until: day(of.closesOn) })
      case 'ExtendedReason':
        return say({ until: day(of.extendedUntil) })
      case 'RenewalMayBeOpenReason':
        return say({ from: day(of.opensOn) })
      case 'EndNotKnownReason':
        return of.endsOn ? voice('reason.ends-by-rule', { until: day(of.endsOn) }) : say()
      case 'EndedByRuleReason':
        return say({ from: day(of.endedOn) })
      case 'InForceReason':
        return of.expiresOn ? say({ until: day(of.expiresOn) }) : voice('reason.never-expires')
    }
  }
  return { reason }
}

function useShortageWords(voice: Voice) {
  const { day, hours } = useFigures()
  const { amount, what, ofWhat } = useRequirementWords(voice)

  return ({ kind, shortfall, cycleEndsOn }: ReasonOf<'ShortAtThisPaceReason'>): string => {
    const { requirement, unit, openNow, missed, dueBy, projectedShortBy } = shortfall
    const short = { amount: amount(openNow, unit), until: day(cycleEndsOn) }
    if (requirement.__typename === 'WorkRequirement') {
      const values = { what: ofWhat(requirement.practice), until: day(dueBy) }
      // What is missed for good, and what is still to do.
      return Object.entries({ missed, practice: openNow })
        .filter(([, count]) => count > 0)
        .map(([key, count]) => voice(`reason.short-${key}`, { ...values, amount: amount(count, unit) }))
        .join(' ')
    }
    if (requirement.__typename !== 'TotalRequirement' || unit === 'COURSES')
      return voice('reason.short-part', { ...short, what: what(shortfall) })
    return voice(`labels.status.StatusReason.${kind}`, {
      ...short,
      hours: hours(openNow),
      projected: hours(projectedShortBy),
    })
  }
}

/** The board's late rule has a sentence of its own for some of its steps. */
function afterExpiry({ kind, late, untilOn }: ReasonOf<'ExpiredReason'>): string {
  const isSaid = late?.status === 'INACTIVE' || (late?.status === 'GRACE' && untilOn)
  if (isSaid) return `labels.status.StatusReasonAfterExpiry.${late.status}`
  return `labels.status.StatusReason.${kind}`
}
