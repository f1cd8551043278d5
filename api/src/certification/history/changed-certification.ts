import type { RequestContext } from '../../server/request-context.ts'
import { certification } from '../renewals/certification.service.ts'
import type { CertificationChanged } from './certification-changed.types.ts'
import { certificationHistory } from './history.service.ts'

/** What every payload of a changed certification holds; each part is read where it is selected. */
export function changedCertification(ctx: RequestContext, certificationId: string): CertificationChanged {
  return {
    certification: () => certification(ctx, certificationId, false),
    history: () => certificationHistory(ctx, certificationId),
  }
}
