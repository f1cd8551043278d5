// Who sees a type, in words, and the fields that it has.

/** How people are supervised, for those who answer for it: dates and minutes, never what was said. */
export const OVERSIGHT_TYPES: Readonly<Record<string, { rule: string; fields: string }>> = {
  SupervisionCoverage: { rule: 'manager, auditor: dates only', fields: 'cells hostAgencies isPeer peer' },
  CoverageCell: {
    rule: 'manager, auditor: dates only',
    fields: 'daysSince lastHeldOn overdueDays relationships state type',
  },
  SupervisorCoverage: {
    rule: 'manager, auditor',
    fields:
      'dueThisWeek noSchedule notAssigned notStarted of onTime overdue paused peers peersFte fullTimeShare peersPerFte supervisor',
  },
  SupervisorMorning: {
    rule: 'the own supervisor',
    fields: 'agreementsToSign dueSoon later next7Days overdue sessionsToSign sessionsToday timeRequests',
  },
  TeamMember: {
    rule: 'the own supervisor',
    fields: 'group hostAgencies lastHeldOn peer relationships weeks',
  },
  MySupervisorReflection: { rule: 'self', fields: 'answeredOn ratings' },
  SkillReflection: { rule: 'self', fields: 'rating skill' },
  RecordSupervisorReflectionPayload: { rule: 'self', fields: 'reflection' },
  SessionRecord: {
    rule: 'who led it, manager, auditor: never what was said',
    fields: 'attendees format heldOn id minutes modality observed segments supervisor',
  },
  SessionRecordAttendee: { rule: 'as the session record', fields: 'minutes peer' },
  SupervisorTimeRecorded: {
    rule: 'the manager who recorded it',
    fields: 'fullTimeShare startsOn supervisor',
  },
  RecordSupervisorTimePayload: { rule: 'the manager who recorded it', fields: 'supervisorTime' },
  ReassignableRelationship: { rule: 'manager', fields: 'candidates relationship' },
  ReassignCaseloadPayload: { rule: 'manager', fields: 'reassigned reassignmentIds remaining' },
  UndoCaseloadReassignmentPayload: { rule: 'manager', fields: 'undone' },
}

/** Of these, what speaks of nobody: paging, and counts over rows that the caller sees. */
export const OVERSIGHT_PLAIN_TYPES: Readonly<Record<string, { rule: string; fields: string }>> = {
  SupervisionPause: { rule: 'as the relationship', fields: 'endsOn startsOn' },
  SupervisionCoverageConnection: { rule: 'manager, auditor', fields: 'edges pageInfo summary totalCount' },
  SupervisionCoverageEdge: { rule: 'manager, auditor', fields: 'cursor node' },
  CoverageSummary: { rule: 'manager, auditor', fields: 'hostAgencies peers supervisors types' },
  TypeCoverage: {
    rule: 'manager, auditor',
    fields: 'dueThisWeek noSchedule notAssigned notStarted of onTime overdue paused type',
  },
  AgencyCoverage: { rule: 'manager, auditor', fields: 'hostAgency peers types' },
  TeamConnection: { rule: 'the supervisor', fields: 'edges facets pageInfo totalCount' },
  TeamMemberEdge: { rule: 'the supervisor', fields: 'cursor node' },
  TeamFacets: { rule: 'over the team', fields: 'hostAgencies later next7Days overdue types' },
  MySupervisorReflectionConnection: { rule: 'self', fields: 'edges pageInfo totalCount' },
  MySupervisorReflectionEdge: { rule: 'self', fields: 'cursor node' },
  ReassignableRelationshipConnection: { rule: 'manager', fields: 'edges pageInfo totalCount' },
  ReassignableRelationshipEdge: { rule: 'manager', fields: 'cursor node' },
  SessionRecordConnection: { rule: 'as its nodes', fields: 'edges pageInfo totalCount totalMinutes' },
  SessionRecordEdge: { rule: 'as its nodes', fields: 'cursor node' },
  SessionRecordSegment: { rule: 'as the session record', fields: 'minutes type' },
}
