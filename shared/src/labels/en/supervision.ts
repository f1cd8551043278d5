import type { Labels } from '../label-groups.ts'

export const labels: Labels['supervision'] = {
  SupervisionType: {
    ADMINISTRATIVE: 'Administrative',
    EDUCATIONAL: 'Educational',
    SUPPORTIVE: 'Supportive',
  },
  SessionFormat: {
    INDIVIDUAL: 'One-on-one',
    GROUP: 'Group',
    TEAM_CHECK_IN: 'Team meeting',
    CO_REFLECTION: 'Co-reflection',
  },
  SessionModality: {
    IN_PERSON: 'In person',
    VIDEO: 'Video',
    PHONE: 'Phone',
  },
  SessionStatus: {
    SCHEDULED: 'Scheduled',
    HELD: 'Held',
    CANCELLED: 'Canceled',
    MISSED: 'Missed',
  },
  SupervisionActivity: {
    GETTING_STARTED: 'Getting started',
    SHARING_OUT_WORK: 'Assigning work',
    PLANNING_TIME: 'Scheduling',
    EXPLAINING_POLICIES: 'Policies and procedures',
    WORKING_WITH_THE_TEAM: 'Working with the team',
    GOING_THROUGH_RECORDS: 'Reviewing documentation',
    LOOKING_BACK_ON_PRACTICE: 'Reflecting on practice',
    KNOWLEDGE_AND_SKILLS: 'Knowledge and skills',
    TRAINING_FOR_THIS_PEER: 'Training needs',
    PROFESSIONAL_GROWTH: 'Career growth',
    HOW_THE_WORK_GOES: 'How the work is going',
    WHAT_THE_WORK_DOES_TO_ONE: 'How the work affects me',
    ENCOURAGEMENT: 'Encouragement',
    SELF_CARE: 'Self-care',
    SPEAKING_UP_FOR_THE_ROLE: 'Advocating for the peer role',
  },
  SupervisionDueKind: {
    ON_TRACK: 'Next by {day}',
    DUE_THIS_WEEK: 'This week, by {day}',
    OVERDUE: 'Overdue by {count} day | Overdue by {count} days',
  },
  DueRule: {
    FROM_LAST_SESSION: 'Every {days} days. Last session: {day}.',
    FROM_START: 'Every {days} days. No session since it started on {day}.',
  },
  AgreedConfidence: {
    ADMINISTRATIVE:
      'Hours, tasks and rules may be shared with the office. Our notes are just for the two of us. The office sees when we met and for how long. Everything else stays between us, unless someone is in danger.',
    EDUCATIONAL:
      'Our notes are just for the two of us. A manager may see the learning goals. The office sees when we met and for how long. We talk about our work without names. Everything else stays between us, unless someone is in danger.',
    SUPPORTIVE:
      'What we talk about stays here. Notes are short, and only the two of us read them. The office sees that we met and for how long. Nothing else is shared, unless the peer asks or someone is in danger.',
  },
  SignatureKind: {
    SIGNED: 'Signed',
    ACKNOWLEDGED: 'Confirmed',
    COMMENTED: 'Confirmed with a comment',
  },
  AmendmentReason: {
    WRONG_DATE: 'Wrong date',
    WRONG_LENGTH: 'Wrong length',
    WRONG_PERSON: 'Wrong person',
    WRONG_TYPE: 'Wrong type of supervision',
    WRONG_FORMAT: 'Wrong format',
    OTHER: 'Something else',
  },
  RecordChainProblem: {
    LINK_MISSING: 'A signature is missing.',
    LINK_CHANGED: 'An entry was changed.',
    SIGNATURE_CHANGED: 'A signature or comment was changed.',
    AMENDMENT_CHANGED: 'An amendment was changed.',
    SESSION_CHANGED: 'A session was changed after it was signed.',
  },
  QualifiedAnswer: {
    YES: 'Yes',
    NO: 'No',
    UNKNOWN: 'Not known',
  },
  SupervisionMeasure: {
    SESSIONS_PER_WEEK: 'Sessions a week: {needed}',
    MINUTES_PER_WEEK: 'Minutes a week: {needed}',
    SESSIONS_PER_MONTH: 'Sessions a month: {needed}',
    ONE_LONG_SESSION_PER_MONTH: 'One session a month of at least {needed} minutes',
    CO_REFLECTIONS_PER_QUARTER: 'Co-reflections a quarter: {needed}',
    DAYS_BETWEEN_SESSIONS: 'At most {needed} days between sessions',
    HOURS_PER_SERVICE_HOURS: 'Supervision hours for the service hours: {needed}',
    HOURS_BEFORE_FIRST_PLACEMENT: 'Supervision hours before the first placement: {needed}',
    PEERS_PER_SUPERVISOR: 'At most {needed} peers for a full-time supervisor',
  },
  SupervisionMeasureState: {
    MET: 'Met',
    SHORT: 'Short',
    UNKNOWN: 'Not known',
  },
  SupervisionMeasureUnknown: {
    PERIOD_TOO_SHORT: 'These dates hold no whole week, month, or quarter to count.',
    NO_SERVICE_HOURS: 'No service hours are recorded for these dates.',
    NO_PLACEMENT: 'No placement is recorded.',
    NOTHING_RECORDED_BEFORE: 'No session is recorded before the first placement.',
    FTE_NOT_RECORDED: "Alongside doesn't record how much of a full-time job someone supervises.",
  },
  SignatureSentence: {
    SIGNED: 'Signed by {name}, {day}',
    ACKNOWLEDGED: 'Confirmed by {name}, {day}',
    COMMENTED: 'Confirmed with a comment by {name}, {day}',
  },
  QualifiedToday: {
    YES: 'Qualified today',
    NO: 'Not valid today',
    UNKNOWN: 'Nothing recorded',
  },
}
