import { randomUUID } from 'node:crypto'
import { validateQualification } from '@alongside/shared/supervision/qualifications/qualified-on'
import type { Write } from '../../database/reads-and-writes.ts'
import { ME, NOW, insertFrom, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import type * as types from './qualification.types.ts'
import { SupervisorQualification } from './supervisor-qualification.entity.ts'

// What qualifies supervisors: a manager records it for somebody else, and a further record corrects it.

interface SupervisorRow {
  readonly id: string
  readonly displayName: string | null
  readonly qualifications: (Omit<types.SupervisorQualification, 'recordedBy' | 'recordedAt' | 'voidedAt'> & {
    recordedById: string
    recordedByName: string | null
    recordedAt: string
    voidedAt: string | null
  })[]
}

const SHOWN = /* sql */ `
  m.id, m.display_name as "displayName",
  (select coalesce(json_agg(json_build_object('id', q.id, 'course', q.course, 'hours', q.hours,
            'certificateNumber', q.certificate_number, 'validFrom', q.valid_from, 'validUntil', q.valid_until,
            'recordedById', q.recorded_by, 'recordedByName', r.display_name, 'recordedAt', q.recorded_at,
            'voidedAt', q.voided_at) order by q.valid_from desc, q.recorded_at desc, q.id), '[]')
     from supervisor_qualification q
     left join membership r on r.organization_id = q.organization_id and r.id = q.recorded_by
    where q.organization_id = m.organization_id and q.supervisor_id = m.id) as qualifications`
const SUPERVISOR = `m.organization_id = (select access.organization_id()) and 'SUPERVISOR' = any (m.roles)`

const PAGE = /* sql */ `
  select ${SHOWN}, (select count(*) from membership m where ${SUPERVISOR} and m.disabled_at is null) as total
    from membership m
   where ${SUPERVISOR} and m.disabled_at is null
     and ($2::text is null or (coalesce(m.display_name, ''), m.id::text) > ($2, $3))
   order by coalesce(m.display_name, ''), m.id::text limit $1 + 1`

export async function qualifiedSupervisors(
  ctx: RequestContext,
  args: PageArgs,
): Promise<types.QualifiedSupervisorConnection> {
  const page = pageFrom(args, ['name', 'id'])
  const [name = null, id = null] = page.after ?? []
  const rows = await ctx.unit.run<SupervisorRow & { total: number }>(PAGE, [page.first, name, id])
  const nodes = rows.map(supervisorOf)
  return connectionOf(nodes, page, rows[0]?.total ?? 0, ({ supervisor }) => [
    supervisor.displayName ?? '',
    supervisor.id,
  ])
}

/** Once for each sending; of somebody who does not supervise here there is nothing to record. */
export function recordSupervisorQualification(
  ctx: RequestContext,
  input: types.RecordSupervisorQualificationInput,
): Promise<types.RecordSupervisorQualificationPayload> {
  const { supervisorId } = input
  const add = async (tx: Transaction, id: string) => {
    if (supervisorId.toLowerCase() === tx.actor.membershipId)
      rejectIfInvalid([{ field: 'supervisorId', problem: 'not-an-option' }])
    rejectIfInvalid(validateQualification(input, tx.actor.today))
    const row = { id, supervisorId: () => 'm.id', ...facts(input), recordedBy: ME, recordedAt: NOW }
    const from = `from membership m where ${SUPERVISOR} and m.id = :supervisorId`
    const [made] = await tx.write([
      insertFrom(SupervisorQualification, from, row, { returning: ['id'], parameters: { supervisorId } }),
    ])
    if (made.length === 0) rejectIfInvalid([{ field: 'supervisorId', problem: 'not-found' }])
  }
  return once(ctx, 'recordSupervisorQualification', input, add, () => answer(ctx, supervisorId))
}

/** The record before is voided in the same write: of two at once, the second finds that it does not count any more. */
export function correctSupervisorQualification(
  ctx: RequestContext,
  { qualificationId, ...input }: types.CorrectSupervisorQualificationInput,
): Promise<types.CorrectSupervisorQualificationPayload> {
  return ctx.unit.transaction(async (tx) => {
    rejectIfInvalid(validateQualification(input, tx.actor.today))
    const [[voided]] = await tx.write([voiding(qualificationId)])
    if (!voided) throw notFound()
    const { supervisorId } = voided
    const row = { id: randomUUID(), supervisorId, correctsId: qualificationId, ...facts(input) }
    await tx.write([insertOf(SupervisorQualification, { ...row, recordedBy: ME, recordedAt: NOW })])
    return answer(ctx, supervisorId)
  })
}

export function voidSupervisorQualification(
  ctx: RequestContext,
  { qualificationId }: types.VoidSupervisorQualificationInput,
): Promise<types.VoidSupervisorQualificationPayload> {
  return ctx.unit.transaction(async (tx) => {
    const [[voided]] = await tx.write([voiding(qualificationId)])
    if (!voided) throw notFound()
    return answer(ctx, voided.supervisorId)
  })
}

function voiding(id: string): Write<Pick<SupervisorQualification, 'supervisorId'>> {
  const set = { voidedBy: ME, voidedAt: NOW }
  return updateOf(SupervisorQualification, { id, voidedAt: null }, set, { returning: ['supervisorId'] })
}

function facts({
  course,
  hours = null,
  certificateNumber,
  validFrom,
  validUntil = null,
}: types.QualificationInput) {
  return {
    course: course.trim(),
    hours,
    certificateNumber: certificateNumber?.trim() || null,
    validFrom,
    validUntil,
  }
}

function answer(ctx: RequestContext, supervisorId: string) {
  const supervisor = async (): Promise<types.QualifiedSupervisor> => {
    const [row] = await ctx.unit.run<SupervisorRow>(
      `select ${SHOWN} from membership m where ${SUPERVISOR} and m.id = $1`,
      [supervisorId],
    )
    if (!row) throw notFound()
    return supervisorOf(row)
  }
  return { supervisor }
}

function supervisorOf({ id, displayName, qualifications }: SupervisorRow): types.QualifiedSupervisor {
  return {
    supervisor: { id, displayName },
    qualifications: qualifications.map(({ recordedById, recordedByName, recordedAt, voidedAt, ...one }) => ({
      ...one,
      hours: one.hours === null ? null : Number(one.hours),
      recordedBy: { id: recordedById, displayName: recordedByName },
      recordedAt: new Date(recordedAt),
      voidedAt: voidedAt === null ? null : new Date(voidedAt),
    })),
  }
}
