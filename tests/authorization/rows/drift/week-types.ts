import type { TypeRule } from '../../plain-types.ts'

const TEAM = 'educational and supportive supervisors, weeks since their supervision began'
const CONNECTION = { rule: 'what its nodes are', fields: 'edges pageInfo totalCount' }
const EDGE = { rule: 'what its node is', fields: 'cursor node' }

/** How a week went, and what the signals say about it. */
export const WEEK_TYPES: Readonly<Record<string, TypeRule>> = {
  OwnWeekLog: { rule: 'self', fields: 'entries id loggedAt metPeers onlyTotals revision weekStart' },
  OwnWeekLogConnection: CONNECTION,
  OwnWeekLogEdge: EDGE,
  WeekLogged: { rule: 'self', fields: 'weekLog' },
  WeekLogUndone: { rule: 'self', fields: 'weekLog' },
  TeamWeekLog: { rule: TEAM, fields: 'entries id onlyTotals totals weekStart' },
  TeamWeekLogConnection: CONNECTION,
  TeamWeekLogEdge: EDGE,
  WeekLogEntry: {
    rule: `self; ${TEAM}, unless the peer shows totals only`,
    fields: 'activity askedBy customName function quarterHours',
  },
  WeekLogSum: { rule: TEAM, fields: 'function quarterHours' },
  DriftSignalReport: { rule: 'self, nobody else', fields: 'results' },
  DriftSignalResult: {
    rule: 'self, nobody else',
    fields: 'figure missing ruleVersion signal state threshold',
  },
}
