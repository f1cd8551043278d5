/** Turns an assessed certification into what the API answers. */
import { daysBetween, type PlainDate } from '@alongside/shared/calendar/plain-date'
import type { RenewalCycle } from '@alongside/shared/certification/renewal-cycle'
import type { RequirementResult } from '@alongside/shared/certification/requirement-result'
import type { RequirementResult as Measured } from '@alongside/shared/certification/requirements'
import type { AssessedCertification } from './assess-renewals.ts'
import { credentialToShow } from '../catalogue/credential.types.ts'
import { requirementToShow } from '../explained/requirement.types.ts'
import type { Renewal } from './renewal.types.ts'
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
    requirements: requirements.map((result) => requirementToShow(inFull(result, cycle))),
  }
}

/** The rule's figures are hours of the whole cycle as yet; each will bring its own unit and days. */
function inFull(result: Measured, cycle: RenewalCycle): RequirementResult {
  if (result.kind === 'unknown') return { ...result, condition: null }
  const window = cycle.kind === 'known' ? cycle : { startsOn: '', endsOn: '' }
  return { ...result, window, unit: 'hours', carriedOver: 0 }
}
