/** Turns an assessed certification into what the API answers. */
import { daysBetween, type PlainDate } from '@alongside/shared/calendar/plain-date'
import type { AssessedCertification } from './assess-renewals.ts'
import { credentialToShow } from '../catalogue/credential.types.ts'
import { requirementToShow } from '../requirements/requirement.types.ts'
import type { Renewal } from './renewal.types.ts'
import { reasonToShow, unknownToShow } from '../status/status.types.ts'

export function renewalToShow(certification: AssessedCertification, today: PlainDate): Renewal {
  const { id, peerId, peerName, number, title, issuedOn, expiresOn, printedOn } = certification
  const { credential, rule, assessment } = certification
  const { cycle, standing, reasons, unknowns, requirements, nextChangeOn } = assessment
  return {
    certificationId: id,
    peerId,
    peerName,
    credential: credential ? credentialToShow(credential, rule, [rule]) : null,
    title,
    number,
    issuedOn,
    expiresOn,
    endsAloneOn: printedOn === expiresOn ? null : printedOn,
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
