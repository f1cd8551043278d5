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
  CoverageState: {
    NOT_ASSIGNED: 'Nobody assigned',
    OVERDUE: 'Overdue',
    NOT_STARTED: 'Not started yet',
    DUE_THIS_WEEK: 'Due this week',
    NO_SCHEDULE: 'No schedule set',
    ON_TIME: 'On time',
    PAUSED: 'On leave',
  },
  TeamGroup: {
    OVERDUE: 'Overdue',
    NEXT_7_DAYS: 'Next 7 days',
    LATER: 'Later',
  },
  SupervisorSkill: {
    UNDERSTANDING_THE_ROLE: 'I know what makes peer work special, and I say so',
    EXPLAINING_THE_ROLE: 'I help everyone on staff see what peers do',
    HOLDING_TO_VALUES: 'I keep us all to recovery values',
    BOUNDARIES_AND_DISCLOSURE: "I help with sharing one's story, boundaries and hard choices",
    STRENGTHS_AND_GOALS: 'Together we name strengths, training needs and goals',
    REGULAR_FEEDBACK: 'I give helpful feedback often, not once a year',
    SKILLS_FOR_THE_DAY: "I help build skills for the day's work and put the people served first",
    DOCUMENTATION: 'I help peers learn the paperwork',
    WELLNESS: 'I put wellness and self-care at work first',
    MUTUAL_RESPECT: 'I show respect and care in how I work',
  },
  SkillRating: {
    LEARNING: 'Learning',
    GROWING: 'Growing',
    STEADY: 'Steady',
    HELPING_OTHERS: 'Helping others',
  },
}
