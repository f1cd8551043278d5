import { CeCategory } from '../catalogue/ce-category.ts'
import type { PeerCompetency } from '../../supervision/learning-goals/peer-competencies.ts'

const C = CeCategory

/**
 * The topics of courses that teach a competency. Boards name topics and SAMHSA names competencies; which belong together
 * is our own reading, and only suggests where to look.
 */
const TOPICS: Readonly<Record<PeerCompetency, readonly CeCategory[]>> = {
  ENGAGES_PEERS: [C.PEER_PRACTICE, C.CORE_FUNCTIONS, C.BOUNDARIES],
  PROVIDES_SUPPORT: [C.PEER_PRACTICE, C.CORE_FUNCTIONS, C.COACHING],
  SHARES_LIVED_EXPERIENCE: [C.PEER_PRACTICE, C.BOUNDARIES],
  PERSONALIZES_SUPPORT: [C.CULTURAL_COMPETENCE, C.HEALTH_EQUITY, C.TRAUMA, C.MILITARY_CONTENT],
  SUPPORTS_RECOVERY_PLANNING: [
    C.COACHING,
    C.SUBSTANCE_USE,
    C.MEDICATION_SUPPORTED_RECOVERY,
    C.CORE_FUNCTIONS,
  ],
  LINKS_TO_RESOURCES: [C.SYSTEM_NAVIGATION, C.HUMAN_TRAFFICKING],
  TEACHES_WELLNESS_SKILLS: [C.HEALTH_AND_WELLNESS, C.GENERAL_BEHAVIORAL_HEALTH],
  HELPS_IN_CRISES: [C.SUICIDE_PREVENTION, C.TRAUMA],
  COMMUNICATES: [C.CONFIDENTIALITY, C.COACHING, C.TELEHEALTH],
  COLLABORATES: [C.ETHICS, C.LAW_AND_ETHICS, C.CONFIDENTIALITY, C.BOUNDARIES],
  LEADS_AND_ADVOCATES: [C.SUPERVISION, C.HEALTH_EQUITY],
  KEEPS_GROWING: [C.PROFESSIONAL_DEVELOPMENT, C.ETHICS, C.LAW_AND_ETHICS],
}

/** What a renewal still lacks in one topic. */
export interface TopicShort {
  readonly category: CeCategory
  readonly shortBy: number
}

/** What a goal and a renewal ask for together, the largest gap first: one course can serve both. */
export function coursesForGoal<Short extends TopicShort>(
  competency: PeerCompetency,
  short: readonly Short[],
): Short[] {
  const topics = TOPICS[competency]
  return short
    .filter(({ category, shortBy }) => shortBy > 0 && topics.includes(category))
    .toSorted((one, other) => other.shortBy - one.shortBy)
}
