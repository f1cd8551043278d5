/** What kind of organization employs the peers; it decides wording and defaults, never rights. */
export const OrganizationKind = {
  /** Run by and for people in recovery; often employs peers who work elsewhere. */
  RECOVERY_COMMUNITY_ORGANIZATION: 'RECOVERY_COMMUNITY_ORGANIZATION',
  /** Treats substance use disorders or mental-health conditions. */
  TREATMENT_PROVIDER: 'TREATMENT_PROVIDER',
  /** Of a city, county or state. */
  HEALTH_DEPARTMENT: 'HEALTH_DEPARTMENT',
  /** Police department, sheriff's office and the like. */
  LAW_ENFORCEMENT_AGENCY: 'LAW_ENFORCEMENT_AGENCY',
  /** Any court, treatment and veterans' courts included. */
  COURT: 'COURT',
  /** A jail that employs peers itself. */
  JAIL: 'JAIL',
  /** Probation, parole or pretrial services. */
  COMMUNITY_SUPERVISION: 'COMMUNITY_SUPERVISION',
  /** None of these. */
  OTHER: 'OTHER',
} as const
export type OrganizationKind = (typeof OrganizationKind)[keyof typeof OrganizationKind]
export const ORGANIZATION_KINDS = Object.values(OrganizationKind)
