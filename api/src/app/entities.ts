import { LapseCause } from '../certification/renewal-path/lapse-cause.entity.ts'
import { RenewalAttestation } from '../certification/renewal-path/renewal-attestation.entity.ts'
import { RenewalSubmission } from '../certification/renewal-path/renewal-submission.entity.ts'
import { RenewalPause } from '../certification/reminders/renewal-pause.entity.ts'
import { RenewalReminder } from '../certification/reminders/renewal-reminder.entity.ts'
import { AuditEntry } from '../audit/audit-entry.entity.ts'
import { CatalogueReport } from '../certification/catalogue/catalogue-report.entity.ts'
import { CeActivity } from '../certification/recording/ce-activity.entity.ts'
import { CeCredit } from '../certification/recording/ce-credit.entity.ts'
import { CertificationTerm } from '../certification/history/certification-term.entity.ts'
import { CertificationVerification } from '../certification/verifications/certification-verification.entity.ts'
import { CertificationAssessment } from '../certification/status/certification-assessment.entity.ts'
import { CertificationNumberChange } from '../certification/corrections/certification-number-change.entity.ts'
import { SavedView } from '../certification/saved-views/saved-view.entity.ts'
import { StoredCertificationStatus } from '../certification/status/certification-status.entity.ts'
import { EarlierHolderAnswer } from '../certification/holder-facts/earlier-holder-answer.entity.ts'
import { IssueDayCorrection } from '../certification/holder-facts/issue-day-correction.entity.ts'
import { ServiceHours } from '../certification/service-hours/service-hours.entity.ts'
import { BoardStatusPeriod } from '../certification/board-status/board-status-period.entity.ts'
import { Certification } from '../certification/recording/certification.entity.ts'
import { CustomCredential } from '../certification/custom-credentials/custom-credential.entity.ts'
import { CustomCredentialChange } from '../certification/custom-credentials/custom-credential-change.entity.ts'
import { RenewalRuleVersion } from '../certification/custom-rules/renewal-rule-version.entity.ts'
import { RenewalRuleEnd } from '../certification/custom-rules/renewal-rule-end.entity.ts'
import { DriftFlag } from '../drift/drift-flag.entity.ts'
import { DriftFlagDraft } from '../drift/drafts/drift-flag-draft.entity.ts'
import { DriftFlagResponse } from '../drift/drift-flag-response.entity.ts'
import { DriftFlagShare } from '../drift/drift-flag-share.entity.ts'
import { DriftFlagStep } from '../drift/drift-flag-step.entity.ts'
import { DriftSignalFigure } from '../drift/drift-signal-figure.entity.ts'
import { MemberPreference } from '../people/account/member-preference.entity.ts'
import { Notification } from '../notifications/notification.entity.ts'
import { NotificationChoice } from '../notifications/notification-choice.entity.ts'
import { Account } from '../people/sign-in/account.entity.ts'
import { HelpContact } from '../people/help-contacts/help-contact.entity.ts'
import { ImportBatch } from '../imports/import-batch.entity.ts'
import { ImportRow } from '../imports/import-row.entity.ts'
import { ApiToken } from '../integrations/api-token.entity.ts'
import { DataSharingAgreement } from '../people/data-sharing/data-sharing-agreement.entity.ts'
import { HostAgencyContact } from '../people/host-agencies/host-agency-contact.entity.ts'
import { HostAgency } from '../people/host-agencies/host-agency.entity.ts'
import { Invitation } from '../people/invitations/invitation.entity.ts'
import { Membership } from '../people/members/membership.entity.ts'
import { Organization } from '../people/organization/organization.entity.ts'
import { OrganizationSetupStep } from '../people/setup/organization-setup-step.entity.ts'
import { ReportingTeam } from '../people/organization/reporting-team.entity.ts'
import { CaseloadCount } from '../people/placements/caseload-count.entity.ts'
import { Employment } from '../people/employment/employment.entity.ts'
import { LeavePeriod } from '../people/employment/leave-period.entity.ts'
import { RoleRequest } from '../people/role-requests/role-request.entity.ts'
import { Placement } from '../people/placements/placement.entity.ts'
import { KnownDevice } from '../people/attempts/known-device.entity.ts'
import { Erasure } from '../people/employment/erasure.entity.ts'
import { LeaverPass } from '../people/employment/leaver-pass.entity.ts'
import { CheckInLock } from '../people/password-resets/check-in-lock.entity.ts'
import { PasswordReset } from '../people/password-resets/password-reset.entity.ts'
import { SignInAttempt } from '../people/attempts/sign-in-attempt.entity.ts'
import { SignInSession } from '../people/sign-in/sign-in-session.entity.ts'
import { AdministrativeNote } from '../supervision/notes/administrative-note.entity.ts'
import { EducationalNote } from '../supervision/notes/educational-note.entity.ts'
import { SupportiveNote } from '../supervision/notes/supportive-note.entity.ts'
import { SessionAttendance } from '../supervision/sessions/session-attendance.entity.ts'
import { SessionSegment } from '../supervision/sessions/session-segment.entity.ts'
import { Submission } from '../server/submissions/submission.entity.ts'
import { SessionSubmission } from '../supervision/sessions/session-submission.entity.ts'
import { SupervisionSession } from '../supervision/sessions/supervision-session.entity.ts'
import { ExclusionPreference } from '../supervision/exclusions/exclusion-preference.entity.ts'
import { SupervisionAgreementSignature } from '../supervision/agreements/supervision-agreement-signature.entity.ts'
import { SupervisionAgreement } from '../supervision/agreements/supervision-agreement.entity.ts'
import { SupervisionAgreementTerm } from '../supervision/agreements/supervision-agreement-term.entity.ts'
import { SupervisionRelationship } from '../supervision/relationships/supervision-relationship.entity.ts'
import { WeeklyCheckIn } from '../wellness/weekly-check-in.entity.ts'

/** Every table of the schema, one class each; the migration tests hold the two equal. */
export const ENTITIES = [
  Account,
  ApiToken,
  AuditEntry,
  CaseloadCount,
  CatalogueReport,
  CeActivity,
  CeCredit,
  Certification,
  CertificationAssessment,
  StoredCertificationStatus,
  BoardStatusPeriod,
  CertificationTerm,
  CertificationVerification,
  RenewalReminder,
  RenewalPause,
  RenewalSubmission,
  RenewalAttestation,
  LapseCause,
  DataSharingAgreement,
  DriftFlag,
  DriftFlagDraft,
  DriftFlagResponse,
  DriftFlagShare,
  DriftFlagStep,
  DriftSignalFigure,
  Employment,
  HelpContact,
  HostAgency,
  HostAgencyContact,
  ImportBatch,
  ImportRow,
  Invitation,
  MemberPreference,
  LeavePeriod,
  Membership,
  Notification,
  NotificationChoice,
  Organization,
  OrganizationSetupStep,
  CustomCredential,
  CustomCredentialChange,
  Placement,
  RoleRequest,
  RenewalRuleVersion,
  RenewalRuleEnd,
  ReportingTeam,
  SavedView,
  EarlierHolderAnswer,
  IssueDayCorrection,
  CertificationNumberChange,
  ServiceHours,
  KnownDevice,
  SignInAttempt,
  SignInSession,
  CheckInLock,
  Erasure,
  LeaverPass,
  PasswordReset,
  AdministrativeNote,
  EducationalNote,
  SupportiveNote,
  SessionAttendance,
  SessionSegment,
  SessionSubmission,
  Submission,
  SupervisionSession,
  ExclusionPreference,
  SupervisionAgreement,
  SupervisionAgreementSignature,
  SupervisionAgreementTerm,
  SupervisionRelationship,
  WeeklyCheckIn,
]
