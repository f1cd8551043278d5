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
