/** Turns an assessed certification into what the API answers. */
import { daysBetween, type PlainDate } from '@alongside/shared/calendar/plain-date'
import type { RequirementResult } from '@alongside/shared/certification/requirements'
import type { AssessedCertification } from './assess-renewals.ts'
import { credentialToShow } from '../catalogue/credential.types.ts'
import type { Renewal, RenewalRequirement } from './renewal.types.ts'
import { reasonToShow, unknownToShow } from './standing.types.ts'

export function renewalToShow(certification: AssessedCertification, today: PlainDate): Renewal {
  const { id, peerId, peerName, number, issuedOn, expiresOn, credential, rule, assessment } = certification
  const { cycle, standing, reasons, unknowns, requirements, nextChangeOn } = assessment
  return {
    certificationId: id,
    peerId,
    peerName,
    credential: credential ? credentialToShow(credential, rule) : null,
    number,
    issuedOn,
    expiresOn,
    daysLeft: expiresOn === null ? null : daysBetween(today, expiresOn),
    standing,
    reasons: reasons.map(reasonToShow),
    unknowns: unknowns.map(unknownToShow),
    nextChangeOn,
    cycle:
      cycle.kind === 'known'
        ? { startsOn: cycle.startsOn, endsOn: cycle.endsOn, endIsPrinted: cycle.source === 'printed' }
        : null,
    requirements: requirements.map(requirementToShow),
  }
}

function requirementToShow(result: RequirementResult): RenewalRequirement {
  const { requirement } = result
  const isTotal = requirement.kind === 'total'
  const what = {
    category: isTotal ? null : requirement.category,
    within: isTotal ? null : requirement.within,
  }
  if (result.kind === 'unknown') {
    return { ...what, needed: null, earned: null, planned: null, shortBy: null, unknown: result.reason }
  }
  const { needed, earned, planned, shortBy } = result
  return { ...what, needed, earned, planned, shortBy, unknown: null }
}
