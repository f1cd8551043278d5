/** As the lists that these join have it: importing it from there would be a circle. */
interface TypeRule {
  readonly rule: string
  readonly fields: string
}
const CONNECTION = { rule: 'what its nodes are', fields: 'edges pageInfo totalCount' }
const EDGE = { rule: 'what its node is', fields: 'cursor node' }

/** Lists of planned sessions and of requests. */
export const PLANNING_LISTS: Readonly<Record<string, TypeRule>> = {
  PlannedSessionConnection: CONNECTION,
  PlannedSessionEdge: EDGE,
  TimeRequestConnection: CONNECTION,
  TimeRequestEdge: EDGE,
  MySupervisionRequestConnection: CONNECTION,
  MySupervisionRequestEdge: EDGE,
  SupervisionRequestConnection: CONNECTION,
  SupervisionRequestEdge: EDGE,
  SupervisionRequestCounts: { rule: 'manager, auditor', fields: 'answered medianHours waiting' },
}

/** Planned sessions, what peers ask for, and the own calendar file. */
export const PLANNING_TYPES: Readonly<Record<string, TypeRule>> = {
  PlannedSession: {
    rule: 'facts, as of a held session: peer, own supervisors, manager, auditor (T2)',
    fields:
      'canChange endsAt format id minutes modality peers reason revision series shownTime startTime startsAt startsOn status supervisor types',
  },
  PlannedSeries: { rule: 'as the session', fields: 'everyWeeks id isEnding lastStartsOn' },
  NextPlannedSession: { rule: 'as the relationship', fields: 'id startTime startsOn' },
  SuggestedSession: { rule: 'the supervisor who plans', fields: 'minutes modality startTime startsOn types' },
  CreatePlannedSessionPayload: { rule: 'as the session', fields: 'plannedCount plannedSession' },
  PlannedSessionUpdated: { rule: 'as the session', fields: 'plannedSession' },
  PlannedSessionCancelled: { rule: 'as the session', fields: 'plannedSession' },
  PlannedSessionMissed: { rule: 'as the session', fields: 'plannedSession' },
  PlannedSessionRestored: { rule: 'as the session', fields: 'plannedSession' },
  TimeRequest: {
    rule: 'the peer, and the supervisor who is asked',
    fields: 'answer askedAt id peer status supervisor timesOfDay type weekdays',
  },
  CreateTimeRequestPayload: { rule: 'as the request', fields: 'timeRequest' },
  DeclineTimeRequestPayload: { rule: 'as the request', fields: 'timeRequest' },
  WithdrawTimeRequestPayload: { rule: 'as the request', fields: 'timeRequest' },
  MySupervisionRequest: { rule: 'self', fields: 'answer askedAt id status type wish' },
  CreateSupervisionRequestPayload: { rule: 'self', fields: 'supervisionRequest' },
  WithdrawSupervisionRequestPayload: { rule: 'self', fields: 'supervisionRequest' },
  SupervisionRequest: {
    rule: 'manager: that there is one, and how long it waits; never what was wished for',
    fields: 'askedAt canAnswer id peer waitingDays',
  },
  SettleSupervisionRequestPayload: { rule: 'the manager who answered', fields: 'supervisionRequestId' },
  CalendarFeed: { rule: 'self', fields: 'createdAt showsNames' },
  CreateCalendarFeedPayload: { rule: 'self, once', fields: 'address calendarFeed' },
  RevokeCalendarFeedPayload: { rule: 'self', fields: 'revoked' },
}
