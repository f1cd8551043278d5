/**
 * How long a peer may keep a flag to themselves before their educational and supportive supervisors see it.
 * Source: trust rule T4 and the visibility table ("once the peer has opened it, at most 7 days after notice").
 */
export const DAYS_BEFORE_SUPERVISORS_SEE = 7

const MILLISECONDS_OF_A_DAY = 86_400_000

export interface FlagNotice {
  /** When the peer was told; null while they have not been. */
  readonly toldAt: Date | null
  /** When the peer opened the flag; null while they have not. */
  readonly openedAt: Date | null
}

/**
 * The instant from which educational and supportive supervisors see a flag: when the peer opened it, at the latest
 * seven days after the peer was told. Null while the peer knows nothing: nobody sees it before the peer does.
 */
export function visibleToSupervisorsAt({ toldAt, openedAt }: FlagNotice): Date | null {
  if (toldAt === null) return openedAt
  const latest = new Date(toldAt.getTime() + DAYS_BEFORE_SUPERVISORS_SEE * MILLISECONDS_OF_A_DAY)
  return openedAt !== null && openedAt < latest ? openedAt : latest
}
