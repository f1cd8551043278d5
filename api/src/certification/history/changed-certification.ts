import type { RequestContext } from '../../server/request-context.ts'
import { renewal } from '../renewals/renewal-in-full.service.ts'
import type { CertificationChanged } from './certification-changed.types.ts'
import { certificationHistory } from './history.service.ts'

/** What every payload of a changed certification holds; each part is read where it is selected. */
export function changedCertification(ctx: RequestContext, certificationId: string): CertificationChanged {
  return {
    certification: () => renewal(ctx, certificationId),
    history: () => certificationHistory(ctx, certificationId),
  }
}
