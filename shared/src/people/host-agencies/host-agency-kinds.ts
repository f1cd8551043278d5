/** What kind of justice or public-safety agency an organization's peers work in. */
export const HostAgencyKind = {
  /** Police, sheriff. */
  LAW_ENFORCEMENT: 'LAW_ENFORCEMENT',
  /** Fire service or emergency medical service. */
  FIRE_AND_EMERGENCY_MEDICAL: 'FIRE_AND_EMERGENCY_MEDICAL',
  /** A court without a treatment docket. */
  COURT: 'COURT',
  /** Drug, mental-health, veterans' and other problem-solving courts. */
  TREATMENT_COURT: 'TREATMENT_COURT',
  /** Held before trial or for a short term. */
  JAIL: 'JAIL',
  /** Held for a longer term. */
  PRISON: 'PRISON',
  /** Supervision in the community before trial. */
  PRETRIAL_SERVICES: 'PRETRIAL_SERVICES',
  /** Supervision in the community in place of custody. */
  PROBATION: 'PROBATION',
  /** Supervision in the community after custody. */
  PAROLE: 'PAROLE',
  /** None of these. */
  OTHER: 'OTHER',
} as const
export type HostAgencyKind = (typeof HostAgencyKind)[keyof typeof HostAgencyKind]
export const HOST_AGENCY_KINDS = Object.values(HostAgencyKind)

/**
 * Where in the justice system the agency works (Sequential Intercept Model, Policy Research Associates):
 * 0 community services, 1 first contact with responders, 2 detention and first hearings,
 * 3 jails and courts, 4 the way back home, 5 supervision in the community.
 */
export const SEQUENTIAL_INTERCEPTS = [0, 1, 2, 3, 4, 5] as const
export type SequentialIntercept = (typeof SEQUENTIAL_INTERCEPTS)[number]

/** How people come into deflection work (LAPPA, peers in deflection and pre-arrest diversion, table 3). */
export const DeflectionPathway = {
  /** A person turns to a first responder of their own accord, without fear of arrest. */
  SELF_REFERRAL: 'SELF_REFERRAL',
  /** A team seeks people out and offers a way into services. */
  ACTIVE_OUTREACH: 'ACTIVE_OUTREACH',
  /** Outreach after an overdose, with naloxone. */
  NALOXONE_PLUS: 'NALOXONE_PLUS',
  /** An officer refers a person during everyday work; no charge is filed. */
  OFFICER_PREVENTION: 'OFFICER_PREVENTION',
  /** An officer refers a person where a charge was possible; it is held back or a citation names the services. */
  OFFICER_INTERVENTION: 'OFFICER_INTERVENTION',
} as const
export type DeflectionPathway = (typeof DeflectionPathway)[keyof typeof DeflectionPathway]
export const DEFLECTION_PATHWAYS = Object.values(DeflectionPathway)
