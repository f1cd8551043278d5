import 'reflect-metadata'
import type { GraphQLSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { AuditResolver } from '../audit/audit.resolver.ts'
import { ActivityResolver } from '../drift/activities/activity.resolver.ts'
import { HouseRulesResolver } from '../drift/house-rules/house-rules.resolver.ts'
import { RoleWorksheetResolver } from '../drift/role-worksheet/role-worksheet.resolver.ts'
import { RoleAgreementResolver } from '../drift/role-agreement/role-agreement.resolver.ts'
import { DriftFlagDraftResolver } from '../drift/drafts/drift-flag-draft.resolver.ts'
import { JobDescriptionResolver } from '../drift/job-description/job-description.resolver.ts'
import { StructureResolver } from '../drift/structure/structure.resolver.ts'
import { SignalResolver } from '../drift/signals/signal.resolver.ts'
import { WeekLogResolver } from '../drift/week/week-log.resolver.ts'
import { DriftResolver } from '../drift/drift.resolver.ts'
import { TaskRequestResolver } from '../drift/task-requests/task-request.resolver.ts'
import { FlagReadersResolver } from '../drift/readers/flag-readers.resolver.ts'
import { BulkActsResolver } from '../certification/bulk-acts/bulk-acts.resolver.ts'
import { CatalogueResolver } from '../certification/catalogue/catalogue.resolver.ts'
import { RenewalCalendarResolver } from '../certification/calendar/renewal-calendar.resolver.ts'
import {
  NotificationSubjectResolver,
  RemindersResolver,
} from '../certification/reminders/reminders.resolver.ts'
import { RenewalPathResolver } from '../certification/renewal-path/renewal-path.resolver.ts'
import { SupervisorAttestationResolver } from '../certification/renewal-path/supervisor-attestation.resolver.ts'
import { RenewalResolver } from '../certification/renewals/certification.resolver.ts'
import { SavedViewResolver } from '../certification/saved-views/saved-view.resolver.ts'
import { CertificationResolver } from '../certification/recording/certification.resolver.ts'
import { HoursCorrectionsResolver } from '../certification/recording/hours-corrections.resolver.ts'
import { CertificationCorrectionsResolver } from '../certification/corrections/certification-corrections.resolver.ts'
import { EvidenceResolver } from '../certification/evidence/evidence.resolver.ts'
import { OwnCoursesResolver } from '../certification/own-courses/own-courses.resolver.ts'
import { FirstCertificationResolver } from '../certification/first-certification/first-certification.resolver.ts'
import { PlannedCoursesResolver } from '../certification/planned-courses/planned-courses.resolver.ts'
import { CourseReviewResolver } from '../certification/review/course-review.resolver.ts'
import { ServiceHoursRequestsResolver } from '../certification/service-hours/service-hours-requests.resolver.ts'
import { VerificationResolver } from '../certification/verifications/verification.resolver.ts'
import { CustomCredentialResolver } from '../certification/custom-credentials/custom-credential.resolver.ts'
import { RuleChangeResolver } from '../certification/custom-rules/rule-change.resolver.ts'
import { OnADayResolver } from '../certification/as-of/as-of.resolver.ts'
import { CertificationHistoryResolver } from '../certification/history/history.resolver.ts'
import { BoardStatusResolver } from '../certification/board-status/board-status.resolver.ts'
import { MonthlyHoursResolver } from '../certification/service-hours/monthly-hours.resolver.ts'
import { ServiceHoursResolver } from '../certification/service-hours/service-hours.resolver.ts'
import { HolderResolver } from '../certification/holder-facts/holder.resolver.ts'
import { CourseAnswersResolver } from '../certification/course-check/course-answers.resolver.ts'
import { MembersResolver } from '../people/members/members.resolver.ts'
import { DataSharingResolver } from '../people/data-sharing/data-sharing.resolver.ts'
import { HelpContactResolver } from '../people/help-contacts/help-contact.resolver.ts'
import { ReportingTeamResolver } from '../people/organization/reporting-team.resolver.ts'
import { SetupResolver } from '../people/setup/setup.resolver.ts'
import { OrganizationResolver } from '../people/organization/organization.resolver.ts'
import { HostAgencyResolver } from '../people/host-agencies/host-agency.resolver.ts'
import { EmploymentResolver } from '../people/employment/employment.resolver.ts'
import { LeaveResolver } from '../people/employment/leave.resolver.ts'
import { PeerResolver } from '../people/peers/peer.resolver.ts'
import { RoleRequestResolver } from '../people/role-requests/role-request.resolver.ts'
import { PlacementResolver } from '../people/placements/placement.resolver.ts'
import { ImportsResolver } from '../imports/imports.resolver.ts'
import { IntegrationsResolver } from '../integrations/integrations.resolver.ts'
import { NotificationsResolver } from '../notifications/notifications.resolver.ts'
import { AccountResolver } from '../people/account/account.resolver.ts'
import { SignInResolver } from '../people/sign-in/sign-in.resolver.ts'
import { PasswordResetResolver } from '../people/password-resets/password-reset.resolver.ts'
import { AgendaResolver } from '../supervision/agenda/agenda.resolver.ts'
import { AgreementResolver } from '../supervision/agreements/agreement.resolver.ts'
import { ExclusionResolver } from '../supervision/exclusions/exclusion.resolver.ts'
import { UnavailablePairResolver } from '../supervision/exclusions/unavailable-pair.resolver.ts'
import { PlannedSessionResolver } from '../supervision/planning/planned-session.resolver.ts'
import { SupervisionRequestsResolver } from '../supervision/requests/requests.resolver.ts'
import { CalendarFeedResolver } from '../my-data/calendar-feed/calendar-feed.resolver.ts'
import { CoverageResolver } from '../supervision/overview/coverage.resolver.ts'
import { CaseloadReassignmentResolver } from '../supervision/reassignment/caseload-reassignment.resolver.ts'
import { SessionRecordResolver } from '../supervision/session-records/session-record.resolver.ts'
import { SupervisorReflectionResolver } from '../supervision/competencies/supervisor-reflection.resolver.ts'
import { TeamResolver } from '../supervision/team/team.resolver.ts'
import { FollowUpResolver } from '../supervision/follow-ups/follow-up.resolver.ts'
import { SupervisionGroupResolver } from '../supervision/groups/supervision-group.resolver.ts'
import { LearningGoalResolver } from '../supervision/learning-goals/learning-goal.resolver.ts'
import { RelationshipResolver } from '../supervision/relationships/relationship.resolver.ts'
import { SessionCorrectionsResolver } from '../supervision/sessions/session-corrections.resolver.ts'
import { SessionResolver } from '../supervision/sessions/session.resolver.ts'
import { QualificationResolver } from '../supervision/qualifications/qualification.resolver.ts'
import { RecordResolver } from '../supervision/record/record.resolver.ts'
import { SigningResolver } from '../supervision/signing/signing.resolver.ts'
import { SupervisionResolver } from '../supervision/supervision.resolver.ts'
import { ClimateResolver } from '../wellness/climate/climate.resolver.ts'
import { CoreValuesResolver } from '../wellness/core-values/core-values.resolver.ts'
import { EthicsResolver } from '../wellness/questionnaires/ethics.resolver.ts'
import { ProqolResolver } from '../wellness/questionnaires/proqol.resolver.ts'
import { WeeklyCheckInResolver } from '../wellness/weekly-check-in.resolver.ts'
import { SelfCarePlanResolver } from '../wellness/plan/self-care-plan.resolver.ts'
import { ReflectionTimeResolver } from '../wellness/reflection-time/reflection-time.resolver.ts'
import { CheckInReminderResolver } from '../wellness/reminders/check-in-reminder.resolver.ts'
import { ShareResolver } from '../wellness/sharing/share.resolver.ts'
import { TalkResolver } from '../wellness/talk/talk.resolver.ts'
import { describeLimits } from '../server/operations/input-limits.ts'
import { readMalformedIdsAsUnknown } from '../server/graphql/malformed-ids.ts'
import { authChecker } from '../server/graphql/auth-checker.ts'

/** Every resolver of the API; a feature joins by adding its own here. */
const RESOLVERS = [
  AccountResolver,
  AuditResolver,
  BulkActsResolver,
  CatalogueResolver,
  CertificationResolver,
  HoursCorrectionsResolver,
  CertificationCorrectionsResolver,
  CourseReviewResolver,
  EvidenceResolver,
  OwnCoursesResolver,
  FirstCertificationResolver,
  PlannedCoursesResolver,
  ServiceHoursRequestsResolver,
  VerificationResolver,
  CertificationHistoryResolver,
  BoardStatusResolver,
  HolderResolver,
  MonthlyHoursResolver,
  ServiceHoursResolver,
  OnADayResolver,
  CourseAnswersResolver,
  RenewalCalendarResolver,
  NotificationSubjectResolver,
  RemindersResolver,
  RenewalPathResolver,
  SupervisorAttestationResolver,
  RenewalResolver,
  SavedViewResolver,
  ActivityResolver,
  HouseRulesResolver,
  RoleAgreementResolver,
  RoleWorksheetResolver,
  DriftFlagDraftResolver,
  DriftResolver,
  JobDescriptionResolver,
  StructureResolver,
  SignalResolver,
  WeekLogResolver,
  FlagReadersResolver,
  TaskRequestResolver,
  MembersResolver,
  OrganizationResolver,
  ReportingTeamResolver,
  HelpContactResolver,
  SetupResolver,
  DataSharingResolver,
  HostAgencyResolver,
  EmploymentResolver,
  LeaveResolver,
  PeerResolver,
  PlacementResolver,
  RoleRequestResolver,
  ImportsResolver,
  IntegrationsResolver,
  NotificationsResolver,
  CustomCredentialResolver,
  RuleChangeResolver,
  SignInResolver,
  PasswordResetResolver,
  ClimateResolver,
  CoreValuesResolver,
  EthicsResolver,
  ProqolResolver,
  WeeklyCheckInResolver,
  AgendaResolver,
  SelfCarePlanResolver,
  ReflectionTimeResolver,
  CheckInReminderResolver,
  ShareResolver,
  TalkResolver,
  AgreementResolver,
  ExclusionResolver,
  UnavailablePairResolver,
  FollowUpResolver,
  LearningGoalResolver,
  SupervisionGroupResolver,
  RelationshipResolver,
  CaseloadReassignmentResolver,
  CoverageResolver,
  SessionRecordResolver,
  SupervisorReflectionResolver,
  TeamResolver,
  SessionResolver,
  SessionCorrectionsResolver,
  QualificationResolver,
  RecordResolver,
  SigningResolver,
  SupervisionResolver,
  PlannedSessionResolver,
  SupervisionRequestsResolver,
  CalendarFeedResolver,
] as const

export async function buildAlongsideSchema(): Promise<GraphQLSchema> {
  readMalformedIdsAsUnknown()
  const schema = await buildSchema({
    resolvers: RESOLVERS,
    authChecker,
    validate: false,
  })
  return describeLimits(schema)
}
