/** How somebody stands in the organization today; of several that hold, the one named first counts. */
export const PeerState = {
  /** The last day is over, or the membership was disabled. */
  LEFT: 'LEFT',
  /** Invited, but never signed in. */
  NOT_JOINED: 'NOT_JOINED',
  /** Away, until a day or until further notice. */
  ON_LEAVE: 'ON_LEAVE',
  /** Still here; the last day is set. */
  LEAVING: 'LEAVING',
  /** Here. */
  CURRENT: 'CURRENT',
} as const
export type PeerState = (typeof PeerState)[keyof typeof PeerState]
export const PEER_STATES = Object.values(PeerState)
