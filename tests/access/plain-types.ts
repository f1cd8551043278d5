import type { TypeRule } from './personal-types.ts'

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
      'abbreviation alsoKnownAs asksBirthday certifyingBody cycleMonths feeUsd id isOverridden isOwn knowledge minimums name provenance rule rules state totalHours unread',
  },
  CategoryMinimum: {
    rule: 'public facts',
    fields: 'amount category everyMonths once onlyIf overlaps unit within',
  },
  RenewalRule: {
    rule: 'public facts',
    fields:
      'carryOverMost closedToNewHolders conversions cycleChoices cycleMonths earning effectWasRead effectiveFrom effectiveTo exceptions expiry feeUsd firstCertificate late limits minimums newHolders origin papers practice proof provenance reason sameProgramme submission together total unread version',
  },
  RequiredTotal: { rule: 'public facts', fields: 'amount insteadAmount insteadIf per unit yearKind' },
  PracticeRequirement: { rule: 'public facts', fields: 'amount kind longCount longMinutes per unit' },
  ProofRule: { rule: 'public facts', fields: 'audit how keepYears mustShow' },
  CreditLimit: {
    rule: 'public facts',
    fields: 'category contents earnedBy feeUsdPerHour hours kind modes percent petition sponsor',
  },
  CreditConversion: { rule: 'public facts', fields: 'from hours' },
  ExpiryRule: { rule: 'public facts', fields: 'anchorYear day earlierWorkingDay everyYears month shape' },
  CycleChoice: { rule: 'public facts', fields: 'amount months' },
  FirstCertificate: { rule: 'public facts', fields: 'extensionMonths months' },
  NewHolderRule: { rule: 'public facts', fields: 'kind months steps unless' },
  ProratedStep: { rule: 'public facts', fields: 'amount monthsLeftAtLeast' },
  DatedException: { rule: 'public facts', fields: 'days dueFrom dueTo kind onlyIf text' },
  EarningWindow: { rule: 'public facts', fields: 'countsInGrace endsDaysBeforeExpiry monthsBeforeExpiry' },
  SubmissionRule: {
    rule: 'public facts',
    fields: 'countsBy dueDaysBefore dueIsRequest noticesDaysBefore opensDaysBefore',
  },
  LateStep: {
    rule: 'public facts',
    fields: 'again feeUsd needsHoursComplete owesMissedYears status text withinDays',
  },
  TogetherRule: { rule: 'public facts', fields: 'furtherFeeUsd hours needsOneOf sameExpiry withCredentials' },
  RuleSide: { rule: 'over certifications that the manager sees', fields: 'needed shortBy standing' },
  RuleEffectCount: { rule: 'over certifications that the manager sees', fields: 'count effect' },
  RuleChangePreview: {
    rule: 'over certifications that the manager sees',
    fields: 'certificationCount counts effects stamp',
  },
  AskedOfHolder: { rule: 'public facts', fields: 'birthday conditions cycleMonths examYear' },
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
  PeerConnection: CONNECTION,
  PeerEdge: EDGE,
  PeerChoices: { rule: 'manager, auditor', fields: 'hostAgencies teams' },
  NamedPlace: { rule: 'its members', fields: 'id name' },
  HostAgency: {
    rule: 'manager, admin; peers at work there: manager',
    fields:
      'agreements contacts dataSharing dataSharingUntil deflectionPathway id kind name peersToday revision sequentialIntercept staff state',
  },
  DataSharingAgreement: { rule: 'manager, admin', fields: 'endsOn id reference startsOn' },
  Caseload: CONNECTION,
  CaseloadEdge: EDGE,
  CaseloadCounts: { rule: 'over the caseload', fields: 'dueThisWeek onTrack overdue paused withoutCadence' },
  NotificationConnection: CONNECTION,
  NotificationEdge: EDGE,
  ImportRowConnection: CONNECTION,
  ImportRowEdge: EDGE,
  SessionConnection: CONNECTION,
  SessionEdge: EDGE,
  JudgingRule: {
    rule: 'signed in, with the certification it judges',
    fields: 'effectWasRead effectiveFrom effectiveTo ownReason provenance version',
  },
  RenewalConnection: CONNECTION,
  RenewalEdge: EDGE,
  RenewalCounts: {
    rule: 'over the renewals',
    fields:
      'atRisk credentials dueWithin30 dueWithin60 dueWithin90 hostAgencies hoursUnknown standings states teams unverified verified',
  },
  CredentialCount: { rule: 'over the renewals', fields: 'count id label' },
  PlaceCount: { rule: 'over the renewals', fields: 'count id name' },
  StandingCount: { rule: 'over the renewals', fields: 'count standing' },
  StateCount: { rule: 'over the renewals', fields: 'count state' },
  DriftFlagOfMineConnection: CONNECTION,
  DriftFlagOfMineEdge: EDGE,
  DriftFlagOfTeamConnection: CONNECTION,
  DriftFlagOfTeamEdge: EDGE,
  DriftFlagReleasedConnection: CONNECTION,
  DriftFlagReleasedEdge: EDGE,
}
