import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import {
  type AttestationAnswer,
  validateAttestation,
  wantsSupervisor,
} from '@alongside/shared/certification/renewal-path/supervisor-attestation'
import { randomUUID } from 'node:crypto'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { AN_ID, type PageArgs, pageOfAll } from '../../server/graphql/connection.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { certification } from '../renewals/certification.service.ts'
import type { CertificationType } from '../renewals/certification.types.ts'
import { SupervisorAttestation } from './supervisor-attestation.entity.ts'
import type {
  SettleSupervisorAttestationInput,
  SettleSupervisorAttestationPayload,
  AskedAttestation,
  AskedAttestationConnection,
  RequestSupervisorAttestationInput,
  RequestSupervisorAttestationPayload,
} from './supervisor-attestation.types.ts'

// Some boards want a supervisor's word with a renewal. The peer asks one of their own, who sees the name of the
// certification and nothing that it rests on; the answer is the peer's to read, with its reason.

/** Asks one; whoever was asked before and has not answered is asked no more. A second time changes nothing. */
export async function requestSupervisorAttestation(
  ctx: RequestContext,
  { certificationId, supervisorId }: RequestSupervisorAttestationInput,
): Promise<RequestSupervisorAttestationPayload> {
  const held = await certification(ctx, certificationId, false)
  const { membershipId } = await ctx.unit.actor()
  if (held.peer.id !== membershipId) throw notFound()
  const cycleEndsOn = cycleToConfirm(held)
  await ctx.unit
    .transaction(async (tx) => {
      await requireOwnSupervisor(tx, supervisorId)
      const cycle = { certificationId, cycleEndsOn }
      const [asked] = await tx.run<{ supervisorId: string; outcome: AttestationAnswer | null }>(
        `select supervisor_id as "supervisorId", outcome from supervisor_attestation
          where organization_id = (select access.organization_id()) and certification_id = $1 and cycle_ends_on = $2
            and withdrawn_at is null and outcome is distinct from 'DECLINED'`,
        [certificationId, cycleEndsOn],
      )
      if (asked?.supervisorId === supervisorId || asked?.outcome) return
      await tx.write([
        ...(asked ? [noMore(cycle)] : []),
        ...asking(held, { ...cycle, peerId: membershipId, supervisorId }),
      ])
    })
    .catch(unlessAskedMeanwhile)
  return { certification: () => certification(ctx, certificationId, false) }
}

interface Cycle {
  readonly certificationId: string
  readonly cycleEndsOn: string
}

const noMore = (cycle: Cycle): Write =>
  updateOf(SupervisorAttestation, { ...cycle, withdrawnAt: null, outcome: null }, { withdrawnAt: NOW })

function asking(
  held: CertificationType,
  asked: Cycle & { readonly peerId: string; readonly supervisorId: string },
): Write[] {
  const id = randomUUID()
  return [
    insertOf(SupervisorAttestation, { id, ...asked, credential: nameOf(held), askedAt: NOW }),
    ...notification({
      recipientId: asked.supervisorId,
      kind: NotificationKind.ATTESTATION_ASKED,
      key: `attestation-asked:${id}`,
      subjectId: asked.peerId,
    }),
  ]
}

/** Of two at once, the first is asked. */
function unlessAskedMeanwhile(error: unknown): void {
  const { constraint } = error as { constraint?: string }
  if (constraint !== 'supervisor_attestation_one_a_cycle') throw error
}

function cycleToConfirm({ expiresOn, rule }: CertificationType): string {
  if (expiresOn !== null && wantsSupervisor(rule.papers)) return expiresOn
  const message =
    'The rule of this certification asks for no word of a supervisor, or its expiry is not known.'
  throw new DomainError('CONFLICT', 'certification.renewal-path.no-supervisor-asked', message)
}

const nameOf = ({ credential }: CertificationType): string =>
  [credential?.abbreviation, credential?.state].filter(Boolean).join(', ') || '-'

/** Whom else there is in the organization is not told by another answer. */
async function requireOwnSupervisor(tx: Transaction, supervisorId: string): Promise<void> {
  const [own] = await tx.run(
    `select from supervision_relationship
      where organization_id = (select access.organization_id()) and peer_id = (select access.membership_id())
        and supervisor_id = $1 and accepted_at is not null and starts_on <= (select access.today())
        and (ends_on is null or ends_on >= (select access.today())) limit 1`,
    [supervisorId],
  )
  if (!own) rejectIfInvalid([{ field: 'supervisorId', problem: 'not-an-option' }])
}

/** What waits for the signed-in supervisor. */
export async function askedAttestations(
  ctx: RequestContext,
  page: PageArgs,
): Promise<AskedAttestationConnection> {
  const rows = await ctx.unit.run<AskedAttestation>(
    `select a.id, a.credential, a.cycle_ends_on as "cycleEndsOn",
            (a.asked_at at time zone o.time_zone)::date as "askedOn",
            jsonb_build_object('id', m.id, 'displayName', m.display_name) as peer
       from supervisor_attestation a
       join membership m on m.organization_id = a.organization_id and m.id = a.peer_id
       join organization o on o.id = a.organization_id
      where a.organization_id = (select access.organization_id()) and a.outcome is null and a.withdrawn_at is null
        and a.supervisor_id = (select access.membership_id())
        and a.peer_id = any ((select access.peers_of_any_type())::uuid[])
      order by a.id`,
  )
  return pageOfAll(rows, page, [AN_ID], ({ id }) => [id])
}

/** Once, by whoever was asked and still supervises that peer; to everybody else there is nothing to answer. */
export async function settleSupervisorAttestation(
  ctx: RequestContext,
  input: SettleSupervisorAttestationInput,
): Promise<SettleSupervisorAttestationPayload> {
  const { attestationId: id, outcome, declineReason = null } = input
  rejectIfInvalid(validateAttestation(input))
  await ctx.unit.transaction(async (tx) => {
    const [[answered]] = await tx.write([
      updateOf(
        SupervisorAttestation,
        { id, supervisorId: ME, outcome: null, withdrawnAt: null },
        { outcome, declineReason, answeredAt: NOW },
        { returning: ['peerId'] },
      ),
    ])
    if (!answered) throw notFound()
    await tx.write(
      notification({
        recipientId: answered.peerId,
        kind: NotificationKind.ATTESTATION_ANSWERED,
        key: `attestation-answered:${id}`,
        subjectId: null,
      }),
    )
  })
  return { attestationId: id }
}
