/** What a rule may ask about the holder before it asks for hours. Each is a field of the certification: held, not held, or not known. */
export const HolderCondition = {
  SUPERVISES_OTHERS: 'supervises-others',
  PROVIDES_TELEHEALTH: 'provides-telehealth',
  MILITARY_DESIGNATION: 'military-designation',
  /** Employed by an entity for alcohol and other drug services (Kentucky, 908 KAR 1:370). */
  ALCOHOL_AND_DRUG_ENTITY: 'alcohol-and-drug-entity',
  CRISIS_TEAM: 'crisis-team',
  FAMILY_ENDORSEMENT: 'family-endorsement',
  VETERAN_ENDORSEMENT: 'veteran-endorsement',
  ACTIVE_MILITARY_SERVICE: 'active-military-service',
  GRANDFATHERED: 'grandfathered',
} as const
export type HolderCondition = (typeof HolderCondition)[keyof typeof HolderCondition]

export const HOLDER_CONDITIONS: readonly HolderCondition[] = Object.values(HolderCondition)

/** What may be asked about a holder, and answered otherwise from some day on. */
export const CYCLE_CHOICE = 'chosen-cycle-months'
export type HolderQuestion = HolderCondition | typeof CYCLE_CHOICE

/** What is known of a holder; a condition that is not named is not known. */
export type HolderConditions = Readonly<Partial<Record<HolderCondition, boolean>>>
