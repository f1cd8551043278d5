import { ActivityFunction as Kind, ActivityGroup, type ActivityFunction } from './activity-functions.ts'

/** An activity as the catalogue ships it. */
export interface CatalogueActivity {
  readonly group: ActivityGroup
  /** Our reading of the kind of work it is. An organization may read it otherwise. It answers nothing in a worksheet. */
  readonly function: ActivityFunction
}

const { ENGAGEMENT, SERVICES, AGENCY } = ActivityGroup

/**
 * The 54 activities that peers may be asked to do in a justice agency, in the order of the source: LAPPA, peer support
 * in justice settings, 2021, appendix C (19, 28 and 7). Whether one is part of the role is for each agreement to say:
 * the source has no answer key, and neither has this list.
 */
const CATALOGUE = {
  TALKING_ABOUT_STIGMA: { group: ENGAGEMENT, function: Kind.COMPANIONSHIP_AND_MODELING },
  LEADING_PEER_GROUP: { group: ENGAGEMENT, function: Kind.COMPANIONSHIP_AND_MODELING },
  HOLDING_THERAPY: { group: ENGAGEMENT, function: Kind.CLINICAL },
  LEADING_RECREATION_GROUP: { group: ENGAGEMENT, function: Kind.COMPANIONSHIP_AND_MODELING },
  SHARING_A_MEAL: { group: ENGAGEMENT, function: Kind.COMPANIONSHIP_AND_MODELING },
  SOCIALIZING: { group: ENGAGEMENT, function: Kind.COMPANIONSHIP_AND_MODELING },
  SHARING_COPING_STRATEGIES: { group: ENGAGEMENT, function: Kind.SKILLS_TRAINING },
  TALKING_HARM_REDUCTION: { group: ENGAGEMENT, function: Kind.SKILLS_TRAINING },
  TELLING_STORY_TO_STAFF: { group: ENGAGEMENT, function: Kind.ADVOCACY },
  SPEAKING_UP_AT_THE_DOCTOR: { group: ENGAGEMENT, function: Kind.SKILLS_TRAINING },
  TALKING_SPIRITUALITY: { group: ENGAGEMENT, function: Kind.COMPANIONSHIP_AND_MODELING },
  TALKING_SEXUALITY: { group: ENGAGEMENT, function: Kind.COMPANIONSHIP_AND_MODELING },
  TALKING_TRAUMA: { group: ENGAGEMENT, function: Kind.ONGOING_SUPPORT },
  SUGGESTING_MEDICATION: { group: ENGAGEMENT, function: Kind.CLINICAL },
  SHARING_OWN_CONDITION: { group: ENGAGEMENT, function: Kind.COMPANIONSHIP_AND_MODELING },
  TALKING_FAMILY: { group: ENGAGEMENT, function: Kind.ONGOING_SUPPORT },
  TALKING_HYGIENE: { group: ENGAGEMENT, function: Kind.SKILLS_TRAINING },
  URGING_TREATMENT: { group: ENGAGEMENT, function: Kind.CLINICAL },
  URGING_LESS_USE: { group: ENGAGEMENT, function: Kind.CLINICAL },
  HELPING_WITH_FORMS: { group: SERVICES, function: Kind.LINKING_TO_RESOURCES },
  FILLING_OUT_FORMS: { group: SERVICES, function: Kind.ERRAND },
  GOING_TO_DOCTOR_VISIT: { group: SERVICES, function: Kind.ADVOCACY },
  ASSESSING_SUICIDE_RISK: { group: SERVICES, function: Kind.CLINICAL },
  DOCUMENTING_CONTACTS: { group: SERVICES, function: Kind.ADMINISTRATIVE },
  GOING_TO_FOOD_BANK: { group: SERVICES, function: Kind.LINKING_TO_RESOURCES },
  FINDING_HOUSING: { group: SERVICES, function: Kind.LINKING_TO_RESOURCES },
  JOB_SEARCH: { group: SERVICES, function: Kind.LINKING_TO_RESOURCES },
  DRIVING_TO_APPOINTMENTS: { group: SERVICES, function: Kind.ERRAND },
  DELIVERING_MEDICATION: { group: SERVICES, function: Kind.ERRAND },
  SHOPPING_FOR_SOMEONE: { group: SERVICES, function: Kind.ERRAND },
  SHOPPING_TOGETHER: { group: SERVICES, function: Kind.SKILLS_TRAINING },
  FINDING_TREATMENT_INFORMATION: { group: SERVICES, function: Kind.LINKING_TO_RESOURCES },
  GOING_TO_COURT: { group: SERVICES, function: Kind.ADVOCACY },
  CALLING_FOR_SOMEONE: { group: SERVICES, function: Kind.ERRAND },
  CALLING_TOGETHER: { group: SERVICES, function: Kind.LINKING_TO_RESOURCES },
  VISITING_AT_HOME: { group: SERVICES, function: Kind.OUTREACH },
  VISITING_IN_JAIL: { group: SERVICES, function: Kind.OUTREACH },
  BUYING_SUBSTANCES: { group: SERVICES, function: Kind.ERRAND },
  SMOKING_TOGETHER: { group: SERVICES, function: Kind.COMPANIONSHIP_AND_MODELING },
  DRINKING_ALCOHOL: { group: SERVICES, function: Kind.COMPANIONSHIP_AND_MODELING },
  WATCHING_SYMPTOMS: { group: SERVICES, function: Kind.SURVEILLANCE },
  CALMING_PANIC: { group: SERVICES, function: Kind.CRISIS_SUPPORT },
  GOING_TO_DRUG_TEST: { group: SERVICES, function: Kind.ONGOING_SUPPORT },
  GIVING_DRUG_TEST: { group: SERVICES, function: Kind.CLINICAL },
  MEDIATING_WITH_FAMILY: { group: SERVICES, function: Kind.CLINICAL },
  INFORMING_FAMILY: { group: SERVICES, function: Kind.SURVEILLANCE },
  REPORTING_RETURN_TO_USE: { group: SERVICES, function: Kind.SURVEILLANCE },
  SERVING_ON_COMMITTEES: { group: AGENCY, function: Kind.ADVOCACY },
  ATTENDING_STAFF_MEETINGS: { group: AGENCY, function: Kind.ADMINISTRATIVE },
  TRAINING_STAFF_ON_RECOVERY: { group: AGENCY, function: Kind.ADVOCACY },
  LEARNING_AGENCY_POLICIES: { group: AGENCY, function: Kind.ADMINISTRATIVE },
  READING_CLIENT_FILES: { group: AGENCY, function: Kind.SURVEILLANCE },
  ANSWERING_PHONES: { group: AGENCY, function: Kind.ADMINISTRATIVE },
  SENDING_REMINDERS: { group: AGENCY, function: Kind.ADMINISTRATIVE },
} as const satisfies Record<string, CatalogueActivity>

export type Activity = keyof typeof CATALOGUE
export const ACTIVITIES = Object.keys(CATALOGUE) as readonly Activity[]
/** The codes as an object, for the enum of the API. */
export const Activity = Object.fromEntries(ACTIVITIES.map((key) => [key, key])) as {
  readonly [Key in Activity]: Key
}

export const catalogueActivity = (key: Activity): CatalogueActivity => CATALOGUE[key]
export const isActivity = (key: string): key is Activity => Object.hasOwn(CATALOGUE, key)
