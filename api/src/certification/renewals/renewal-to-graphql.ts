/** Turns an assessed certification into what the API answers. */
import { daysBetween, type PlainDate } from '@alongside/shared/calendar/plain-date'
import type { AssessedRenewal } from './assess-renewals.ts'
import { toGraphqlCredential } from '../catalogue/credential.types.ts'
import { toGraphqlRequirement } from '../requirements/requirement.types.ts'
import type { Renewal } from './renewal.types.ts'
import { toGraphqlReason, toGraphqlUnknown } from '../status/status.types.ts'

export function toGraphqlRenewal(certification: AssessedRenewal, today: PlainDate): Renewal {
  const { id, peerId, peerName, number, title, issuedOn, expiresOn, printedOn } = certification
  const { credential, rule, assessment } = certification
  const { cycle, status, reasons, unknowns, requirements, nextChangeOn } = assessment
  return {
    certificationId: id,
    peerId,
    peerName,
    credential: credential ? toGraphqlCredential(credential, rule, [rule]) : null,
    title,
    number,
    issuedOn,
    expiresOn,
    endsAloneOn: printedOn === expiresOn ? null : printedOn,
    daysLeft: expiresOn === null ? null : daysBetween(today, expiresOn),
    status,
    reasons: reasons.map(toGraphqlReason),
    unknowns: unknowns.map(toGraphqlUnknown),
    nextChangeOn,
    cycle:
      cycle.kind === 'known'
        ? { startsOn: cycle.startsOn, endsOn: cycle.endsOn, endIsPrinted: cycle.source === 'printed' }
        : null,
    requirements: requirements.map(toGraphqlRequirement),
  }
}
