/** The titles under which peers work (LAPPA toolkit 2021, appendix A); part of a placement. */
export const JobTitle = {
  /** Trained, and certified by the standard of their state. */
  CERTIFIED_PEER_SPECIALIST: 'CERTIFIED_PEER_SPECIALIST',
  /** Guide and role model on any path of recovery; also called mentor. */
  RECOVERY_COACH: 'RECOVERY_COACH',
  /** Walks along from a hospital, detox or custody into the community. */
  PEER_BRIDGER: 'PEER_BRIDGER',
  /** On a phone line, in a respite house, or at home with a person in crisis. */
  PEER_CRISIS_SUPPORT_WORKER: 'PEER_CRISIS_SUPPORT_WORKER',
  /** Helps people decide for themselves and claim their rights. */
  PEER_ADVOCATE: 'PEER_ADVOCATE',
  /** Works with people in custody. */
  FORENSIC_PEER_SPECIALIST: 'FORENSIC_PEER_SPECIALIST',
  /** Stands by caregivers and young people. */
  CERTIFIED_FAMILY_SUPPORT_SPECIALIST: 'CERTIFIED_FAMILY_SUPPORT_SPECIALIST',
  /** A veteran who supports veterans. */
  VETERAN_PEER_SPECIALIST: 'VETERAN_PEER_SPECIALIST',
} as const
export type JobTitle = (typeof JobTitle)[keyof typeof JobTitle]
export const JOB_TITLES = Object.values(JobTitle)
