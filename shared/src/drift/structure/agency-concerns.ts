import { maxDate, type PlainDate } from '../../calendar/plain-date.ts'
import {
  type AgencyPlacementFact,
  AgencySignal,
  onlyPeerInAgency,
  orderedParticipation,
} from '../signals/agency-signals.ts'
import { type RelationshipFact, supervisedAdministrativelyOnly } from '../structural-signals.ts'

/**
 * What about an agency makes peer work harder. It addresses the organization, which alone can change it, and it never
 * names, counts or ranks people: an agency with a single peer is named by that fact alone, which managers entered.
 */
export const AgencyConcern = {
  ...AgencySignal,
  /** Somebody who works there has had an administrative supervisor and no other for more than four weeks. */
  SUPERVISED_ADMINISTRATIVELY_ONLY: 'SUPERVISED_ADMINISTRATIVELY_ONLY',
} as const
export type AgencyConcern = (typeof AgencyConcern)[keyof typeof AgencyConcern]
export const AGENCY_CONCERNS = Object.values(AgencyConcern)

/** Of all three rules; a plan keeps the version by which it was written. */
export const AGENCY_CONCERN_VERSION = 1

/** A placement of today, with the first day of the peer's work here. */
export interface ConcernPlacement extends AgencyPlacementFact {
  readonly since: PlainDate
}
export interface ConcernRelationship extends RelationshipFact {
  readonly peerId: string
}
/** No figure and no entries: below a handful of peers both would speak of one person. */
export interface FoundConcern {
  readonly hostAgencyId: string
  readonly concern: AgencyConcern
}

/** Every concern of today, by agency; in whatever order the facts come. */
export function agencyConcerns(
  placements: readonly ConcernPlacement[],
  relationships: readonly ConcernRelationship[],
  today: PlainDate,
): FoundConcern[] {
  const alone = [...onlyPeerInAgency(placements), ...orderedParticipation(placements)]
  return [
    ...alone.map(({ hostAgencyId, signal }) => ({ hostAgencyId, concern: signal })),
    ...administrativeOnly(placements, relationships, today),
  ].sort(
    (one, other) =>
      compare(one.hostAgencyId, other.hostAgencyId) ||
      AGENCY_CONCERNS.indexOf(one.concern) - AGENCY_CONCERNS.indexOf(other.concern),
  )
}

function administrativeOnly(
  placements: readonly ConcernPlacement[],
  relationships: readonly ConcernRelationship[],
  today: PlainDate,
): FoundConcern[] {
  const agencies = new Set<string>()
  for (const [peerId, own] of Map.groupBy(placements, (placement) => placement.peerId)) {
    const since = own.reduce((last, placement) => maxDate(last, placement.since), own[0]?.since ?? today)
    const theirs = relationships.filter((relationship) => relationship.peerId === peerId)
    const finding = supervisedAdministrativelyOnly(theirs, today, { since })
    if (finding) for (const { hostAgencyId } of own) agencies.add(hostAgencyId)
  }
  const concern = AgencyConcern.SUPERVISED_ADMINISTRATIVELY_ONLY
  return [...agencies].map((hostAgencyId) => ({ hostAgencyId, concern }))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
