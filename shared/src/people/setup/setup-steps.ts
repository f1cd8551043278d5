/** The steps of an organization's first hour, in the order in which they are offered; each may be skipped. */
export const SetupStep = {
  /** Name, kind, home state, time zone and language. */
  ORGANIZATION: 'ORGANIZATION',
  /** Whom the help page offers besides 988. */
  HELP_CONTACTS: 'HELP_CONTACTS',
  /** The agencies in which peers work. */
  HOST_AGENCIES: 'HOST_AGENCIES',
  /** The teams that the climate page reports on. */
  TEAMS: 'TEAMS',
  /** The first invitations. */
  PEOPLE: 'PEOPLE',
  /** Further roles for the admin who sets up: an organization begins with an admin only. */
  OWN_ROLES: 'OWN_ROLES',
  /** Who supervises whom. */
  SUPERVISORS: 'SUPERVISORS',
  /** The certifications that people hold, from a file. */
  CERTIFICATIONS: 'CERTIFICATIONS',
} as const
export type SetupStep = (typeof SetupStep)[keyof typeof SetupStep]
export const SETUP_STEPS = Object.values(SetupStep)

/** About how long each step takes, in minutes: together under three quarters of an hour. */
export const SETUP_MINUTES: Readonly<Record<SetupStep, number>> = {
  ORGANIZATION: 3,
  HELP_CONTACTS: 5,
  HOST_AGENCIES: 8,
  TEAMS: 3,
  PEOPLE: 10,
  OWN_ROLES: 1,
  SUPERVISORS: 5,
  CERTIFICATIONS: 5,
}

/** How a step stands; a step that was skipped can still be done. */
export const SetupStepState = { OPEN: 'OPEN', DONE: 'DONE', SKIPPED: 'SKIPPED' } as const
export type SetupStepState = (typeof SetupStepState)[keyof typeof SetupStepState]
