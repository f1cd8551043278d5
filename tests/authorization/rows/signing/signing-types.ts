import type { TypeRule } from '../../plain-types.ts'

/** What stands beside a session, and the record for an auditor. */
export const SIGNING_TYPES: Readonly<Record<string, TypeRule>> = {
  SessionSignature: {
    rule: 'as the session; in a group each peer the supervisor and themselves',
    fields: 'kind recordHash signedAt signer',
  },
  SessionComment: { rule: 'the peer and who held that type (T2, T3)', fields: 'comment peer writtenAt' },
  SessionAmendment: { rule: 'as the session', fields: 'amendedAt line reason' },
  SupervisionAgreementObjection: {
    rule: "as the agreement; a host agency's staff: about their own type",
    fields: 'line madeAt type',
  },
  DeclineSupervisionAgreementPayload: { rule: 'as the agreement', fields: 'agreement' },
  SignSupervisionSessionsPayload: { rule: 'who signed', fields: 'signedCount' },
  AcknowledgeSupervisionSessionPayload: { rule: 'the peer who acknowledged', fields: 'signedAt' },
  AmendSupervisionSessionPayload: { rule: 'who led it', fields: 'replayed session' },
  SupervisionRecord: {
    rule: 'the peer, manager, auditor',
    fields: 'agreements daysToSign from peer requirements sessionCount sessions states to',
  },
  RecordedSession: { rule: 'as the session', fields: 'session supervisorQualified' },
  QualifiedOnDay: { rule: 'manager, auditor', fields: 'answer course' },
  RequirementInRecord: { rule: 'as the record', fields: 'requirement results' },
  SupervisionRequirementResult: {
    rule: 'as the record',
    fields: 'had measure needed periods periodsMet state unknown',
  },
  DaysToSign: { rule: 'as the record', fields: 'longestDays medianDays sessions signedByAll' },
  SupervisorQualification: {
    rule: 'the supervisor, manager, auditor',
    fields: 'certificateNumber course hours id recordedAt recordedBy validFrom validUntil voidedAt',
  },
  QualifiedSupervisor: { rule: 'manager, auditor', fields: 'qualifications supervisor' },
  RecordSupervisorQualificationPayload: { rule: 'as the qualification', fields: 'supervisor' },
  CorrectSupervisorQualificationPayload: { rule: 'as the qualification', fields: 'supervisor' },
  VoidSupervisorQualificationPayload: { rule: 'as the qualification', fields: 'supervisor' },
  NightlyRecordCheck: { rule: 'auditor, admin', fields: 'checkedAt firstBroken links' },
  RecordChainCheck: { rule: 'manager, auditor', fields: 'firstBroken lastHash links' },
  BrokenRecordLink: { rule: 'manager, auditor', fields: 'at number problem' },
}
