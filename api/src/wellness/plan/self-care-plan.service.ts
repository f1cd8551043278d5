import { MAX_LINES_OF_A_PART, validatePlanLine } from '@alongside/shared/wellness/plan/self-care-plan'
import { readSql, type SelectText, writeSql } from '../../database/reads-and-writes.ts'
import { columnsOf, insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { AN_ID, AN_INSTANT, pageOfAll, type PageArgs } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { SelfCarePlanLine } from './self-care-plan-line.entity.ts'
import type {
  CreatePlanLineInput,
  CreatePlanLinePayload,
  PlanLineShown,
  RemovePlanLinePayload,
  SelfCarePlanLineConnection,
  UpdatePlanLineInput,
  UpdatePlanLinePayload,
} from './self-care-plan.types.ts'

// The own self-care plan: neither audited, told nor counted.

const LINE = columnsOf(SelfCarePlanLine, 'p', ['id', 'part', 'text', 'phone', 'addedAt'])
const MINE: SelectText = `select ${LINE} from self_care_plan_line p
 where p.organization_id = (select access.organization_id()) and p.owner_id = (select access.membership_id())`

export async function mySelfCarePlan(
  ctx: RequestContext,
  args: PageArgs,
): Promise<SelfCarePlanLineConnection> {
  const lines = await ctx.unit.run<PlanLineShown>(
    `${MINE} order by date_trunc('milliseconds', p.added_at), p.id`,
  )
  return pageOfAll(lines, args, [AN_INSTANT, AN_ID], (line) => [line.addedAt.toISOString(), line.id])
}

export async function createPlanLine(
  ctx: RequestContext,
  input: CreatePlanLineInput,
): Promise<CreatePlanLinePayload> {
  rejectIfInvalid(validatePlanLine(input))
  const { part } = input
  const add = async (tx: Transaction, id: string) => {
    const [ofPart] = await tx.write([readSql(`${MINE} and p.part = $1`, [part])])
    if (ofPart.length >= MAX_LINES_OF_A_PART)
      rejectIfInvalid([{ field: 'part', problem: 'too-many', limit: MAX_LINES_OF_A_PART }])
    await tx.write([
      insertOf(SelfCarePlanLine, { id, ownerId: ME, part, ...saidOf(input), addedAt: NOW, savedAt: NOW }),
    ])
  }
  return once(ctx, 'createPlanLine', input, add, async (id) => ({ line: await lineOf(ctx, id) }))
}

export async function updatePlanLine(
  ctx: RequestContext,
  input: UpdatePlanLineInput,
): Promise<UpdatePlanLinePayload> {
  const { part } = await lineOf(ctx, input.lineId)
  rejectIfInvalid(validatePlanLine({ ...input, part }))
  await ctx.unit.write([
    updateOf(SelfCarePlanLine, { id: input.lineId, ownerId: ME }, { ...saidOf(input), savedAt: NOW }),
  ])
  return { line: await lineOf(ctx, input.lineId) }
}

/** For good: whatever was shared of it goes with it. */
export async function removePlanLine(ctx: RequestContext, lineId: string): Promise<RemovePlanLinePayload> {
  const [[line]] = await ctx.unit.write([
    readSql<PlanLineShown>(`${MINE} and p.id = $1`, [lineId]),
    writeSql('select access.remove_plan_line($1::uuid)', [lineId]),
  ])
  if (!line) throw notFound()
  return { line }
}

async function lineOf(ctx: RequestContext, id: string): Promise<PlanLineShown> {
  const [line] = await ctx.unit.run<PlanLineShown>(`${MINE} and p.id = $1`, [id])
  if (!line) throw notFound()
  return line
}

function saidOf({ text, phone }: { text: string; phone?: string | null }) {
  return { text: text.trim(), phone: phone?.trim() || null }
}
