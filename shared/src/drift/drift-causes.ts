/** Who set it up this way. Drift is often done to peers, so every flag asks. */
export const DriftCause = {
  /** A habit of the peer's own practice. */
  OWN_PRACTICE: 'OWN_PRACTICE',
  /** Work that was handed to the peer. */
  ASSIGNED_WORK: 'ASSIGNED_WORK',
  /** A rule or schedule made for clinical or justice staff. */
  AGENCY_POLICY: 'AGENCY_POLICY',
  /** How the place is built: alone in an agency, without supervision by somebody who knows the role. */
  STRUCTURE: 'STRUCTURE',
} as const
export type DriftCause = (typeof DriftCause)[keyof typeof DriftCause]
export const DRIFT_CAUSES = Object.values(DriftCause)

/** The causes that only the organization can change: as one of these a peer shares a flag with its managers. */
export const ReleasableCause = { AGENCY_POLICY: 'AGENCY_POLICY', STRUCTURE: 'STRUCTURE' } as const
export type ReleasableCause = (typeof ReleasableCause)[keyof typeof ReleasableCause]
export const RELEASABLE_CAUSES = Object.values(ReleasableCause)
