/**
 * What a peer worker's craft consists of: the twelve categories of the Core Competencies for Peer Workers in Behavioral
 * Health Services (SAMHSA, 2015), in words of our own.
 */
export const PeerCompetency = {
  /** I: collaborative, caring relationships. */
  ENGAGES_PEERS: 'ENGAGES_PEERS',
  /** II: support. */
  PROVIDES_SUPPORT: 'PROVIDES_SUPPORT',
  /** III: lived experience, shared with a purpose. */
  SHARES_LIVED_EXPERIENCE: 'SHARES_LIVED_EXPERIENCE',
  /** IV: support that fits the person and their culture. */
  PERSONALIZES_SUPPORT: 'PERSONALIZES_SUPPORT',
  /** V: recovery planning. */
  SUPPORTS_RECOVERY_PLANNING: 'SUPPORTS_RECOVERY_PLANNING',
  /** VI: resources, services, supports. */
  LINKS_TO_RESOURCES: 'LINKS_TO_RESOURCES',
  /** VII: skills for health, wellness and recovery. */
  TEACHES_WELLNESS_SKILLS: 'TEACHES_WELLNESS_SKILLS',
  /** VIII: crises. */
  HELPS_IN_CRISES: 'HELPS_IN_CRISES',
  /** IX: communication. */
  COMMUNICATES: 'COMMUNICATES',
  /** X: collaboration and teamwork. */
  COLLABORATES: 'COLLABORATES',
  /** XI: leadership and advocacy. */
  LEADS_AND_ADVOCATES: 'LEADS_AND_ADVOCATES',
  /** XII: growth and development. */
  KEEPS_GROWING: 'KEEPS_GROWING',
} as const
export type PeerCompetency = (typeof PeerCompetency)[keyof typeof PeerCompetency]
export const PEER_COMPETENCIES = Object.values(PeerCompetency)
