/** Turns an assessed certification into what the API answers. */
import { daysBetween, type PlainDate } from '@alongside/shared/calendar/plain-date'
import { boardSide } from '@alongside/shared/certification/custom-rules/board-side'
import { explainRequirements } from '@alongside/shared/certification/course-check/explain-requirements'
import type { RenewalCycle } from '@alongside/shared/certification/cycle/renewal-cycle'
import { hoursAwaitingReview, plannedAhead } from '@alongside/shared/certification/forecast/planned-ahead'
import { gapsOf } from '@alongside/shared/certification/next-step/gaps'
import { nextStep } from '@alongside/shared/certification/next-step/next-step'
import type { CertificationRecord } from '@alongside/shared/certification/status/assess-certification'
import { toGraphqlCredential } from '../catalogue/credential.types.ts'
import { explainedOf } from '../requirements/explained.types.ts'
import { toGraphqlRule } from '../rules/renewal-rule.types.ts'
import type { AssessedCertification } from '../status/certification-record.ts'
import type { AssessedRenewal } from './assess-renewals.ts'
import type { CertificationInBrief, CertificationType, ReadBeside } from './certification.types.ts'

export function toGraphqlCertification(
  certification: AssessedRenewal,
  today: PlainDate,
  beside: ReadBeside = {},
): CertificationType {
  const { id, peerId, peerName, number, title, issuedOn, expiresOn, printedOn } = certification
  const { rule, record, assessment } = certification
  const { cycle, status, reasons, unknowns, requirements, nextChangeOn } = assessment
  return {
    ...{ id, title, number, issuedOn, expiresOn, beside },
    ...{ status, reasons, unknowns, nextChangeOn, requirements },
    peer: { id: peerId, displayName: peerName },
    endsAloneOn: printedOn === expiresOn ? null : printedOn,
    daysLeft: expiresOn === null ? null : daysBetween(today, expiresOn),
    cycle: knownCycle(cycle),
    // Asked for on few screens, so made when it is.
    get credential() {
      return credentialOf(certification)
    },
    get rule() {
      return toGraphqlRule(rule)
    },
    get byBoardRule() {
      return boardSide(record, rule, today)
    },
    get gaps() {
      return gapsOf(requirements)
    },
    get nextStep() {
      return nextStep(assessment, today)
    },
    get hoursAwaitingReview() {
      return awaitingReview(record, today)
    },
    withPlanned: (planned) => plannedAhead(record, planned, today),
    get explained() {
      return explainedOf(certification, today)
    },
  }
}

function knownCycle(cycle: RenewalCycle): CertificationType['cycle'] {
  if (cycle.kind !== 'known') return null
  return { startsOn: cycle.startsOn, endsOn: cycle.endsOn, endIsPrinted: cycle.source === 'printed' }
}

function awaitingReview(record: CertificationRecord, today: PlainDate): number | null {
  const lines = explainRequirements(record, today)
  const total = lines.find(({ result }) => result.requirement.kind === 'total')
  return total?.result.kind === 'measured' ? hoursAwaitingReview(total.credits) : null
}

export function inBrief(certification: AssessedCertification): CertificationInBrief {
  const { id, assessment } = certification
  return { id, credential: credentialOf(certification), status: assessment.status }
}

export const credentialOf = ({ credential, rule }: AssessedCertification) =>
  credential ? toGraphqlCredential(credential, rule, [rule]) : null
