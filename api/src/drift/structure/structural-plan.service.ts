import { AGENCY_CONCERN_VERSION } from '@alongside/shared/drift/structure/agency-concerns'
import {
  validateOutcome,
  validateStructuralPlan,
} from '@alongside/shared/drift/structure/structural-plan-input'
import { NotificationKind } from '@alongside/shared/notifications/notification-kinds'
import { readSql, type Write } from '../../database/reads-and-writes.ts'
import { insertFrom, ME, NOW, TODAY, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notification } from '../../notifications/notify.ts'
import { personPage } from '../../people/person-page.service.ts'
import type { PersonConnection } from '../../people/person.types.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { StructuralPlan as StructuralPlanRow } from './structural-plan.entity.ts'
import type {
  CreateStructuralPlanInput,
  CreateStructuralPlanPayload,
  EndStructuralPlanInput,
  EndStructuralPlanPayload,
  StructuralPlan,
  StructuralPlanConnection,
} from './structure.types.ts'

// What the organization plans about an agency: written by a manager, owned by one, and ended with what came of it.

export const PLANS = `
  select s.id, s.host_agency_id as "hostAgencyId", h.name as "hostAgencyName", s.concern, s.plan,
         json_build_object('id', s.owner_id, 'displayName', o.display_name) as owner, s.due_on as "dueOn",
         (s.written_at at time zone z.time_zone)::date as "writtenOn", s.ended_on as "endedOn", s.outcome
    from structural_plan s
    join organization z on z.id = s.organization_id
    join host_agency h on h.organization_id = s.organization_id and h.id = s.host_agency_id
    left join membership o on o.organization_id = s.organization_id and o.id = s.owner_id
   where s.organization_id = (select access.organization_id())`
const MANAGERS = `
  select m.id, m.display_name from membership m
   where m.organization_id = (select access.organization_id()) and 'MANAGER' = any (m.roles)
     and m.disabled_at is null and m.account_id is not null`

export function structuralPlanOwners(ctx: RequestContext, page: PageArgs): Promise<PersonConnection> {
  return personPage(ctx, page, MANAGERS)
}

/** The policy of the table says which those are; the open ones first. */
export async function plansOfMyAgencies(
  ctx: RequestContext,
  args: PageArgs,
): Promise<StructuralPlanConnection> {
  const page = pageFrom(args, [AN_ID])
  const rows = await ctx.unit.run<StructuralPlan & { total: number }>(
    `with listed as materialized (
       select one.*, row_number() over (order by one."endedOn" is not null, one."writtenOn" desc, one.id) as place
         from (${PLANS} and exists (
           select from placement p
            where p.organization_id = s.organization_id and p.host_agency_id = s.host_agency_id
              and p.peer_id = (select access.membership_id()) and p.voided_at is null
              and p.starts_on <= (select access.today())
              and (p.ends_on is null or p.ends_on >= (select access.today())))) one)
     select l.*, (select count(*) from listed) as total from listed l
      where $2::uuid is null or l.place > (select c.place from listed c where c.id = $2::uuid)
      order by l.place limit $1`,
    [page.first + 1, page.after?.[0] ?? null],
  )
  return connectionOf(rows, page, rows[0]?.total ?? 0, ({ id }) => [id])
}

/** For an agency of the organization that is not archived; an owner who is no manager answers like an unknown one. */
export function createStructuralPlan(
  ctx: RequestContext,
  input: CreateStructuralPlanInput,
): Promise<CreateStructuralPlanPayload> {
  const { hostAgencyId, concern, plan, ownerId, dueOn } = input
  const add = async (tx: Transaction, id: string) => {
    rejectIfInvalid(validateStructuralPlan(input, tx.actor.today))
    const written = { plan: plan.trim(), concern, ruleVersion: AGENCY_CONCERN_VERSION, dueOn }
    await tx
      .write([
        insertFrom(
          StructuralPlanRow,
          `from host_agency h, (${MANAGERS}) owner
            where h.organization_id = (select access.organization_id()) and h.id = :agency and owner.id = :owner`,
          {
            ...{ id, ...written, hostAgencyId: () => 'h.id', ownerId: () => 'owner.id' },
            ...{ writtenBy: ME, writtenAt: NOW },
          },
          { parameters: { agency: hostAgencyId, owner: ownerId } },
        ),
        ...ownerTold(id, ownerId, tx.actor.membershipId),
      ])
      .catch(refusePlannedAlready)
    const [[added]] = await tx.write([readSql<StructuralPlan>(`${PLANS} and s.id = $1`, [id])])
    if (!added) throw notFound()
  }
  return once(ctx, 'createStructuralPlan', input, add, async (id) => ({ plan: await planById(ctx, id) }))
}

/** Nobody is told of what they took on themselves; where there is no plan after all, nothing of this takes place. */
function ownerTold(planId: string, ownerId: string, writtenBy: string): Write[] {
  if (ownerId === writtenBy) return []
  return notification({ recipientId: ownerId, kind: NotificationKind.PLAN_OWNED, key: `plan:${planId}` })
}

function refusePlannedAlready(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'structural_plan_one_open')
    throw new DomainError(
      'CONFLICT',
      'drift.structure.planned-already',
      'There is an open plan about this already. End it before you write another.',
    )
  throw error
}

/** An ended one, a foreign one and one that never was answer alike. */
export async function endStructuralPlan(
  ctx: RequestContext,
  { planId: id, outcome }: EndStructuralPlanInput,
): Promise<EndStructuralPlanPayload> {
  rejectIfInvalid(validateOutcome(outcome))
  const [ended, [plan]] = await ctx.unit.write([
    updateOf(
      StructuralPlanRow,
      { id, endedOn: null },
      { endedOn: TODAY, endedBy: ME, outcome: outcome.trim() },
      { returning: ['id'] },
    ),
    readSql<StructuralPlan>(`${PLANS} and s.id = $1`, [id]),
  ])
  if (ended.length === 0 || !plan) throw notFound()
  return { plan }
}

async function planById(ctx: RequestContext, id: string): Promise<StructuralPlan> {
  const [plan] = await ctx.unit.run<StructuralPlan>(`${PLANS} and s.id = $1`, [id])
  if (!plan) throw notFound()
  return plan
}
