import { LapseCause } from '../certification/renewal-path/lapse-cause.entity.ts'
import { RenewalAttestation } from '../certification/renewal-path/renewal-attestation.entity.ts'
import { SupervisorAttestation } from '../certification/renewal-path/supervisor-attestation.entity.ts'
import { RenewalSubmission } from '../certification/renewal-path/renewal-submission.entity.ts'
import { RenewalPause } from '../certification/reminders/renewal-pause.entity.ts'
import { RenewalReminder } from '../certification/reminders/renewal-reminder.entity.ts'
import { AuditEntry } from '../audit/audit-entry.entity.ts'
import { CatalogueReport } from '../certification/catalogue/catalogue-report.entity.ts'
import { CeActivity } from '../certification/recording/ce-activity.entity.ts'
import { CeCredit } from '../certification/recording/ce-credit.entity.ts'
import { CourseReview } from '../certification/review/course-review.entity.ts'
import { CourseEvidence } from '../certification/evidence/course-evidence.entity.ts'
import { EvidenceChunk } from '../certification/evidence/evidence-chunk.entity.ts'
import { EvidenceFile } from '../certification/evidence/evidence-file.entity.ts'
import { EvidenceLook } from '../certification/evidence/evidence-look.entity.ts'
import { CertificationGoal } from '../certification/first-certification/certification-goal.entity.ts'
import { PlannedCourse } from '../certification/planned-courses/planned-course.entity.ts'
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
import { CustomActivity } from '../drift/activities/custom-activity.entity.ts'
import { HouseRules } from '../drift/house-rules/house-rules.entity.ts'
import { RoleAgreement } from '../drift/role-agreement/role-agreement.entity.ts'
import { RoleAgreementAcceptance } from '../drift/role-agreement/role-agreement-acceptance.entity.ts'
import { RoleWorksheet } from '../drift/role-worksheet/role-worksheet.entity.ts'
import { RoleWorksheetAnswer } from '../drift/role-worksheet/role-worksheet-answer.entity.ts'
import { DriftSignalCheck } from '../drift/signals/drift-signal-check.entity.ts'
import { WeekLogLine } from '../drift/week/week-log-line.entity.ts'
import { WeekLogTotal } from '../drift/week/week-log-total.entity.ts'
import { WeekLog } from '../drift/week/week-log.entity.ts'
import { DriftFlag } from '../drift/drift-flag.entity.ts'
import { SupervisorTime } from '../supervision/overview/supervisor-time.entity.ts'
import { SupervisorReflection } from '../supervision/competencies/supervisor-reflection.entity.ts'
import { DriftFlagDraft } from '../drift/drafts/drift-flag-draft.entity.ts'
import { DriftFlagResponse } from '../drift/drift-flag-response.entity.ts'
import { DriftFlagShare } from '../drift/drift-flag-share.entity.ts'
import { DriftFlagStep } from '../drift/drift-flag-step.entity.ts'
import { JobDescription } from '../drift/job-description/job-description.entity.ts'
import { TaskAnswer } from '../drift/task-requests/task-answer.entity.ts'
import { TaskRequest } from '../drift/task-requests/task-request.entity.ts'
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
import { AdministrativeAgendaItem } from '../supervision/agenda/administrative-agenda-item.entity.ts'
import { EducationalAgendaItem } from '../supervision/agenda/educational-agenda-item.entity.ts'
import { SupportiveAgendaItem } from '../supervision/agenda/supportive-agenda-item.entity.ts'
import { AdministrativeFollowUp } from '../supervision/follow-ups/administrative-follow-up.entity.ts'
import { EducationalFollowUp } from '../supervision/follow-ups/educational-follow-up.entity.ts'
import { SupportiveFollowUpShare } from '../supervision/follow-ups/supportive-follow-up-share.entity.ts'
import { SupportiveFollowUp } from '../supervision/follow-ups/supportive-follow-up.entity.ts'
import { SupervisionGroupMember } from '../supervision/groups/supervision-group-member.entity.ts'
import { SupervisionGroup } from '../supervision/groups/supervision-group.entity.ts'
import { LearningGoal } from '../supervision/learning-goals/learning-goal.entity.ts'
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
import { SupervisionAgreementObjection } from '../supervision/agreements/supervision-agreement-objection.entity.ts'
import { SupervisionAgreement } from '../supervision/agreements/supervision-agreement.entity.ts'
import { SupervisionAgreementTerm } from '../supervision/agreements/supervision-agreement-term.entity.ts'
import { PlannedAttendance } from '../supervision/planning/planned-attendance.entity.ts'
import { PlannedSession } from '../supervision/planning/planned-session.entity.ts'
import { SupervisionRequestWish } from '../supervision/requests/supervision-request-wish.entity.ts'
import { SupervisionRequest } from '../supervision/requests/supervision-request.entity.ts'
import { TimeRequest } from '../supervision/requests/time-request.entity.ts'
import { CalendarFeed } from '../my-data/calendar-feed/calendar-feed.entity.ts'
import { SupervisionRelationship } from '../supervision/relationships/supervision-relationship.entity.ts'
import { ClimateSetting } from '../wellness/climate/climate-setting.entity.ts'
import { ClimateStep } from '../wellness/climate/climate-step.entity.ts'
import { CrowdBlock } from '../wellness/crowd-figures/crowd-block.entity.ts'
import { CrowdFigure } from '../wellness/crowd-figures/crowd-figure.entity.ts'
import { CrowdRoster } from '../wellness/crowd-figures/crowd-roster.entity.ts'
import { CrowdSnapshot } from '../wellness/crowd-figures/crowd-snapshot.entity.ts'
import { CoreValueReflection } from '../wellness/core-values/core-value-reflection.entity.ts'
import { EthicsReflection } from '../wellness/questionnaires/ethics-reflection.entity.ts'
import { ProqolItemSet } from '../wellness/questionnaires/proqol-item-set.entity.ts'
import { ProqolResponse } from '../wellness/questionnaires/proqol-response.entity.ts'
import { SupervisorQualification } from '../supervision/qualifications/supervisor-qualification.entity.ts'
import { AdministrativeComment } from '../supervision/comments/administrative-comment.entity.ts'
import { EducationalComment } from '../supervision/comments/educational-comment.entity.ts'
import { SupportiveComment } from '../supervision/comments/supportive-comment.entity.ts'
import { RecordLink } from '../supervision/record/record-link.entity.ts'
import { SessionAmendment } from '../supervision/signing/session-amendment.entity.ts'
import { SessionSignature } from '../supervision/signing/session-signature.entity.ts'
import { WeeklyCheckIn } from '../wellness/weekly-check-in.entity.ts'
import { SelfCarePlanLine } from '../wellness/plan/self-care-plan-line.entity.ts'
import { ReflectionTime } from '../wellness/reflection-time/reflection-time.entity.ts'
import { CheckInReminder } from '../wellness/reminders/check-in-reminder.entity.ts'
import { ShareLook } from '../wellness/sharing/share-look.entity.ts'
import { ShareTicket } from '../wellness/sharing/share-ticket.entity.ts'
import { TalkOffer } from '../wellness/talk/talk-offer.entity.ts'
import { TalkRequest } from '../wellness/talk/talk-request.entity.ts'

/** Every table of the schema, one class each; the migration tests hold the two equal. */
export const ENTITIES = [
  Account,
  ApiToken,
  AuditEntry,
  CaseloadCount,
  CatalogueReport,
  CeActivity,
  CeCredit,
  CourseReview,
  EvidenceFile,
  EvidenceChunk,
  EvidenceLook,
  CourseEvidence,
  CertificationGoal,
  PlannedCourse,
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
  SupervisorAttestation,
  LapseCause,
  DataSharingAgreement,
  CustomActivity,
  HouseRules,
  RoleAgreement,
  RoleAgreementAcceptance,
  RoleWorksheet,
  RoleWorksheetAnswer,
  DriftSignalCheck,
  WeekLog,
  WeekLogLine,
  WeekLogTotal,
  DriftFlag,
  DriftFlagDraft,
  SupervisorReflection,
  SupervisorTime,
  DriftFlagResponse,
  DriftFlagShare,
  DriftFlagStep,
  DriftSignalFigure,
  JobDescription,
  TaskAnswer,
  TaskRequest,
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
  AdministrativeAgendaItem,
  EducationalAgendaItem,
  SupportiveAgendaItem,
  AdministrativeFollowUp,
  EducationalFollowUp,
  SupportiveFollowUp,
  SupportiveFollowUpShare,
  LearningGoal,
  SupervisionGroup,
  SupervisionGroupMember,
  AdministrativeNote,
  EducationalNote,
  SupportiveNote,
  AdministrativeComment,
  EducationalComment,
  SupportiveComment,
  RecordLink,
  SessionAmendment,
  SessionSignature,
  SessionAttendance,
  SessionSegment,
  SessionSubmission,
  Submission,
  SupervisionSession,
  ExclusionPreference,
  SupervisionAgreement,
  SupervisionAgreementObjection,
  SupervisionAgreementSignature,
  SupervisionAgreementTerm,
  SupervisionRelationship,
  ClimateSetting,
  ClimateStep,
  CoreValueReflection,
  CrowdBlock,
  CrowdFigure,
  CrowdRoster,
  CrowdSnapshot,
  EthicsReflection,
  ProqolItemSet,
  ProqolResponse,
  PlannedAttendance,
  PlannedSession,
  SupervisionRequest,
  SupervisionRequestWish,
  TimeRequest,
  CalendarFeed,
  SupervisorQualification,
  WeeklyCheckIn,
  SelfCarePlanLine,
  ReflectionTime,
  CheckInReminder,
  ShareLook,
  ShareTicket,
  TalkOffer,
  TalkRequest,
]
