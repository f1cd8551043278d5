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
  FollowUpOwner: {
    PEER: 'Peer',
    SUPERVISOR: 'Supervisor',
  },
  FollowUpState: {
    OPEN: 'Open',
    DONE: 'Done',
    DROPPED: 'No longer needed',
  },
  LearningGoalState: {
    OPEN: 'In progress',
    REACHED: 'Reached',
    DROPPED: 'No longer pursued',
  },
  PeerCompetency: {
    ENGAGES_PEERS: 'Building trust with people',
    PROVIDES_SUPPORT: 'Giving support',
    SHARES_LIVED_EXPERIENCE: 'Sharing my own story with a purpose',
    PERSONALIZES_SUPPORT: 'Support that fits the person and their culture',
    SUPPORTS_RECOVERY_PLANNING: 'Recovery planning',
    LINKS_TO_RESOURCES: 'Finding resources',
    TEACHES_WELLNESS_SKILLS: 'Teaching wellness skills',
    HELPS_IN_CRISES: 'Helping in a crisis',
    COMMUNICATES: 'Listening and speaking up',
    COLLABORATES: 'Working with the team',
    LEADS_AND_ADVOCATES: 'Leading and advocating',
    KEEPS_GROWING: 'Professional growth',
  },
  DebriefPrompt: {
    PEOPLE_FROM_BEFORE: 'Did you run into someone from your past at work? What was that like?',
    BESIDE_AN_OFFICER:
      'Do you work next to someone who once arrested or guarded you? What would make it easier?',
    PLACE_AND_SOUNDS: 'Doors, keys, rooms, uniforms: what brought something back this week?',
    FRIENDS_CRITICISM:
      'Has anyone close to you questioned your working here? What do you say to them, and to yourself?',
  },
}
