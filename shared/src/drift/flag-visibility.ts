/**
 * How long a peer may keep a flag to themselves before their educational and supportive supervisors see it.
 * Source: trust rule T4 and the visibility table ("once the peer has opened it, at most 7 days after notice").
 */
export const DAYS_BEFORE_SUPERVISORS_SEE = 7

const MILLISECONDS_OF_A_DAY = 86_400_000

export interface FlagNotice {
  /** When it was raised, and with that shown to the peer; null while it is not. */
  readonly raisedAt: Date | null
  /** When the peer opened the flag; null while they have not. */
  readonly openedAt: Date | null
}

/**
 * The instant from which educational and supportive supervisors see a flag: when the peer opened it, at the latest
 * seven days after it was raised. Null while the peer knows nothing: nobody sees it before the peer does.
 */
export function visibleToSupervisorsAt({ raisedAt, openedAt }: FlagNotice): Date | null {
  if (raisedAt === null) return openedAt
  const latest = new Date(raisedAt.getTime() + DAYS_BEFORE_SUPERVISORS_SEE * MILLISECONDS_OF_A_DAY)
  return openedAt !== null && openedAt < latest ? openedAt : latest
}
