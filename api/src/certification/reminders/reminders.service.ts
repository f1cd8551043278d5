import { validatePause } from '@alongside/shared/certification/reminders/renewal-pause'
import { ME, insertOf } from '../../database/statements.ts'
import { batched } from '../../server/graphql/batched.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { assessByIds } from '../renewals/assess-renewals.ts'
import { toGraphqlCertification } from '../renewals/certification-to-graphql.ts'
import { certification } from '../renewals/certification.service.ts'
import type { CertificationType } from '../renewals/certification.types.ts'
import { RenewalPause } from './renewal-pause.entity.ts'
import type { SetRenewalPauseInput, SetRenewalPausePayload } from './reminders.types.ts'

// What a reminder is about, and the pause that a holder takes from them.

export async function setRenewalPause(
  ctx: RequestContext,
  { certificationId, pausedUntil }: SetRenewalPauseInput,
): Promise<SetRenewalPausePayload> {
  const held = await certification(ctx, certificationId, false)
  const { membershipId, today } = await ctx.unit.actor()
  if (held.peer.id !== membershipId) throw notFound()
  rejectIfInvalid(validatePause(pausedUntil, today))
  const pause = { certificationId, peerId: ME, pausedUntil }
  const again = { of: ['organizationId', 'certificationId'], set: ['pausedUntil'] } as const
  await ctx.unit.write([insertOf(RenewalPause, pause, { onConflict: again })])
  return { certification: () => certification(ctx, certificationId, false) }
}

/** Of the reader's own certifications; a pause that has passed is none. */
export const pausedUntil = batched<string | null>(async (ctx, certificationIds) => {
  const rows = await ctx.unit.run<{ id: string; until: string }>(
    `select p.certification_id as id, p.paused_until as until from renewal_pause p
      where p.organization_id = (select access.organization_id()) and p.certification_id = any ($1::uuid[])
        and p.paused_until >= (select access.today())`,
    [certificationIds],
  )
  return new Map(rows.map(({ id, until }) => [id, until]))
}, null)

/** The certification of a notification, where the reader may see it. */
export const certificationOf = batched<CertificationType | null>(async (ctx, ids) => {
  const { today } = await ctx.unit.asker()
  const rows = await assessByIds(ctx, ids)
  return new Map(rows.map((row) => [row.id, toGraphqlCertification(row, today)]))
}, null)
