/**
 * What a role agreement answers. Without one that is in force, and for what it does not name, the answer is that nobody
 * has answered: never that something is outside the role.
 */

/** Who answers, and who accepts. */
export const RoleSide = { PEER: 'PEER', SUPERVISOR: 'SUPERVISOR', HOST_AGENCY: 'HOST_AGENCY' } as const
export type RoleSide = (typeof RoleSide)[keyof typeof RoleSide]
export const ROLE_SIDES = Object.values(RoleSide)

export const RoleAnswer = {
  PART_OF_ROLE: 'PART_OF_ROLE',
  /** Somebody else does it. */
  OUTSIDE_ROLE: 'OUTSIDE_ROLE',
  /** It conflicts with the values of peer support. */
  AGAINST_VALUES: 'AGAINST_VALUES',
  NOT_ANSWERED: 'NOT_ANSWERED',
} as const
export type RoleAnswer = (typeof RoleAnswer)[keyof typeof RoleAnswer]
export const ROLE_ANSWERS = Object.values(RoleAnswer)

export interface AgreementLine {
  /** A key of the catalogue, or `custom-` and the id of an activity of the organization. */
  readonly activity: string
  readonly answer: Exclude<RoleAnswer, 'NOT_ANSWERED'>
  /** Who does it instead, by job. */
  readonly doneBy: string | null
}

export interface HouseRulesText {
  readonly transport: string | null
  readonly homeVisits: string | null
  readonly rideAlong: string | null
  readonly outOfHours: string | null
  readonly whoAsks: string | null
}

export interface AgreementInForce {
  readonly agreementId: string
  readonly placementId: string
  readonly version: number
  readonly from: string
  /** The day before the next version; null while there is none. */
  readonly until: string | null
  readonly lines: readonly AgreementLine[]
  readonly houseRules: HouseRulesText | null
}

export interface RoleAnswered {
  readonly answer: RoleAnswer
  readonly doneBy: string | null
}

/** What the agreement says about an activity. No agreement, or none of its lines, is not answered. */
export function answerFor(agreement: Pick<AgreementInForce, 'lines'> | null, activity: string): RoleAnswered {
  const line = agreement?.lines.find((one) => one.activity === activity)
  return { answer: line?.answer ?? RoleAnswer.NOT_ANSWERED, doneBy: line?.doneBy ?? null }
}

interface VersionFrom {
  readonly inForceFrom: string | null
}

/** The agreed version with the latest first day that is not after `day`. */
export function versionInForce<Version extends VersionFrom>(
  versions: readonly Version[],
  day: string,
): Version | null {
  const begun = versions.filter(({ inForceFrom }) => inForceFrom !== null && inForceFrom <= day)
  return begun.toSorted((a, b) => (b.inForceFrom ?? '').localeCompare(a.inForceFrom ?? ''))[0] ?? null
}
