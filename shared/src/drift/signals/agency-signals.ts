// Signals about a host agency. They address the organization, which alone can change it, and raise no flag about a peer.
// They name agencies and placements, never a person.

export const AgencySignal = {
  /** One peer works there without another. */
  ONLY_PEER_IN_AGENCY: 'ONLY_PEER_IN_AGENCY',
  /** People are ordered to take part in peer support, which is voluntary. */
  ORDERED_PARTICIPATION: 'ORDERED_PARTICIPATION',
} as const
export type AgencySignal = (typeof AgencySignal)[keyof typeof AgencySignal]
export const AGENCY_SIGNALS = Object.values(AgencySignal)

/** An agency should have two peers at least: "try not to have only one" (LAPPA toolkit 2021, chapter 2, caseload size). */
export const FEWEST_PEERS_IN_AGENCY = 2
/** Peer support is voluntary (LAPPA toolkit 2021, chapter 2, first principle): one ordered placement is one too many. */
export const ORDERED_PLACEMENTS_ALLOWED = 0

/** One placement of today. */
export interface AgencyPlacementFact {
  readonly id: string
  readonly hostAgencyId: string
  readonly peerId: string
  /** Null where nobody has said. */
  readonly participationIsOrdered: boolean | null
}

export interface AgencyFinding {
  readonly signal: AgencySignal
  readonly version: number
  readonly hostAgencyId: string
  /** Peers, or placements, by signal. */
  readonly figure: number
  readonly threshold: number
  /** Ids of the placements behind it, sorted. */
  readonly entries: readonly string[]
}

/** One finding for each agency at which a single peer works, however many placements that peer has there. */
export function onlyPeerInAgency(placements: readonly AgencyPlacementFact[]): AgencyFinding[] {
  return byAgency(placements).flatMap(([hostAgencyId, here]) => {
    const figure = new Set(here.map(({ peerId }) => peerId)).size
    if (figure >= FEWEST_PEERS_IN_AGENCY) return []
    const signal = AgencySignal.ONLY_PEER_IN_AGENCY
    return {
      signal,
      version: 1,
      hostAgencyId,
      figure,
      threshold: FEWEST_PEERS_IN_AGENCY,
      entries: idsOf(here),
    }
  })
}

/** One finding for each agency with a placement in which people are ordered to take part; what nobody said is no order. */
export function orderedParticipation(placements: readonly AgencyPlacementFact[]): AgencyFinding[] {
  return byAgency(placements).flatMap(([hostAgencyId, here]) => {
    const entries = idsOf(here.filter(({ participationIsOrdered }) => participationIsOrdered === true))
    if (entries.length <= ORDERED_PLACEMENTS_ALLOWED) return []
    const signal = AgencySignal.ORDERED_PARTICIPATION
    const threshold = ORDERED_PLACEMENTS_ALLOWED
    return { signal, version: 1, hostAgencyId, figure: entries.length, threshold, entries }
  })
}

function byAgency(
  placements: readonly AgencyPlacementFact[],
): readonly (readonly [string, readonly AgencyPlacementFact[]])[] {
  const agencies = [...new Set(placements.map(({ hostAgencyId }) => hostAgencyId))].sort()
  return agencies.map((id) => [id, placements.filter(({ hostAgencyId }) => hostAgencyId === id)])
}

function idsOf(placements: readonly { readonly id: string }[]): string[] {
  return placements.map(({ id }) => id).sort()
}
