import type { TypeRule } from './plain-types.ts'

/** What a change of a certification, of a rule or of a saved view answers. */
export const CERTIFICATION_CHANGES: Readonly<Record<string, TypeRule>> = {
  CreateSavedViewPayload: { rule: 'self', fields: 'savedView savedViews' },
  UpdateSavedViewPayload: { rule: 'self', fields: 'savedView savedViews' },
  RemoveSavedViewPayload: { rule: 'self', fields: 'savedView savedViews' },
  RestoreSavedViewPayload: { rule: 'self', fields: 'savedView savedViews' },
  RuleVersionPublished: { rule: 'manager', fields: 'credential ruleVersion' },
  RuleVersionWithdrawn: { rule: 'manager', fields: 'credential ruleVersion' },
  CreateCustomCredentialPayload: { rule: 'manager', fields: 'credential customCredential' },
  CustomCredentialCorrected: { rule: 'manager', fields: 'credential customCredential' },
  CustomCredentialArchived: { rule: 'manager', fields: 'credential customCredential' },
  CustomCredentialUnarchived: { rule: 'manager', fields: 'credential customCredential' },
  ReportCatalogueChangePayload: { rule: 'manager', fields: 'catalogueReport' },
  SettleCatalogueReportPayload: { rule: 'manager', fields: 'catalogueReport' },
  RecordCertificationPayload: { rule: 'manager', fields: 'certification' },
  RecordContinuingEducationPayload: { rule: 'manager', fields: 'earnedHours peerCount replayed' },
  ContinuingEducationCorrected: { rule: 'manager', fields: 'course peers replayed' },
  ContinuingEducationVoided: { rule: 'manager', fields: 'course peers' },
  ContinuingEducationRestored: { rule: 'manager', fields: 'course peers' },
  RecordedCourse: { rule: 'manager', fields: 'hours peers revision' },
  CertificationVoided: { rule: 'manager', fields: 'voided' },
  CertificationRestored: { rule: 'manager', fields: 'certification history' },
  CertificationNumberCorrected: { rule: 'manager', fields: 'certification history holder' },
  CorrectBoardStatusPayload: { rule: 'manager', fields: 'boardStatus certification history' },
  CorrectVerificationPayload: { rule: 'manager', fields: 'certification history verification' },
  VoidVerificationPayload: { rule: 'manager', fields: 'certification history verification' },
  RestoreVerificationPayload: { rule: 'manager', fields: 'certification history verification' },
  RecordCertificatePayload: { rule: 'manager', fields: 'certificate certification history' },
  CorrectCertificatePayload: { rule: 'manager', fields: 'certificate certification history' },
  VoidCertificatePayload: { rule: 'manager', fields: 'certificate certification history' },
  RestoreCertificatePayload: { rule: 'manager', fields: 'certificate certification history' },
  RecordBoardStatusPayload: { rule: 'manager', fields: 'boardStatus certification history' },
  EndBoardStatusPayload: { rule: 'manager', fields: 'boardStatus certification history' },
  VoidBoardStatusPayload: { rule: 'manager', fields: 'boardStatus certification history' },
  RestoreBoardStatusPayload: { rule: 'manager', fields: 'boardStatus certification history' },
  RecordVerificationPayload: { rule: 'manager', fields: 'certification history verification' },
  CorrectIssueDayPayload: { rule: 'manager', fields: 'certification history' },
  HolderFactsUpdated: { rule: 'manager', fields: 'certification history holder' },
  RecordRenewalSubmissionPayload: {
    rule: 'the peer, and managers',
    fields: 'certification renewalSubmissionId',
  },
  RecordRenewalDecisionPayload: { rule: 'manager', fields: 'certification' },
  VoidRenewalSubmissionPayload: { rule: 'manager', fields: 'certification' },
  SignRenewalAttestationPayload: { rule: 'self', fields: 'certification' },
  SetRenewalPausePayload: { rule: 'self', fields: 'certification' },
  RecordLapseCausePayload: { rule: 'manager', fields: 'certification' },
  SetRenewalAnswersPayload: { rule: 'manager', fields: 'changedCount' },
  RecordVerificationsPayload: { rule: 'manager', fields: 'verificationIds' },
  VoidVerificationsPayload: { rule: 'manager', fields: 'voidedCount' },
  AddRenewalRemindersPayload: { rule: 'manager', fields: 'alreadyRemindedCount remindedCount' },
  RecordServiceHoursPayload: { rule: 'manager', fields: 'serviceHours' },
  VoidServiceHoursPayload: { rule: 'manager', fields: 'serviceHours' },
  RestoreServiceHoursPayload: { rule: 'manager', fields: 'serviceHours' },
}

/** Why a certification stands as it does, what is missing, and what comes next. */
export const CERTIFICATION_STATUS: Readonly<Record<string, TypeRule>> = {
  NoCertificationReason: { rule: 'as the certification', fields: 'kind' },
  NotIssuedYetReason: { rule: 'as the certification', fields: 'issuedOn kind' },
  StatusRecordedReason: { rule: 'as the certification', fields: 'endsOn kind startsOn status' },
  ExpiredReason: { rule: 'as the certification', fields: 'expiredOn kind late untilOn' },
  ShortAtThisPaceReason: { rule: 'as the certification', fields: 'cycleEndsOn kind shortfall' },
  RenewalOpenReason: { rule: 'as the certification', fields: 'basis closesOn kind opensOn sendByOn' },
  ExtendedReason: { rule: 'as the certification', fields: 'extendedUntil kind printedOn' },
  InForceReason: { rule: 'as the certification', fields: 'expiresOn kind' },
  RenewalMayBeOpenReason: { rule: 'as the certification', fields: 'kind opensOn' },
  EndNotKnownReason: { rule: 'as the certification', fields: 'endsOn kind' },
  EndedByRuleReason: { rule: 'as the certification', fields: 'endedOn kind late untilOn' },
  AskedAmount: { rule: 'as the certification', fields: 'amount per unit' },
  CourseQuestions: { rule: 'managers', fields: 'alreadyRecorded withoutEffect' },
  SameCourseRecorded: { rule: 'managers', fields: 'heldOn peers provider title' },
  CourseWithoutEffect: { rule: 'managers', fields: 'cause certification cycleEndsOn peer' },
  Gaps: { rule: 'as the certification', fields: 'courses hours state unconfirmed' },
  SubmissionDay: { rule: 'as the certification', fields: 'byOn isRequest lateFeeUsd wantedOn' },
  PlainStep: { rule: 'as the certification', fields: 'kind' },
  EnterPrintedDayStep: { rule: 'as the certification', fields: 'endsOn kind' },
  EarnStep: { rule: 'as the certification', fields: 'byOn gap kind submission' },
  MissedStep: { rule: 'as the certification', fields: 'gap kind' },
  AnswerStep: { rule: 'as the certification', fields: 'condition kind submission' },
  ConfirmCoursesStep: { rule: 'as the certification', fields: 'hours kind submission' },
  FindOutStep: { rule: 'as the certification', fields: 'about kind submission' },
  SubmitStep: { rule: 'as the certification', fields: 'byOn kind onlyFee submission' },
  CheckOpeningStep: { rule: 'as the certification', fields: 'kind opensOn' },
  SubmitLateStep: { rule: 'as the certification', fields: 'byOn feeUsd kind' },
  AskLateHoursStep: { rule: 'as the certification', fields: 'byOn feeUsd gaps kind' },
  ReinstateStep: { rule: 'as the certification', fields: 'again byOn feeUsd kind' },
  LateOnlyIfCompleteStep: { rule: 'as the certification', fields: 'endedOn gaps kind' },
}

/** What was recorded of a certification over time, mistakes included. */
export const CERTIFICATION_HISTORY: Readonly<Record<string, TypeRule>> = {
  CertificationHistory: {
    rule: 'self, managers, auditors',
    fields:
      'certificates certificationId holder issueDays issuedOn numbers statuses verifications voidedAt voidedBy',
  },
  HolderFacts: {
    rule: 'self, managers, auditors',
    fields:
      'asked birthday chosenCycleMonths conditionsHeld conditionsNotHeld examYear number revision title',
  },
  Certificate: {
    rule: 'self, managers, auditors',
    fields: 'corrects expiresOn id isCorrected isFirst recordedAt recordedBy startsOn voidedAt voidedBy',
  },
  BoardStatusPeriod: {
    rule: 'self, managers, auditors',
    fields:
      'corrects endedAt endedBy endsOn id isCorrected recordedAt recordedBy startsOn status voidedAt voidedBy',
  },
  Verification: {
    rule: 'self, managers, auditors',
    fields:
      'checkedOn corrects expiresOnSeen id isCorrected note recordedAt recordedBy result source voidedAt voidedBy',
  },
  NumberChange: {
    rule: 'self, managers, auditors',
    fields: 'after before id recordedAt recordedBy',
  },
  VoidedCertification: {
    rule: 'self, managers, auditors',
    fields: 'credential expiresOn id issuedOn number peer revision voidedAt voidedBy',
  },
  IssueDayChange: {
    rule: 'self, managers, auditors',
    fields: 'after before id recordedAt recordedBy',
  },
  ServiceHoursEntry: {
    rule: 'self, managers, auditors',
    fields: 'allowsOverlap endsOn hours id recordedAt recordedBy startsOn voidedAt voidedBy',
  },
}
