/** The kinds of content that a course can have for a renewal; each board asks for hours in some of them. */
export const CeCategory = {
  ETHICS: 'ethics',
  LAW_AND_ETHICS: 'law-and-ethics',
  BOUNDARIES: 'boundaries',
  CONFIDENTIALITY: 'confidentiality',
  PEER_PRACTICE: 'peer-practice',
  CORE_FUNCTIONS: 'core-functions',
  GENERAL_BEHAVIORAL_HEALTH: 'general-behavioral-health',
  SUBSTANCE_USE: 'substance-use',
  SUICIDE_PREVENTION: 'suicide-prevention',
  TRAUMA: 'trauma',
  CULTURAL_COMPETENCE: 'cultural-competence',
  HEALTH_EQUITY: 'health-equity',
  SYSTEM_NAVIGATION: 'system-navigation',
  HUMAN_TRAFFICKING: 'human-trafficking',
  HEALTH_AND_WELLNESS: 'health-and-wellness',
  COACHING: 'coaching',
  SUPERVISION: 'supervision',
  TELEHEALTH: 'telehealth',
  MEDICATION_SUPPORTED_RECOVERY: 'medication-supported-recovery',
  PROFESSIONAL_DEVELOPMENT: 'professional-development',
  MILITARY_CONTENT: 'military-content',
  /** Any accepted topic: every credit can serve it. */
  ANY: 'any',
} as const
export type CeCategory = (typeof CeCategory)[keyof typeof CeCategory]

export const CE_CATEGORIES: readonly CeCategory[] = Object.values(CeCategory)
