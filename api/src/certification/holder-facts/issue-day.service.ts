import { randomUUID } from 'node:crypto'
import { type IssueDayNow, validateIssueDay } from '@alongside/shared/certification/history/issue-day'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import { ME, NOW, insertOf } from '../../database/statements.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { changedCertification } from '../history/changed-certification.ts'
import type { CorrectIssueDayInput, CorrectIssueDayPayload } from './holder-changes.types.ts'
import { IssueDayCorrection } from './issue-day-correction.entity.ts'

interface Certified extends IssueDayNow {
  readonly peerId: string
  /** The end of another certification of the same title, that the day would fall into. */
  readonly crossed: PlainDate | null
}

/** Corrects the day of first issue by a further record; the day before stays to be seen. */
export async function correctIssueDay(
  ctx: RequestContext,
  { certificationId, issuedOn }: CorrectIssueDayInput,
): Promise<CorrectIssueDayPayload> {
  await ctx.unit.transaction(async (tx) => {
    const [found] = await tx.run<Certified>(CERTIFIED, [certificationId, issuedOn])
    if (!found) throw notFound()
    rejectIfInvalid(validateIssueDay(issuedOn, found, tx.actor.today))
    if (found.crossed) rejectIfInvalid([{ field: 'issuedOn', problem: 'overlaps', limit: found.crossed }])
    const id = randomUUID()
    const days = { issuedOnBefore: found.issuedOn, issuedOn }
    const correction = { id, certificationId, peerId: found.peerId, ...days, recordedBy: ME, recordedAt: NOW }
    await tx.write([insertOf(IssueDayCorrection, correction)]).catch(inTheWay)
  })
  return changedCertification(ctx, certificationId)
}

const IN_THE_WAY = [
  'certification_overlaps',
  'certification_issue_once',
  'certification_term_overlaps',
  'certification_term_expires_after_start',
  'certification_expires_after_issue',
  'issue_day_correction_outdated',
]

/** What somebody recorded at the same moment, or another certificate that begins in between. */
function inTheWay(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint && IN_THE_WAY.includes(constraint)) {
    const message = 'With this day of issue two certificates of one credential would cross.'
    throw new DomainError('CONFLICT', 'certification.history.certificates-cross', message)
  }
  throw error
}

const CERTIFIED = /* sql */ `
  select c.peer_id as "peerId", c.issued_on as "issuedOn",
         (select min(t.expires_on) from current_certification_term t
           where t.organization_id = c.organization_id and t.certification_id = c.id) as "firstExpiresOn",
         (select other.expires_on from certification other
           where other.organization_id = c.organization_id and other.peer_id = c.peer_id
             and other.credential_id = c.credential_id and other.id <> c.id
             and (other.title = c.title or other.title is null or c.title is null)
             and other.issued_on < c.issued_on and $2 < access.certification_ends_on(other)
           order by other.expires_on desc limit 1) as crossed
    from certification c
   where c.organization_id = (select access.organization_id()) and c.id = $1`
