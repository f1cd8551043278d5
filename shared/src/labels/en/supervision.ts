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
  PlannedSessionReason: {
    PEER_AWAY: 'The peer was away',
    SUPERVISOR_AWAY: 'The supervisor was away',
    FACILITY_CLOSED: 'The facility was closed',
    URGENT_WORK: 'Something urgent at work',
    NO_CONNECTION: 'No connection',
    MOVED: 'We found another time',
    SUPERVISION_ENDED: 'Supervision ended',
  },
  RequestedWeekday: {
    MONDAY: 'Monday',
    TUESDAY: 'Tuesday',
    WEDNESDAY: 'Wednesday',
    THURSDAY: 'Thursday',
    FRIDAY: 'Friday',
    WEEKEND: 'Weekend',
  },
  TimeOfDayChoice: { MORNING: 'Morning', MIDDAY: 'Midday', AFTERNOON: 'Afternoon', EVENING: 'Evening' },
  TimeRequestAnswer: {
    LETS_TALK: "Let's talk about a time",
    NEXT_SESSION: "Let's use our next session",
    AWAY: "I'm away then",
  },
  TimeRequestStatus: {
    OPEN: 'Waiting for an answer',
    PLANNED: 'Session planned',
    DECLINED: 'Answered',
    WITHDRAWN: 'Canceled',
  },
  SupervisionWish: { MORE: 'More of it', OTHER: 'Something different' },
  SupervisionRequestStatus: { OPEN: 'Waiting for an answer', ANSWERED: 'Answered', WITHDRAWN: 'Canceled' },
  SupervisionRequestAnswer: {
    WE_WILL_TALK: "I'll talk with you soon",
    CHANGE_COMING: "We're changing it",
    ALREADY_CHANGED: "It's already changed",
    NOT_NOW: "We can't right now",
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
}
