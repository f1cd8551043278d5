/** The three functions of supervision, which are different things (LAPPA toolkit 2021, ch. 3, table 5). */
export const SupervisionType = {
  /** The oversight that every employee gets; often by the host agency's own staff. */
  ADMINISTRATIVE: 'ADMINISTRATIVE',
  /** Also called formative: growing in the craft of peer support. */
  EDUCATIONAL: 'EDUCATIONAL',
  /** How the peer is doing with the work; begins only when the peer accepts it. */
  SUPPORTIVE: 'SUPPORTIVE',
} as const
export type SupervisionType = (typeof SupervisionType)[keyof typeof SupervisionType]
export const SUPERVISION_TYPES = Object.values(SupervisionType)

/** What can take place in a session; each activity belongs to one type (table 5: 6, 4 and 5 of them). */
export const SupervisionActivity = {
  /** Administrative: getting a new peer started. */
  GETTING_STARTED: 'GETTING_STARTED',
  /** Administrative: planning the work and sharing it out. */
  SHARING_OUT_WORK: 'SHARING_OUT_WORK',
  /** Administrative: finding time for what matters. */
  PLANNING_TIME: 'PLANNING_TIME',
  /** Administrative: what the policies mean here. */
  EXPLAINING_POLICIES: 'EXPLAINING_POLICIES',
  /** Administrative: the right measure of working with the team. */
  WORKING_WITH_THE_TEAM: 'WORKING_WITH_THE_TEAM',
  /** Administrative: the records that agency or funder asks for. */
  GOING_THROUGH_RECORDS: 'GOING_THROUGH_RECORDS',
  /** Educational: room to look back on one's practice. */
  LOOKING_BACK_ON_PRACTICE: 'LOOKING_BACK_ON_PRACTICE',
  /** Educational: knowledge, skills, attitudes. */
  KNOWLEDGE_AND_SKILLS: 'KNOWLEDGE_AND_SKILLS',
  /** Educational: training made for this one peer. */
  TRAINING_FOR_THIS_PEER: 'TRAINING_FOR_THIS_PEER',
  /** Educational: where the peer wants to grow. */
  PROFESSIONAL_GROWTH: 'PROFESSIONAL_GROWTH',
  /** Supportive: saying how the work is going. */
  HOW_THE_WORK_GOES: 'HOW_THE_WORK_GOES',
  /** Supportive: what the work does to one. */
  WHAT_THE_WORK_DOES_TO_ONE: 'WHAT_THE_WORK_DOES_TO_ONE',
  /** Supportive: being seen and encouraged. */
  ENCOURAGEMENT: 'ENCOURAGEMENT',
  /** Supportive: keeping well. */
  SELF_CARE: 'SELF_CARE',
  /** Supportive: speaking up for the peer role. */
  SPEAKING_UP_FOR_THE_ROLE: 'SPEAKING_UP_FOR_THE_ROLE',
} as const
export type SupervisionActivity = (typeof SupervisionActivity)[keyof typeof SupervisionActivity]
export const SUPERVISION_ACTIVITIES = Object.values(SupervisionActivity)

export const ACTIVITIES_OF_TYPE = {
  ADMINISTRATIVE: [
    SupervisionActivity.GETTING_STARTED,
    SupervisionActivity.SHARING_OUT_WORK,
    SupervisionActivity.PLANNING_TIME,
    SupervisionActivity.EXPLAINING_POLICIES,
    SupervisionActivity.WORKING_WITH_THE_TEAM,
    SupervisionActivity.GOING_THROUGH_RECORDS,
  ],
  EDUCATIONAL: [
    SupervisionActivity.LOOKING_BACK_ON_PRACTICE,
    SupervisionActivity.KNOWLEDGE_AND_SKILLS,
    SupervisionActivity.TRAINING_FOR_THIS_PEER,
    SupervisionActivity.PROFESSIONAL_GROWTH,
  ],
  SUPPORTIVE: [
    SupervisionActivity.HOW_THE_WORK_GOES,
    SupervisionActivity.WHAT_THE_WORK_DOES_TO_ONE,
    SupervisionActivity.ENCOURAGEMENT,
    SupervisionActivity.SELF_CARE,
    SupervisionActivity.SPEAKING_UP_FOR_THE_ROLE,
  ],
} as const satisfies Record<SupervisionType, readonly SupervisionActivity[]>

/** The activities that a segment of the type may name. */
export function activitiesOf(type: SupervisionType): readonly SupervisionActivity[] {
  return ACTIVITIES_OF_TYPE[type]
}
