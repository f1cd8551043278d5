import { FLAG_TYPES } from './rows/drift/flag-types.ts'
import { SIGNING_TYPES } from './rows/signing/signing-types.ts'
import {
  CERTIFICATION_CHANGES,
  CERTIFICATION_HISTORY,
  CERTIFICATION_STATUS,
  OWN_ANSWERS,
} from './certification-change-types.ts'
import { PLANNING_TYPES } from './planning/planning-types.ts'
import { OVERSIGHT_TYPES } from './oversight/oversight-types.ts'
import { IMPORT_TYPES, type TypeRule, WAY_IN_TYPES } from './plain-types.ts'
import { ROLE_TYPES } from './rows/drift/role-types.ts'
import { SUPERVISION_TALK } from './rows/supervision/supervision-talk-types.ts'
import { TASK_REQUEST_TYPES } from './rows/task-requests/task-request-types.ts'
import { WEEK_TYPES } from './rows/drift/week-types.ts'
import { WELLNESS_TYPES } from './wellness/wellness-types.ts'

/** Types that speak of a person: whose they are, and who else sees them. The oracle holds the words to it. */
export const PERSONAL_TYPES: Readonly<Record<string, TypeRule>> = {
  ...CERTIFICATION_CHANGES,
  ...OWN_ANSWERS,
  ...SIGNING_TYPES,
  ...OVERSIGHT_TYPES,
  ...WAY_IN_TYPES,
  ...PLANNING_TYPES,
  ...CERTIFICATION_STATUS,
  ...CERTIFICATION_HISTORY,
  ...SUPERVISION_TALK,
  ...ROLE_TYPES,
  ...WELLNESS_TYPES,
  ...TASK_REQUEST_TYPES,
  ...WEEK_TYPES,
  Me: {
    rule: 'self',
    fields:
      'accountId displayName hostAgencyStaff isSharedDevice membershipId organization passwordConfirmed roles today',
  },
  SignedIn: { rule: 'self', fields: 'me recoveryCode' },
  PasswordConfirmed: { rule: 'self', fields: 'me' },
  SwitchOrganizationPayload: { rule: 'self', fields: 'me' },
  SignOutPayload: { rule: 'self', fields: 'signedOut' },
  SignOutEverywherePayload: { rule: 'self', fields: 'endedSessions revokedTokens' },
  SentInvitation: { rule: 'the admin who invited', fields: 'email expiresAt id link' },
  Member: {
    rule: 'admin: who somebody is, never what they write',
    fields:
      'displayName email hasJoined hostAgencyName id lastSeenMonth linkEndsAt mailProblem revision roles state',
  },
  InviteMemberPayload: { rule: 'the admin who invited', fields: 'invitation' },
  InviteHostAgencyStaffPayload: { rule: 'who invited', fields: 'invitation' },
  InvitationResent: { rule: 'the admin who invited', fields: 'invitation' },
  InvitationRevoked: { rule: 'as the member', fields: 'member' },
  MemberRolesUpdated: { rule: 'as the member', fields: 'member' },
  MemberDisabled: { rule: 'as the member', fields: 'member' },
  MemberEnabled: { rule: 'as the member', fields: 'member' },
  ListedAddressProblem: { rule: 'the admin who invites', fields: 'line problem text' },
  MembersInvited: { rule: 'the admin who invited', fields: 'byMail invitedCount leftOut' },
  AddressListRefused: { rule: 'the admin who invites', fields: 'problems readyCount' },
  DemoSignIn: { rule: 'demo mode only', fields: 'displayName email organizationName password roles' },
  MyAccount: { rule: 'self', fields: 'departure devices email preferences' },
  OwnPreferences: { rule: 'self', fields: 'language theme timeZone' },
  SignedInDevice: {
    rule: 'self',
    fields: 'address browser id isShared isThisOne lastUsedAt organizationName signedInAt system',
  },
  UpdateOwnNamePayload: { rule: 'self', fields: 'me' },
  UpdateOwnPreferencesPayload: { rule: 'self', fields: 'preferences' },
  EndOwnSessionPayload: { rule: 'self', fields: 'sessionId' },
  Notification: { rule: 'self', fields: 'certifications createdAt fromName id kind seenAt subjectId' },
  NotificationSettings: { rule: 'self', fields: 'digestHour mail quietFrom quietUntil' },
  UpdateNotificationSettingsPayload: { rule: 'self', fields: 'settings' },
  MarkNotificationsSeenPayload: { rule: 'self', fields: 'unseenCount' },
  MarkAllNotificationsSeenPayload: { rule: 'self', fields: 'unseenCount' },
  OrganizationSetupStepState: { rule: 'admin', fields: 'decidedAt decidedBy state step' },
  UpdateSetupStepPayload: { rule: 'admin', fields: 'steps' },
  AuditEntry: {
    rule: 'auditor; admin: accounts, settings, integrations; everybody: about oneself and by oneself',
    fields: 'action actor area at facts number person subject',
  },
  AuditFact: { rule: 'as the entry, never content', fields: 'after before name' },
  ...IMPORT_TYPES,
  ApiToken: {
    rule: 'its maker, admins, auditors',
    fields: 'capabilities createdAt createdBy expiresAt id isOpen lastUsedAt name revokedAt',
  },
  Integrations: { rule: 'as each token', fields: 'address tokens' },
  CreateApiTokenPayload: { rule: 'its maker, once', fields: 'secret token' },
  RevokeApiTokenPayload: { rule: 'as the token', fields: 'token' },
  MyWeek: { rule: 'self (T1)', fields: 'checkIn previousWeekOpen previousWeekStart weekStart' },
  WeeklyCheckIn: {
    rule: 'self (T1)',
    fields: 'energy id line rest selfCare signs submittedAt tags weekFelt weekStart wentWell',
  },
  WeeklyCheckInSaved: { rule: 'self (T1)', fields: 'checkIn replayed' },
  ReplaceWeeklyCheckInPayload: { rule: 'self (T1)', fields: 'checkIn replayed' },
  WeeklyCheckInDiffers: { rule: 'self (T1)', fields: 'kept offered' },
  CheckInHistory: {
    rule: 'self (T1)',
    fields: 'answeredWeeks betterWeeks inBetterWeeks lockedBefore measures selfCareDone signsNoticed weeks',
  },
  MeasureHistory: { rule: 'self (T1)', fields: 'measure trend trendWeek usualFrom usualTo values' },
  SignNoticed: { rule: 'self (T1)', fields: 'sign weeks' },
  SelfCareDone: { rule: 'self (T1)', fields: 'selfCare weeks' },
  Peer: {
    rule: 'self, own supervisors, manager, auditor',
    fields:
      'caseload caseloadCounts displayName fullTimeShare hostAgencies id jobTitles joinedOn leavePeriods leavesOn placements returnsOn revision state stateUntil team voidedPlacements',
  },
  Placement: {
    rule: 'as the peer',
    fields: 'caseload endsOn fullTimeShare hostAgency id jobTitle revision startsOn voidedAt voidedBy',
  },
  CreatePlacementPayload: { rule: 'as the placement', fields: 'placement' },
  PlacementUpdated: { rule: 'as the placement', fields: 'placement' },
  PlacementVoided: { rule: 'as the placement', fields: 'placement' },
  PlacementRestored: { rule: 'as the placement', fields: 'placement' },
  RecordCaseloadPayload: { rule: 'as the placement', fields: 'caseloadCount placement' },
  TeamAssigned: { rule: 'as the peer', fields: 'peer' },
  EmploymentEnded: { rule: 'as the peer', fields: 'peer' },
  DepartureCancelled: { rule: 'as the peer', fields: 'peer' },
  PeerRehired: { rule: 'as the peer', fields: 'peer' },
  RehireCancelled: { rule: 'as the peer', fields: 'peer' },
  RecordLeavePayload: { rule: 'as the leave', fields: 'leavePeriod' },
  UpdateLeavePayload: { rule: 'as the leave', fields: 'leavePeriod' },
  VoidLeavePayload: { rule: 'as the leave', fields: 'leavePeriod' },
  CaseloadCount: { rule: 'as the peer', fields: 'countedOn people placementId' },
  LeavePeriod: { rule: 'as the peer, without a reason', fields: 'endsOn id startsOn' },
  HostAgencyStaff: { rule: 'manager, admin', fields: 'displayName hasJoined id' },
  HostAgencyContact: { rule: 'manager, admin', fields: 'email id name phone purpose' },
  Person: {
    rule: 'as whatever leads to them; the name is null where it may not be known',
    fields: 'displayName id',
  },
  SupervisionRelationship: {
    rule: 'peer, own supervisors, manager, auditor',
    fields:
      'accepted due endsOn id isPaused isSubstitute lastHeldOn nextPlanned pausedFrom pausedUntil pauses peer peerHasJoined standsInFor startsOn supervisor supervisorHasPeerExperience type',
  },
  PeerSupervision: {
    rule: 'self, manager, auditor',
    fields: 'agreement balance peer relationships requirements states',
  },
  SupervisionShare: {
    rule: 'self, own supervisors, manager, auditor',
    fields: 'agreedPercent minutes percent type',
  },
  SupervisionAgreement: {
    rule: 'peer, own supervisors, manager, auditor',
    fields: 'agreedOn endsOn id peer signers terms',
  },
  SupervisionAgreementTerm: {
    rule: 'as the agreement',
    fields: 'cadenceDays confidence groupSessionsCount sessionMinutes supervisor type',
  },
  SupervisionAgreementSigner: { rule: 'as the agreement', fields: 'member objection signedAt' },
  SupervisionDue: {
    rule: 'as the relationship',
    fields: 'cadenceDays countedFrom dueOn kind overdueDays pausedDays rule',
  },
  SessionVersion: {
    rule: 'as the session',
    fields:
      'amendment attendees format heldOn id loggedAt minutes modality observed segments signatures status supervisor voidedAt',
  },
  SupervisionSession: {
    rule: 'facts: peer, own supervisors, manager, auditor (T2)',
    fields:
      'amendment attendees awaitsMe canAmend canCorrect format heldOn id isFullySigned loggedAt minutes modality observed segments signatures status supervisor versions voidedAt',
  },
  SessionAttendee: { rule: 'as the session; in a group each peer only themselves', fields: 'minutes peer' },
  SessionSegment: { rule: 'facts as the session', fields: 'comments minutes notes type' },
  SessionNote: {
    rule: 'the peer and who held that type (T2, T3)',
    fields: 'about aboutGroup activities note writtenAt',
  },
  CorrectSupervisionSessionPayload: { rule: 'who led it', fields: 'replayed session' },
  VoidSupervisionSessionPayload: { rule: 'who led it', fields: 'session' },
  RestoreSupervisionSessionPayload: { rule: 'who led it', fields: 'session' },
  LogSupervisionSessionPayload: { rule: 'who led it', fields: 'replayed session' },
  Certification: {
    rule: 'peer, manager, auditor',
    fields:
      'byBoardRule credential cycle daysLeft earnedHours endsAloneOn expiresOn explained gaps hoursAwaitingReview id issuedOn nextChangeOn nextStep number otherCertifications peer plannedAhead reasons remindersPausedUntil renewalPath requirements rule status teamName title unknowns verifiedOn voidedHours',
  },
  RenewalPath: { rule: 'as the certification', fields: 'lapseCause state steps submission' },
  RenewalStep: { rule: 'as the certification', fields: 'kind on state' },
  RenewalSubmission: {
    rule: 'as the certification',
    fields: 'decidedOn feeUsd id outcome receiptNumber recordedBy returnReason submittedOn',
  },
  UnansweredCertification: { rule: 'managers', fields: 'certification peer' },
  CertificationInBrief: { rule: 'as the certification beside it', fields: 'credential id status' },
  RenewalCycle: { rule: 'as the certification', fields: 'endIsPrinted endsOn startsOn' },
  MeasuredRequirement: {
    rule: 'as the certification',
    fields: 'carriedOver earned kind needed planned requirement shortBy unconfirmed unit window',
  },
  UnknownRequirement: { rule: 'as the certification', fields: 'asked condition kind requirement why' },
  ExemptRequirement: { rule: 'as the certification', fields: 'exemption kind requiredFrom requirement' },
  TotalRequirement: { rule: 'as the certification', fields: 'kind' },
  MinimumRequirement: { rule: 'as the certification', fields: 'category kind overlaps within' },
  SponsorRequirement: { rule: 'as the certification', fields: 'kind sponsor' },
  WorkRequirement: { rule: 'as the certification', fields: 'kind practice' },
  CountingWindow: { rule: 'as the certification', fields: 'endsOn startsOn' },
  RequirementOutlook: {
    rule: 'as the certification',
    fields: 'dueBy metOn missed openNow perYearAtPace projectedShortBy requirement unit',
  },
  RenewalCalendarEntry: {
    rule: 'as the certification',
    fields: 'certificationId credential expiresOn kind on peer status',
  },
  PeerCertificationStatus: { rule: 'supervisors of the peer: the status only', fields: 'peer status' },
  SavedView: { rule: 'self', fields: 'id isDefault name query' },
  StatusUnknown: { rule: 'as the certification', fields: 'kind why' },
  EarnedHours: {
    rule: 'as the certification',
    fields:
      'activityId approvedBy categories contents courseId deliveryMode earnedBy evidence heldOn hours onlyFor origin provider recordedAt recordedBy review startsOn title unit voidedAt voidedBy',
  },
  RequirementExplained: {
    rule: 'as the certification',
    fields: 'credits everyMonths onlyIf outlook per result',
  },
  CountedCredit: { rule: 'as the certification', fields: 'activityId counted reasons' },
  LoggedSession: { rule: 'the supervisor who logged it', fields: 'heldOn id minutes peers' },
  CourseAnswer: {
    rule: 'the peer, and managers',
    fields: 'after answer certification counted reasons rule',
  },
  OutsideWindowReason: { rule: 'as the certification, or as the answer', fields: 'kind window' },
  SameCourseReason: { rule: 'as the certification, or as the answer', fields: 'counts kind' },
  UnitNotConvertedReason: { rule: 'as the certification, or as the answer', fields: 'kind unit' },
  LimitReason: { rule: 'as the certification, or as the answer', fields: 'kind limit' },
  OtherCountReason: { rule: 'as the certification, or as the answer', fields: 'kind' },
  CertificationEffect: { rule: 'manager', fields: 'after before certificationId effect peerName' },
  CustomCredential: { rule: 'manager, auditor', fields: 'changes isArchived isHeld revision' },
  CustomCredentialChange: { rule: 'manager, auditor', fields: 'after before changedAt changedBy' },
  CustomCredentialNames: {
    rule: 'manager, auditor',
    fields: 'abbreviation certifyingBody isArchived name state',
  },
  CustomRuleVersion: {
    rule: 'manager, auditor',
    fields: 'ends id publishedAt publishedBy revision rule withdrawal',
  },
  RuleWithdrawal: {
    rule: 'manager, auditor',
    fields: 'countsUntil isUndone reason withdrawnAt withdrawnBy',
  },
  CatalogueReport: {
    rule: 'manager, auditor',
    fields: 'id reportedAt reportedBy settledAt sourceUrl whatChanged',
  },
  CertifiedOnDay: {
    rule: 'manager, auditor',
    fields: 'answer asKnownThen certifications day peer supervisedBy',
  },
  CertificationOnDay: { rule: 'manager, auditor', fields: 'answer certification lacksOneOf' },
  ...FLAG_TYPES,
  ProposeSupervisionRelationshipPayload: { rule: 'as the relationship', fields: 'relationship' },
  ReassignSupervisionPayload: { rule: 'as the relationship', fields: 'relationship' },
  EndSupervisionRelationshipPayload: { rule: 'as the relationship', fields: 'relationship' },
  AcceptSupportiveRelationshipPayload: { rule: 'as the relationship', fields: 'relationship' },
  DeclineSupportiveRelationshipPayload: { rule: 'as the relationship', fields: 'relationship' },
  CreateSupervisionAgreementPayload: { rule: 'as the agreement', fields: 'agreement' },
  SignSupervisionAgreementPayload: { rule: 'as the agreement', fields: 'agreement' },
  CreateExclusionPayload: { rule: 'the peer who excluded them', fields: 'person' },
  RemoveExclusionPayload: { rule: 'the peer who had excluded them', fields: 'person' },
  UnavailablePair: { rule: 'whoever marked it', fields: 'peer supervisor' },
  CreateUnavailablePairPayload: { rule: 'whoever marked it', fields: 'pair' },
  RemoveUnavailablePairPayload: { rule: 'whoever had marked it', fields: 'pair' },
}
