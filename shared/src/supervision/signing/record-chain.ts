/** Why a link of the record chain does not fit what it speaks of. */
export const RecordChainProblem = {
  LINK_MISSING: 'LINK_MISSING',
  LINK_CHANGED: 'LINK_CHANGED',
  SIGNATURE_CHANGED: 'SIGNATURE_CHANGED',
  AMENDMENT_CHANGED: 'AMENDMENT_CHANGED',
  SESSION_CHANGED: 'SESSION_CHANGED',
} as const
export type RecordChainProblem = (typeof RecordChainProblem)[keyof typeof RecordChainProblem]
