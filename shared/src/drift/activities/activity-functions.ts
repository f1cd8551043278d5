/**
 * What kind of work an activity is. The first eight are the common functions of peer support workers (LAPPA, peer
 * support in justice settings, 2021, table 1). The last four name work that pulls a peer away from them (the same
 * source, chapter 2: clinical staff, community supervision officers, errand runners and drivers, case aides).
 */
export const ActivityFunction = {
  OUTREACH: 'OUTREACH',
  ADVOCACY: 'ADVOCACY',
  LINKING_TO_RESOURCES: 'LINKING_TO_RESOURCES',
  COMPANIONSHIP_AND_MODELING: 'COMPANIONSHIP_AND_MODELING',
  RECOVERY_PLANNING: 'RECOVERY_PLANNING',
  SKILLS_TRAINING: 'SKILLS_TRAINING',
  ONGOING_SUPPORT: 'ONGOING_SUPPORT',
  CRISIS_SUPPORT: 'CRISIS_SUPPORT',
  CLINICAL: 'CLINICAL',
  SURVEILLANCE: 'SURVEILLANCE',
  ERRAND: 'ERRAND',
  ADMINISTRATIVE: 'ADMINISTRATIVE',
} as const
export type ActivityFunction = (typeof ActivityFunction)[keyof typeof ActivityFunction]
export const ACTIVITY_FUNCTIONS = Object.values(ActivityFunction)

/** The functions of table 1: work that draws on lived experience. */
export const PEER_FUNCTIONS: readonly ActivityFunction[] = ACTIVITY_FUNCTIONS.slice(0, 8)

/** The three parts of the worksheet, in the order of the source. */
export const ActivityGroup = {
  ENGAGEMENT: 'ENGAGEMENT',
  SERVICES: 'SERVICES',
  AGENCY: 'AGENCY',
} as const
export type ActivityGroup = (typeof ActivityGroup)[keyof typeof ActivityGroup]
export const ACTIVITY_GROUPS = Object.values(ActivityGroup)
