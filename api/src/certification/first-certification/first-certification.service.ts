import { credentialById } from '@alongside/shared/certification/catalogue/credential-catalogue'
import {
  FIRST_RULES,
  type FirstRecord,
  firstPath,
  recordedFor,
} from '@alongside/shared/certification/first-certification/first-path'
import type { FirstRule } from '@alongside/shared/certification/first-certification/first-rule'
import { Role } from '@alongside/shared/people/roles'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { insertOf, ME, NOW } from '../../database/statements.ts'
import type { Person } from '../../people/person.types.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { credential } from '../catalogue/catalogue.service.ts'
import { CertificationGoal } from './certification-goal.entity.ts'
import { maySeePath } from './first-certification.policy.ts'
import type {
  FirstCertificationGoalType,
  FirstCertificationType,
  SetCertificationGoalInput,
  SetCertificationGoalPayload,
} from './first-certification.types.ts'

// The way of a peer to a first certification: what the board asks, beside what is recorded here anyway.

interface Chosen {
  readonly credentialId: string
  readonly chosenBy: Person
  readonly chosenAt: Date
}
interface Row extends FirstRecord {
  readonly peer: Person
  readonly heldCredentials: readonly string[]
  readonly goal: (Omit<Chosen, 'chosenAt'> & { readonly chosenAt: string }) | null
}

export async function firstCertification(
  ctx: RequestContext,
  peerId: string,
): Promise<FirstCertificationType> {
  const [[row], actor] = await Promise.all([ctx.unit.run<Row>(PATH, [peerId]), ctx.unit.actor()])
  if (!row || !maySeePath(actor, peerId)) throw notFound()
  const { goal, peer, heldCredentials } = row
  const isHeld = goal !== null && heldCredentials.includes(goal.credentialId)
  return {
    peer,
    hasCertification: heldCredentials.length > 0,
    goal: goal && !isHeld ? goalOf(ctx, { ...goal, chosenAt: new Date(goal.chosenAt) }, row) : null,
  }
}

function goalOf(ctx: RequestContext, chosen: Chosen, record: FirstRecord): FirstCertificationGoalType {
  const { credentialId, chosenBy, chosenAt } = chosen
  const rule: FirstRule | null = FIRST_RULES[credentialId] ?? null
  const { steps, next, dueOn } = firstPath(rule, record)
  return {
    ...{ chosenBy, chosenAt, steps, dueOn, nextStep: next, wasRead: rule !== null },
    credential: () => credential(ctx, credentialId),
    trainingParts: (rule?.trainingParts ?? []).map((part) => ({
      ...part,
      recorded: recordedFor(part, record.credits),
    })),
    applicationParts: rule?.applicationParts ?? [],
    minimumAge: rule?.minimumAge ?? null,
    asksOwnRecovery: rule?.asksOwnRecovery ?? false,
    ownRecoveryMonths: rule?.ownRecoveryMonths ?? null,
    entryTitle: rule?.entryTitle ?? null,
    workDeadline: rule?.workDeadline?.kind ?? null,
    workDeadlineMonths: rule?.workDeadline?.months ?? null,
    provenance: rule ? (credentialById(credentialId)?.provenance ?? null) : null,
  }
}

/** One row for each peer: a second sending changes nothing. */
export async function setCertificationGoal(
  ctx: RequestContext,
  { peerId, credentialId = null }: SetCertificationGoalInput,
): Promise<SetCertificationGoalPayload> {
  const previousCredentialId = await ctx.unit.transaction(async (tx) => {
    const [peer] = await tx.run<{ credentialId: string | null }>(BEFORE, [peerId])
    if (!peer || !maySeePath(tx.actor, peerId)) throw notFound()
    if (credentialId !== null && !credentialById(credentialId))
      rejectIfInvalid([{ field: 'credentialId', problem: 'not-found' }])
    const row = { peerId, credentialId, chosenBy: ME, chosenAt: NOW }
    await tx.write([insertOf(CertificationGoal, row, { onConflict: CHOSEN_BEFORE })])
    return peer.credentialId
  })
  return { previousCredentialId, firstCertification: () => firstCertification(ctx, peerId) }
}

const CHOSEN_BEFORE = {
  of: ['organizationId', 'peerId'],
  set: ['credentialId', 'chosenBy', 'chosenAt'],
} as const

const A_PEER = `m.organization_id = (select access.organization_id()) and m.id = $1 and '${Role.PEER}' = any (m.roles)`

const BEFORE: SelectText = /* sql */ `
  select g.credential_id as "credentialId"
    from membership m
    left join certification_goal g on g.organization_id = m.organization_id and g.peer_id = m.id
   where ${A_PEER} and m.disabled_at is null`

const PATH: SelectText = /* sql */ `
  select jsonb_build_object('id', m.id, 'displayName', m.display_name) as peer,
         array(select c.credential_id from certification c
                where c.organization_id = m.organization_id and c.peer_id = m.id and c.voided_at is null) as "heldCredentials",
         coalesce((select jsonb_agg(h.credit order by h.held_on, h.activity_id) from course_credit h
                    where h.organization_id = m.organization_id and h.peer_id = m.id and h.voided_at is null), '[]') as credits,
         (select sum(w.hours)::float8 from service_hours w
           where w.organization_id = m.organization_id and w.peer_id = m.id and w.voided_at is null) as "serviceHours",
         (select sum(t.minutes)::integer from session_attendance t
            join supervision_session s on s.organization_id = t.organization_id and s.id = t.session_id
           where t.organization_id = m.organization_id and t.peer_id = m.id and s.status = 'HELD'
             and s.voided_at is null) as "sessionMinutes",
         (select min(p.starts_on)::text from placement p
           where p.organization_id = m.organization_id and p.peer_id = m.id and p.voided_at is null) as "workSince",
         (select jsonb_build_object('credentialId', g.credential_id, 'chosenAt', g.chosen_at,
                   'chosenBy', jsonb_build_object('id', g.chosen_by, 'displayName', chooser.display_name))
            from certification_goal g
            left join membership chooser on chooser.organization_id = g.organization_id and chooser.id = g.chosen_by
           where g.organization_id = m.organization_id and g.peer_id = m.id and g.credential_id is not null) as goal
    from membership m where ${A_PEER}`
