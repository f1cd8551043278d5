import { CERTIFICATION_CHANGES } from './certification-change-types.ts'
import type { TypeRule } from './plain-types.ts'

/** Types that speak of a person: whose they are, and who else sees them. The oracle holds the words to it. */
export const PERSONAL_TYPES: Readonly<Record<string, TypeRule>> = {
  ...CERTIFICATION_CHANGES,
  Me: {
    rule: 'self',
    fields: 'displayName hostAgencyStaff membershipId organization passwordConfirmed roles today',
  },
  SignedIn: { rule: 'self', fields: 'me recoveryCode' },
  PasswordConfirmed: { rule: 'self', fields: 'me' },
  SwitchOrganizationPayload: { rule: 'self', fields: 'me' },
  SignOutPayload: { rule: 'self', fields: 'signedOut' },
  SignOutEverywherePayload: { rule: 'self', fields: 'endedSessions' },
  InvitationPreview: { rule: 'whoever holds the link', fields: 'displayName email organizationName roles' },
  SentInvitation: { rule: 'the admin who invited', fields: 'email expiresAt id link' },
  Member: {
    rule: 'admin: who somebody is, never what they write',
    fields: 'displayName email hasJoined hostAgencyName id lastSeenAt linkEndsAt revision roles state',
  },
  InviteMemberPayload: { rule: 'the admin who invited', fields: 'invitation' },
  InviteHostAgencyStaffPayload: { rule: 'who invited', fields: 'invitation' },
  InvitationResent: { rule: 'the admin who invited', fields: 'invitation' },
  InvitationRevoked: { rule: 'as the member', fields: 'member' },
  MemberRolesUpdated: { rule: 'as the member', fields: 'member' },
  MemberDisabled: { rule: 'as the member', fields: 'member' },
  MemberEnabled: { rule: 'as the member', fields: 'member' },
  MyOrganization: { rule: 'self', fields: 'id isCurrent name roles' },
  ListedAddressProblem: { rule: 'the admin who invites', fields: 'line problem text' },
  MembersInvited: { rule: 'the admin who invited', fields: 'byMail invitedCount leftOut' },
  AddressListRefused: { rule: 'the admin who invites', fields: 'problems readyCount' },
  DemoSignIn: { rule: 'demo mode only', fields: 'displayName email organizationName password roles' },
  MyAccount: { rule: 'self', fields: 'devices email preferences' },
  OwnPreferences: { rule: 'self', fields: 'language theme timeZone' },
  SignedInDevice: {
    rule: 'self',
    fields: 'address browser id isThisOne lastUsedAt organizationName signedInAt system',
  },
  OwnPasswordUpdated: { rule: 'self', fields: 'endedSessions' },
  UpdateOwnNamePayload: { rule: 'self', fields: 'me' },
  UpdateOwnPreferencesPayload: { rule: 'self', fields: 'preferences' },
  EndOwnSessionPayload: { rule: 'self', fields: 'sessionId' },
  CreateRecoveryCodePayload: { rule: 'self, once', fields: 'recoveryCode' },
  Notification: { rule: 'self', fields: 'createdAt id kind seenAt subjectId' },
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
  Import: {
    rule: 'whoever sent it, and managers',
    fields:
      'canBeUndone confirmedAt encoding fileName id importedBy madeCount newCount presentCount problemCount removedCount rowCount rowsUntil state undoneAt unknownHeadings uploadedAt',
  },
  ImportRow: { rule: 'as the import, for a day', fields: 'cells keptBecause line problems result' },
  ImportCell: { rule: 'as the import, for a day', fields: 'column text' },
  ImportRowProblem: { rule: 'as the import, for a day', fields: 'column otherLine problem' },
  ImportConfirmed: { rule: 'as the import', fields: 'import replayed' },
  ImportStopped: { rule: 'as the import', fields: 'import' },
  UndoImportPayload: { rule: 'as the import', fields: 'import' },
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
    fields: 'energy line rest selfCare signs submittedAt tags weekFelt weekStart',
  },
  WeeklyCheckInSaved: { rule: 'self (T1)', fields: 'checkIn replayed' },
  ReplaceWeeklyCheckInPayload: { rule: 'self (T1)', fields: 'checkIn replayed' },
  WeeklyCheckInDiffers: { rule: 'self (T1)', fields: 'kept offered' },
  CheckInHistory: { rule: 'self (T1)', fields: 'answeredWeeks measures selfCareDone signsNoticed weeks' },
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
      'accepted due endsOn id isPaused isSubstitute lastHeldOn pausedFrom pausedUntil peer standsInFor startsOn supervisor supervisorHasPeerExperience type',
  },
  PeerSupervision: {
    rule: 'manager, auditor',
    fields: 'agreement balance peer relationships requirements states',
  },
  SupervisionShare: { rule: 'manager, auditor', fields: 'agreedPercent minutes percent type' },
  SupervisionAgreement: {
    rule: 'peer, own supervisors, manager, auditor',
    fields: 'agreedOn id peer signers terms',
  },
  SupervisionAgreementTerm: {
    rule: 'as the agreement',
    fields: 'cadenceDays confidence groupSessionsCount sessionMinutes supervisor type',
  },
  SupervisionAgreementSigner: { rule: 'as the agreement', fields: 'member signedAt' },
  SupervisionDue: {
    rule: 'as the relationship',
    fields: 'cadenceDays countedFrom dueOn kind overdueDays rule',
  },
  SupervisionSession: {
    rule: 'facts: peer, own supervisors, manager, auditor (T2)',
    fields: 'attendees format heldOn id minutes modality observed segments status supervisor',
  },
  SessionAttendee: { rule: 'as the session; in a group each peer only themselves', fields: 'minutes peer' },
  SessionSegment: { rule: 'facts as the session', fields: 'minutes notes type' },
  SessionNote: {
    rule: 'the peer and who held that type (T2, T3)',
    fields: 'aboutGroup activities note writtenAt',
  },
  LogSupervisionSessionPayload: { rule: 'who led it', fields: 'replayed session' },
  Renewal: {
    rule: 'peer, manager, auditor',
    fields:
      'certificationId credential cycle daysLeft endsAloneOn expiresOn issuedOn nextChangeOn number peerId peerName reasons requirements status title unknowns',
  },
  RenewalInFull: {
    rule: 'peer, manager, auditor',
    fields:
      'certificationId credential cycle daysLeft earnedHours endsAloneOn expiresOn explained issuedOn nextChangeOn number otherCertifications peerId peerName reasons requirements rule status title unknowns',
  },
  RenewalRequirement: {
    rule: 'as the renewal',
    fields:
      'carriedOver category condition countsFrom countsUntil earned kind needed exemption overlaps requiredFrom planned practice shortBy sponsor state unit unknown within',
  },
  RenewalCycle: { rule: 'as the renewal', fields: 'endIsPrinted endsOn startsOn' },
  StatusReason: {
    rule: 'as the renewal',
    fields:
      'again category feeUsd fromOn kind lateStatus missed owesMissedYears perYearAtPace practice projectedShortBy readFromBoard requirement sendByOn shortBy sponsor status unit untilOn',
  },
  RenewalCalendarEntry: {
    rule: 'as the renewal',
    fields: 'certificationId credential expiresOn kind on peerName status',
  },
  PeerCertificationStatus: { rule: 'supervisors of the peer: the status only', fields: 'peerId status' },
  SavedView: { rule: 'self', fields: 'id isDefault name query' },
  StatusUnknown: { rule: 'as the renewal', fields: 'kind why' },
  EarnedHours: {
    rule: 'as the renewal',
    fields:
      'activityId approvedBy categories contents deliveryMode earnedBy heldOn hours onlyFor provider startsOn title unit',
  },
  RequirementExplained: {
    rule: 'as the renewal',
    fields: 'credits dueBy everyMonths metOn missed onlyIf openNow per perYearAtPace projectedShortBy',
  },
  CreditOutcome: { rule: 'as the renewal', fields: 'activityId counted reasons' },
  OtherCertification: {
    rule: 'as the renewal',
    fields: 'abbreviation certificationId credentialName status state',
  },
  CourseAnswer: {
    rule: 'the peer, and managers',
    fields: 'abbreviation after answer certificationId counted credentialName reasons rule status state',
  },
  CountReason: {
    rule: 'as the renewal, or as the answer',
    fields: 'countsFrom countsUntil kind limit sameCourse unit',
  },
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
    fields: 'answer asKnownThen certifications day peerId peerName supervisedBy',
  },
  CertificationOnDay: { rule: 'manager, auditor', fields: 'answer lacksOneOf renewal' },
  CertificationHistory: {
    rule: 'self, managers, auditors',
    fields: 'certificates certificationId holder issueDays issuedOn statuses verifications',
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
    fields: 'endedAt endedBy endsOn id recordedAt recordedBy startsOn status voidedAt voidedBy',
  },
  Verification: {
    rule: 'self, managers, auditors',
    fields: 'checkedOn expiresOnSeen id note recordedAt recordedBy result source',
  },
  IssueDayChange: {
    rule: 'self, managers, auditors',
    fields: 'after before id recordedAt recordedBy',
  },
  ServiceHoursEntry: {
    rule: 'self, managers, auditors',
    fields: 'allowsOverlap endsOn hours id recordedAt recordedBy startsOn voidedAt voidedBy',
  },
  OwnDriftFlag: {
    rule: 'self, first (T4)',
    fields:
      'cause evidence figure id openedAt origin peer raisedAt raisedBy releasedAs releasedAt responses revision ruleVersion seenBySupervisorsFrom signal status steps',
  },
  DriftSignalFigure: { rule: 'self, nobody else', fields: 'entries figure threshold' },
  DriftSignalEntry: { rule: 'self, nobody else', fields: 'id label' },
  TeamDriftFlag: {
    rule: 'educational and supportive supervisors once opened, at most 7 days after notice',
    fields:
      'cause evidence id origin peer raisedAt raisedBy responses revision ruleVersion signal status steps',
  },
  ReleasedDriftFlag: {
    rule: 'manager, once the peer released it',
    fields: 'cause evidence id origin peer releasedAs releasedAt responses ruleVersion signal',
  },
  DriftFlagStep: {
    rule: 'peer, educational and supportive supervisors',
    fields: 'from id plan reason sessionId takenAt takenBy to',
  },
  DriftFlagResponse: { rule: 'as the flag that it belongs to', fields: 'id text writtenAt' },
  CheckDriftSignalsPayload: { rule: 'self', fields: 'unopened' },
  RaiseDriftFlagPayload: { rule: 'self', fields: 'driftFlag' },
  OpenDriftFlagPayload: { rule: 'self', fields: 'driftFlag' },
  AddDriftFlagResponsePayload: { rule: 'self', fields: 'driftFlag' },
  ReleaseDriftFlagPayload: { rule: 'self', fields: 'driftFlag' },
  DriftFlagStepAdded: { rule: 'who took the step, as their own view of the flag', fields: 'driftFlag' },
  RaiseObservedDriftFlagPayload: {
    rule: 'the supervisor who raised it',
    fields: 'driftFlagId seenBySupervisorsFrom',
  },
  ProposeSupervisionRelationshipPayload: { rule: 'as the relationship', fields: 'relationship' },
  ReassignSupervisionPayload: { rule: 'as the relationship', fields: 'relationship' },
  EndSupervisionRelationshipPayload: { rule: 'as the relationship', fields: 'relationship' },
  AcceptSupportiveRelationshipPayload: { rule: 'as the relationship', fields: 'relationship' },
  DeclineSupportiveRelationshipPayload: { rule: 'as the relationship', fields: 'relationship' },
  CreateSupervisionAgreementPayload: { rule: 'as the agreement', fields: 'agreement' },
  SignSupervisionAgreementPayload: { rule: 'as the agreement', fields: 'agreement' },
  CreateExclusionPayload: { rule: 'the peer who excluded them', fields: 'person' },
  RemoveExclusionPayload: { rule: 'the peer who had excluded them', fields: 'person' },
}
