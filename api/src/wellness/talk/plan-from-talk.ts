import type { SessionModality } from '@alongside/shared/supervision/sessions/session-formats'
import type { Write } from '../../database/reads-and-writes.ts'

/** A time to talk that was accepted. */
export interface AcceptedTalk {
  readonly offerId: string
  readonly peerId: string
  readonly relationshipId: string
  readonly onDay: string
  readonly atTime: string
  readonly modality: SessionModality
}

/**
 * What is written together with the acceptance, beyond the request itself. Nothing is: both sides read the accepted time
 * from the request. A planned session would be added here, and the link between the two stays in a table that only the
 * peer and the supportive supervisor read.
 */
export function planFromTalk(_accepted: AcceptedTalk): readonly Write[] {
  return []
}
