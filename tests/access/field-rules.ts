import { Role } from '../../shared/src/people/roles.ts'

// Who may ask for what, stated once more and on its own: what the capabilities in `shared` are held against.

const { PEER, SUPERVISOR, MANAGER, ADMIN, AUDITOR } = Role
const SIGNED_IN = [PEER, SUPERVISOR, MANAGER, ADMIN, AUDITOR]

/** Each root field with the roles it opens to; EVERYBODY: signed out too. */
export const ROOT_RULES: Readonly<Record<string, readonly Role[] | 'EVERYBODY'>> = {
  // The doors.
  me: 'EVERYBODY',
  demoSignIns: 'EVERYBODY',
  invitation: 'EVERYBODY',
  signIn: 'EVERYBODY',
  signOut: 'EVERYBODY',
  acceptInvitation: 'EVERYBODY',
  recoverAccount: 'EVERYBODY',
  signOutEverywhere: SIGNED_IN,
  confirmPassword: SIGNED_IN,
  inviteMember: [ADMIN],
  // Members, setting up, going from one organization to another.
  members: [ADMIN],
  membersCsv: [ADMIN],
  inviteMembers: [ADMIN],
  resendInvitation: [ADMIN],
  revokeInvitation: [ADMIN],
  changeMemberRoles: [ADMIN],
  disableMember: [ADMIN],
  enableMember: [ADMIN],
  myOrganizations: SIGNED_IN,
  switchOrganization: SIGNED_IN,
  organizationSettings: [ADMIN],
  updateOrganization: [ADMIN],
  organizationHelpContacts: [ADMIN],
  addHelpContact: [ADMIN],
  changeHelpContact: [ADMIN],
  removeHelpContact: [ADMIN],
  restoreHelpContact: [ADMIN],
  orderHelpContacts: [ADMIN],
  reportingTeams: [ADMIN, MANAGER],
  addReportingTeam: [ADMIN, MANAGER],
  renameReportingTeam: [ADMIN, MANAGER],
  archiveReportingTeam: [ADMIN, MANAGER],
  organizationSetup: [ADMIN],
  decideSetupStep: [ADMIN],
  // The own account.
  myAccount: SIGNED_IN,
  changeOwnName: SIGNED_IN,
  setOwnPreferences: SIGNED_IN,
  changeOwnPassword: SIGNED_IN,
  endOwnSession: SIGNED_IN,
  makeRecoveryCode: SIGNED_IN,
  // Notifications: each person's own.
  notifications: SIGNED_IN,
  unseenNotificationCount: SIGNED_IN,
  markNotificationsSeen: SIGNED_IN,
  markAllNotificationsSeen: SIGNED_IN,
  notificationChoice: SIGNED_IN,
  chooseNotifications: SIGNED_IN,
  // Supervision.
  caseload: [SUPERVISOR],
  logSupervisionSession: [SUPERVISOR],
  mySessions: [PEER],
  mySupervisors: [PEER],
  sessionsOf: [PEER, SUPERVISOR, MANAGER, AUDITOR],
  acceptSupportiveRelationship: [PEER],
  proposeSupervisionRelationship: [MANAGER],
  endSupervisionRelationship: [PEER, MANAGER],
  declineSupportiveRelationship: [PEER],
  handOverSupervision: [MANAGER],
  availableSupervisors: [MANAGER],
  supervisionOf: [MANAGER, AUDITOR],
  mySupervisionAgreements: [PEER, SUPERVISOR],
  agreeOnSupervision: [MANAGER],
  signSupervisionAgreement: [PEER, SUPERVISOR],
  myExclusions: [PEER],
  exclusionChoices: [PEER],
  excludeFromSupervision: [PEER],
  takeBackExclusion: [PEER],
  // Wellness: nobody but the peer.
  myWeek: [PEER],
  myCheckInHistory: [PEER],
  submitWeeklyCheckIn: [PEER],
  replaceWeeklyCheckIn: [PEER],
  // Certification.
  renewals: [MANAGER, AUDITOR],
  renewal: [MANAGER, AUDITOR],
  renewalsCsv: [MANAGER, AUDITOR],
  myCertifications: [PEER],
  certifiablePeers: [MANAGER],
  suggestedExpiry: SIGNED_IN,
  credential: SIGNED_IN,
  catalogueReports: [MANAGER, AUDITOR],
  reportCatalogueChange: [MANAGER],
  settleCatalogueReport: [MANAGER],
  credentialCatalogue: SIGNED_IN,
  recordCertification: [MANAGER],
  recordContinuingEducation: [MANAGER],
  // The trail.
  auditTrail: [AUDITOR, ADMIN],
  exportAuditTrail: [AUDITOR, ADMIN],
  myTrail: SIGNED_IN,
  // Drift.
  myDriftFlags: [PEER],
  lookForDriftSignals: [PEER],
  raiseDriftFlag: [PEER],
  openDriftFlag: [PEER],
  addOwnView: [PEER],
  releaseDriftFlag: [PEER],
  teamDriftFlags: [SUPERVISOR],
  observablePeers: [SUPERVISOR],
  raiseObservedDriftFlag: [SUPERVISOR],
  takeDriftFlagStep: [PEER, SUPERVISOR],
  releasedDriftFlags: [MANAGER],
}

interface TypeRule {
  readonly rule: string
  readonly fields: string
}

/** Types that speak of a person: whose they are, and who else sees them. The oracle holds the words to it. */
export const PERSONAL_TYPES: Readonly<Record<string, TypeRule>> = {
  Me: {
    rule: 'self',
    fields: 'displayName hostAgencyStaff membershipId organization passwordConfirmed roles today',
  },
  SignedIn: { rule: 'self', fields: 'me recoveryCode' },
  InvitationPreview: { rule: 'whoever holds the link', fields: 'displayName email organizationName roles' },
  SentInvitation: { rule: 'the admin who invited', fields: 'email expiresAt id link' },
  Member: {
    rule: 'admin: who somebody is, never what they write',
    fields: 'displayName email hasJoined hostAgencyName id lastSeenAt linkEndsAt revision roles state',
  },
  MemberChangedMeanwhile: { rule: 'as the member', fields: 'current' },
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
  OwnPasswordChanged: { rule: 'self', fields: 'endedSessions' },
  Notification: { rule: 'self', fields: 'createdAt id kind seenAt subjectId' },
  NotificationChoice: { rule: 'self', fields: 'digestHour mail quietFrom quietUntil' },
  AuditEntry: {
    rule: 'auditor; admin: accounts, settings, integrations; everybody: about oneself and by oneself',
    fields: 'action actor area at facts number person subject',
  },
  AuditPerson: { rule: 'as the entry', fields: 'displayName id' },
  AuditFact: { rule: 'as the entry, never content', fields: 'after before name' },
  MyWeek: { rule: 'self (T1)', fields: 'checkIn previousWeekOpen previousWeekStart weekStart' },
  WeeklyCheckIn: {
    rule: 'self (T1)',
    fields: 'energy line rest selfCare signs submittedAt tags weekFelt weekStart',
  },
  WeeklyCheckInSaved: { rule: 'self (T1)', fields: 'checkIn replayed' },
  WeeklyCheckInDiffers: { rule: 'self (T1)', fields: 'kept offered' },
  CheckInHistory: { rule: 'self (T1)', fields: 'answeredWeeks measures selfCareDone signsNoticed weeks' },
  MeasureHistory: { rule: 'self (T1)', fields: 'measure trend trendWeek usualFrom usualTo values' },
  SignNoticed: { rule: 'self (T1)', fields: 'sign weeks' },
  SelfCareDone: { rule: 'self (T1)', fields: 'selfCare weeks' },
  SupervisionPerson: { rule: 'colleagues', fields: 'displayName id' },
  SupervisionRelationship: {
    rule: 'peer, own supervisors, manager, auditor',
    fields:
      'accepted due endsOn id isSubstitute lastHeldOn peer standsInFor startsOn supervisor supervisorHasPeerExperience type',
  },
  PeerSupervision: {
    rule: 'manager, auditor',
    fields: 'agreement balance peer relationships rules states',
  },
  SupervisionShare: { rule: 'manager, auditor', fields: 'minutes percent type' },
  SupervisionAgreement: {
    rule: 'peer, own supervisors, manager, auditor',
    fields: 'agreedOn id peer signers terms',
  },
  SupervisionAgreementTerm: {
    rule: 'as the agreement',
    fields: 'cadenceDays groupSessionsCount supervisor type',
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
  SessionLogged: { rule: 'the holder', fields: 'id replayed' },
  Renewal: {
    rule: 'peer, manager, auditor',
    fields:
      'certificationId credential cycle daysLeft expiresOn issuedOn nextChangeOn number peerId peerName reasons requirements standing unknowns',
  },
  RenewalInFull: {
    rule: 'peer, manager, auditor',
    fields:
      'certificationId credential cycle daysLeft earnedHours expiresOn issuedOn nextChangeOn number peerId peerName reasons requirements standing unknowns',
  },
  RenewalRequirement: {
    rule: 'as the renewal',
    fields: 'category earned needed planned shortBy unknown within',
  },
  RenewalCycle: { rule: 'as the renewal', fields: 'endIsPrinted endsOn startsOn' },
  StandingReason: {
    rule: 'as the renewal',
    fields: 'category fromOn kind lateStatus projectedShortBy readFromBoard shortBy status untilOn',
  },
  StandingUnknown: { rule: 'as the renewal', fields: 'kind why' },
  EarnedHours: { rule: 'as the renewal', fields: 'activityId categories heldOn hours provider title' },
  CatalogueReport: { rule: 'manager, auditor', fields: 'id reportedAt reportedBy sourceUrl whatChanged' },
  CertifiablePeer: { rule: 'manager', fields: 'displayName peerId' },
  RecordedCertification: { rule: 'manager', fields: 'certificationId' },
  RecordedContinuingEducation: { rule: 'manager', fields: 'activityId peerCount' },
  DriftFlagOfMine: {
    rule: 'self, first (T4)',
    fields:
      'cause evidence figure id openedAt origin ownViews raisedByName releasedAs releasedAt ruleVersion seenBySupervisorsFrom signal status steps toldAt',
  },
  DriftSignalFigureSeen: { rule: 'self, nobody else', fields: 'entries figure threshold' },
  DriftSignalEntry: { rule: 'self, nobody else', fields: 'id label' },
  DriftFlagOfTeam: {
    rule: 'educational and supportive supervisors once opened, at most 7 days after notice',
    fields:
      'cause evidence id origin ownViews peerId peerName raisedByName ruleVersion signal status steps toldAt',
  },
  DriftFlagReleased: {
    rule: 'manager, once the peer released it',
    fields: 'cause evidence id origin ownViews peerName releasedAs releasedAt ruleVersion signal',
  },
  DriftFlagStepTaken: {
    rule: 'peer, educational and supportive supervisors',
    fields: 'from id plan reason sessionId takenAt takenByName to',
  },
  DriftOwnView: { rule: 'as the flag it stands beside', fields: 'id text writtenAt' },
  DriftFlagMoved: { rule: 'who moved it', fields: 'id status' },
  DriftLook: { rule: 'self', fields: 'unopened' },
  ObservablePeer: { rule: 'their educational and supportive supervisors', fields: 'displayName id' },
  ObservedFlagRaised: { rule: 'the supervisor who raised it', fields: 'id seenBySupervisorsFrom' },
}

const CONNECTION = { rule: 'what its nodes are', fields: 'edges pageInfo totalCount counts' }
const EDGE = { rule: 'what its node is', fields: 'cursor node' }

/** Types that speak of nobody: the organization, the catalogue, paging, counts over rows that the caller sees. */
export const PLAIN_TYPES: Readonly<Record<string, TypeRule>> = {
  Organization: { rule: 'its members', fields: 'helpContacts id name timeZone' },
  HelpContact: { rule: 'its members', fields: 'label phone url' },
  OrganizationSettings: { rule: 'admin', fields: 'homeState kind locale name timeZone' },
  OrganizationHelpContact: { rule: 'admin', fields: 'id label phone url' },
  OrganizationSetupStepState: { rule: 'admin', fields: 'decidedAt decidedByName state step' },
  ReportingTeam: { rule: 'admin, manager', fields: 'archivedAt id memberCount name' },
  MemberConnection: { rule: 'what its nodes are', fields: 'edges pageInfo roles states totalCount' },
  MemberEdge: EDGE,
  MemberStateCount: { rule: 'over the members', fields: 'count state' },
  MemberRoleCount: { rule: 'over the members', fields: 'count role' },
  SignInRefused: { rule: 'everybody', fields: 'reason' },
  SignInPaused: { rule: 'everybody', fields: 'retryAfterSeconds' },
  Credential: {
    rule: 'public facts',
    fields:
      'abbreviation alsoKnownAs asksBirthday certifyingBody cycleMonths feeUsd id knowledge minimums name provenance state totalHours unread',
  },
  CategoryMinimum: { rule: 'public facts', fields: 'category hours' },
  Provenance: { rule: 'public facts', fields: 'confidence date readOn title url' },
  UnreadPart: { rule: 'public facts', fields: 'category figures kind text' },
  UnreadFigure: { rule: 'public facts', fields: 'name value' },
  PageInfo: { rule: 'paging', fields: 'endCursor hasNextPage' },
  AuditEntryConnection: CONNECTION,
  AuditEntryEdge: EDGE,
  SupervisionRule: {
    rule: 'public facts',
    fields: 'appliesTo asks date id jurisdiction longestCadenceDays source',
  },
  AvailableSupervisors: CONNECTION,
  AvailableSupervisorsEdge: EDGE,
  Caseload: CONNECTION,
  CaseloadEdge: EDGE,
  CaseloadCounts: { rule: 'over the caseload', fields: 'dueThisWeek onTrack overdue withoutCadence' },
  NotificationConnection: CONNECTION,
  NotificationEdge: EDGE,
  SessionConnection: CONNECTION,
  SessionEdge: EDGE,
  RenewalConnection: CONNECTION,
  RenewalEdge: EDGE,
  RenewalCounts: {
    rule: 'over the renewals',
    fields: 'atRisk dueWithin30 dueWithin60 dueWithin90 standings states',
  },
  StandingCount: { rule: 'over the renewals', fields: 'count standing' },
  StateCount: { rule: 'over the renewals', fields: 'count state' },
  DriftFlagOfMineConnection: CONNECTION,
  DriftFlagOfMineEdge: EDGE,
  DriftFlagOfTeamConnection: CONNECTION,
  DriftFlagOfTeamEdge: EDGE,
  DriftFlagReleasedConnection: CONNECTION,
  DriftFlagReleasedEdge: EDGE,
}
