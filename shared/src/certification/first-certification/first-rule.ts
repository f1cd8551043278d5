/** What a board asks before it grants a credential for the first time; what was not read is null, never zero. */

/** What a stated part of the training is about. */
export const TrainingTopic = {
  CORE_COURSE: 'CORE_COURSE',
  FURTHER_TRAINING: 'FURTHER_TRAINING',
  ONLINE_COURSES: 'ONLINE_COURSES',
  PEER_SUPPORT: 'PEER_SUPPORT',
  ETHICS: 'ETHICS',
  HIV: 'HIV',
  HARM_REDUCTION: 'HARM_REDUCTION',
  /** A domain of the exam; the page gives its hours and not its name. */
  DOMAIN: 'DOMAIN',
} as const
export type TrainingTopic = (typeof TrainingTopic)[keyof typeof TrainingTopic]

export interface TrainingPart {
  readonly topic: TrainingTopic
  /** A minimum inside the total. */
  readonly hours: number
}

/** What goes with the application, and the board asks for it itself. */
export const ApplicationPart = {
  REFERENCES: 'REFERENCES',
  EDUCATION: 'EDUCATION',
  DRIVER_LICENSE: 'DRIVER_LICENSE',
  BACKGROUND_CHECK: 'BACKGROUND_CHECK',
  SUPERVISION_PLAN: 'SUPERVISION_PLAN',
  HOURS_LETTER: 'HOURS_LETTER',
  STATE_CREDENTIAL: 'STATE_CREDENTIAL',
  LIVES_OR_WORKS_IN_STATE: 'LIVES_OR_WORKS_IN_STATE',
  MINIMUM_AGE: 'MINIMUM_AGE',
} as const
export type ApplicationPart = (typeof ApplicationPart)[keyof typeof ApplicationPart]

/** Something that may be held while the hours are gathered. */
export const EntryTitle = {
  PROVISIONAL: 'PROVISIONAL',
  INTERN: 'INTERN',
  TEMPORARY: 'TEMPORARY',
  /** The first certificate lasts six months. */
  SHORT_FIRST: 'SHORT_FIRST',
  ENTRY_TIER: 'ENTRY_TIER',
} as const
export type EntryTitle = (typeof EntryTitle)[keyof typeof EntryTitle]

/** What the state wants within months of the first day of work. */
export const WorkDeadline = {
  TRAINED_AND_TESTED: 'TRAINED_AND_TESTED',
  FIRST_TRAINING: 'FIRST_TRAINING',
} as const
export type WorkDeadline = (typeof WorkDeadline)[keyof typeof WorkDeadline]

export interface FirstRule {
  readonly trainingHours: number | null
  readonly trainingParts: readonly TrainingPart[]
  /** Hours of work as a peer, paid or not. */
  readonly experienceHours: number | null
  /** Hours with a supervisor. */
  readonly supervisedHours: number | null
  readonly examRequired: boolean | null
  /** The board asks about the applicant's own recovery. Alongside shows that, and keeps nothing of the answer. */
  readonly asksOwnRecovery: boolean
  /** 0: no minimum length; null: no length was read. */
  readonly ownRecoveryMonths: number | null
  /** Those that were read; a board may ask for more. */
  readonly applicationParts: readonly ApplicationPart[]
  readonly minimumAge: number | null
  readonly entryTitle: EntryTitle | null
  readonly workDeadline: { readonly kind: WorkDeadline; readonly months: number } | null
}

const NOTHING_READ: FirstRule = {
  trainingHours: null,
  trainingParts: [],
  experienceHours: null,
  supervisedHours: null,
  examRequired: null,
  asksOwnRecovery: false,
  ownRecoveryMonths: null,
  applicationParts: [],
  minimumAge: null,
  entryTitle: null,
  workDeadline: null,
}

/** Where the board asks nothing about the applicant's own recovery, as far as was read. */
export const NOT_ASKED = 'not-asked'

type Figures = readonly [
  training: number | null,
  experience: number | null,
  supervised: number | null,
  exam: 'exam' | null,
  ownRecoveryMonths: number | null | typeof NOT_ASKED,
]

export function asks(figures: Figures, read: Partial<FirstRule> = {}): FirstRule {
  const [trainingHours, experienceHours, supervisedHours, exam, recovery] = figures
  const asksOwnRecovery = recovery !== NOT_ASKED
  return {
    ...NOTHING_READ,
    ...{ trainingHours, experienceHours, supervisedHours, asksOwnRecovery },
    examRequired: exam && true,
    ownRecoveryMonths: asksOwnRecovery ? recovery : null,
    ...read,
  }
}

const parts = (topic: TrainingTopic, ...hours: number[]) => hours.map((each) => ({ topic, hours: each }))

/** The split of the international consortium's exam, which member boards take over. */
export const FOUR_DOMAINS = parts(TrainingTopic.DOMAIN, 10, 10, 10, 16)
