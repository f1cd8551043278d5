/** Whether a peer was certified on a day on which they served: what an auditor asks. */
import type { PlainDate } from '../../calendar/plain-date.ts'
import { recordAsOf } from './as-of.ts'
import {
  assessCertification,
  type CertificationAssessment,
  type CertificationRecord,
} from '../status/assess-certification.ts'
import { CertificationStatus } from '../status/status.ts'

export type CertifiedAnswer = 'yes' | 'no' | 'not-known'

export interface HeldCertification extends CertificationRecord {
  readonly certificationId: string
  readonly credentialId: string
}

export interface CertificationOnDay {
  readonly certificationId: string
  readonly credentialId: string
  readonly answer: CertifiedAnswer
  readonly assessment: CertificationAssessment
  /** It does not stand without one of these, and none of them was held that day (Virginia asks for both). */
  readonly lacksOneOf: readonly string[]
}

export interface CertifiedOnDay {
  readonly answer: CertifiedAnswer
  readonly certifications: readonly CertificationOnDay[]
}

const ANSWERS: Readonly<Record<CertificationStatus, CertifiedAnswer>> = {
  [CertificationStatus.CURRENT]: 'yes',
  [CertificationStatus.RENEWAL_OPEN]: 'yes',
  // Short of hours that are due later; the certificate is good until its expiry.
  [CertificationStatus.AT_RISK]: 'yes',
  // Expired, and not lapsed yet: whether somebody may serve meanwhile differs by board.
  [CertificationStatus.GRACE]: 'not-known',
  [CertificationStatus.INACTIVE]: 'no',
  [CertificationStatus.LAPSED]: 'no',
  [CertificationStatus.SUSPENDED]: 'no',
  [CertificationStatus.REVOKED]: 'no',
  [CertificationStatus.NOT_CERTIFIED]: 'no',
}

/**
 * One certification that was good on the day is enough, unless it needs another beside it. Where nothing is recorded,
 * or was by then, nothing says that there was none.
 */
export function certifiedOn(held: readonly HeldCertification[], day: PlainDate): CertifiedOnDay {
  if (held.length === 0) return { answer: 'not-known', certifications: [] }
  const alone = held.map((record) => onDay(record, day))
  const certifications = alone.map((each) => withOthers(each, alone))
  return { answer: best(certifications.map(({ answer }) => answer)), certifications }
}

function onDay(record: HeldCertification, day: PlainDate): CertificationOnDay {
  const { certificationId, credentialId } = record
  const assessment = assessCertification(recordAsOf(record, day), day)
  const answer = ANSWERS[assessment.status]
  const isOpen = isBeforeItsCertificates(assessment, day) || hasNoEnd(assessment)
  // A lapse that only the rule counts was confirmed by nobody: it may have been renewed.
  const isUnconfirmed = (answer === 'yes' && isOpen) || assessment.reasons[0]?.kind === 'ended-by-rule'
  return {
    certificationId,
    credentialId,
    answer: isUnconfirmed ? 'not-known' : answer,
    assessment,
    lacksOneOf: [],
  }
}

function hasNoEnd({ unknowns }: CertificationAssessment): boolean {
  return unknowns.some(({ kind }) => kind === 'expiry-unknown')
}

/** Between the first issue and the cycle of the earliest certificate that is recorded nothing says that it was renewed. */
function isBeforeItsCertificates({ cycle }: CertificationAssessment, day: PlainDate): boolean {
  return cycle.kind === 'known' && !cycle.isFirstTerm && day < cycle.startsOn
}

function withOthers(one: CertificationOnDay, all: readonly CertificationOnDay[]): CertificationOnDay {
  const needsOneOf = one.assessment.rule.together?.needsOneOf ?? []
  if (needsOneOf.length === 0 || one.answer === 'no') return one
  const others = all.filter(({ credentialId }) => needsOneOf.includes(credentialId))
  const second = best(others.map(({ answer }) => answer))
  if (second === 'yes') return one
  return { ...one, answer: second, lacksOneOf: second === 'no' ? needsOneOf : [] }
}

function best(answers: readonly CertifiedAnswer[]): CertifiedAnswer {
  if (answers.includes('yes')) return 'yes'
  return answers.includes('not-known') ? 'not-known' : 'no'
}
