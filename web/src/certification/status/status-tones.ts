import type { CertificationStatus } from '../../generated/graphql.ts'
import type { Tone } from '../../ui/feedback/StatusBadge.vue'

/** Late is said of dates and paperwork only. */
export const STATUS_TONES: Record<CertificationStatus, Tone> = {
  REVOKED: 'late',
  SUSPENDED: 'late',
  LAPSED: 'late',
  INACTIVE: 'neutral',
  GRACE: 'dueSoon',
  AT_RISK: 'dueSoon',
  RENEWAL_OPEN: 'info',
  CURRENT: 'onTrack',
  NOT_CERTIFIED: 'neutral',
}
