import { IsNull, Not } from 'typeorm'
import { validateServiceHours } from '@alongside/shared/certification/history/holder-input'
import { overlapErrors, type WorkedDays } from '@alongside/shared/certification/history/service-hours-overlap'
import { Role } from '@alongside/shared/people/roles'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertFrom, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { AN_ID, AN_INSTANT, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { RECORDED, VOIDED } from '../history/recorded-columns.ts'
import { ServiceHours } from './service-hours.entity.ts'
import type {
  RecordServiceHoursInput,
  RecordServiceHoursPayload,
  RestoreServiceHoursInput,
  RestoreServiceHoursPayload,
  ServiceHoursConnection,
  ServiceHoursEntry,
  VoidServiceHoursInput,
  VoidServiceHoursPayload,
} from './service-hours.types.ts'

// Service hours, for the boards that ask for them. None is counted twice unknowingly.

interface Entry extends WorkedDays {
  readonly id: string
  readonly peerId: string
  readonly allowsOverlap: boolean
}
type Listed = ServiceHoursEntry & { readonly total: number }

export async function serviceHours(
  ctx: RequestContext,
  peerId: string,
  pageArgs: PageArgs,
): Promise<ServiceHoursConnection> {
  const page = pageFrom(pageArgs, ['', AN_INSTANT, AN_ID])
  const [endsOn = null, at = null, id = null] = page.after ?? []
  const rows = await ctx.unit.run<Listed>(
    `${SHOWN} and r.peer_id = $1
       and ($2::text is null or (r.ends_on::text, r.recorded_at, r.id) < ($2, $3::timestamptz, $4::uuid))
     order by r.ends_on::text desc, r.recorded_at desc, r.id desc limit $5`,
    [peerId, endsOn, at, id, page.first + 1],
  )
  const positionOf = (entry: Listed) => [entry.endsOn, entry.recordedAt.toISOString(), entry.id]
  return connectionOf(rows, page, rows[0]?.total ?? 0, positionOf)
}

async function serviceHoursById(ctx: RequestContext, id: string): Promise<ServiceHoursEntry> {
  const [entry] = await ctx.unit.run<Listed>(`${SHOWN} and r.id = $1`, [id])
  if (!entry) throw notFound()
  return entry
}

export async function recordServiceHours(
  ctx: RequestContext,
  input: RecordServiceHoursInput,
): Promise<RecordServiceHoursPayload> {
  const add = async (tx: Transaction, id: string) => {
    rejectIfInvalid(validateServiceHours(input, tx.actor.today))
    await refuseOverlapping(tx, { ...input, id })
    const { peerId, startsOn, endsOn, hours, allowsOverlap } = input
    const worked = { id, peerId, startsOn, endsOn, hours, allowsOverlap, recordedBy: ME, recordedAt: NOW }
    const [made] = await tx.write([insertFrom(ServiceHours, OF_A_PEER, worked, { returning: ['id'] })])
    if (made.length === 0) rejectIfInvalid([{ field: 'peerId', problem: 'not-found' }])
  }
  return once(ctx, 'recordServiceHours', input, add, (id) => ({
    serviceHours: () => serviceHoursById(ctx, id),
  }))
}

const OF_A_PEER = `from membership m
  where m.organization_id = (select access.organization_id()) and m.id = :peerId and m.roles @> array['${Role.PEER}']`

export async function voidServiceHours(
  ctx: RequestContext,
  { serviceHoursId: id }: VoidServiceHoursInput,
): Promise<VoidServiceHoursPayload> {
  const voided = { voidedBy: ME, voidedAt: NOW }
  const [changed] = await ctx.unit.write([
    updateOf(ServiceHours, { id, voidedAt: null }, voided, { returning: ['id'] }),
  ])
  if (changed.length === 0) throw notFound()
  return { serviceHours: () => serviceHoursById(ctx, id) }
}

export async function restoreServiceHours(
  ctx: RequestContext,
  { serviceHoursId: id }: RestoreServiceHoursInput,
): Promise<RestoreServiceHoursPayload> {
  await ctx.unit.transaction(async (tx) => {
    const [entry] = await tx.run<Entry>(`${ENTRIES} and id = $1`, [id])
    if (!entry) throw notFound()
    await refuseOverlapping(tx, entry)
    const where = { id, voidedAt: Not(IsNull()) }
    const [changed] = await tx.write([
      updateOf(ServiceHours, where, { voidedBy: null, voidedAt: null }, { returning: ['id'] }),
    ])
    if (changed.length === 0) throw notFound()
  })
  return { serviceHours: () => serviceHoursById(ctx, id) }
}

/** One manager after the other, so that two at once do not each find the days free. */
async function refuseOverlapping(tx: Transaction, entry: Entry): Promise<void> {
  await tx.run("select pg_advisory_xact_lock(hashtextextended('hours of work of ' || $1, 0))", [entry.peerId])
  const others = await tx.run<Entry>(
    `${ENTRIES} and peer_id = $1 and id <> $2 and voided_at is null order by starts_on, id`,
    [entry.peerId, entry.id],
  )
  rejectIfInvalid(overlapErrors(entry, others, entry.allowsOverlap))
}

const ENTRY = columnsOf(ServiceHours, '', ['id', 'peerId', 'startsOn', 'endsOn', 'hours', 'allowsOverlap'])
const ENTRIES: SelectText = /* sql */ `
  select ${ENTRY} from service_hours where organization_id = (select access.organization_id())`

const SHOWN: SelectText = /* sql */ `
  select ${RECORDED}, ${VOIDED}, ${columnsOf(ServiceHours, 'r', ['startsOn', 'endsOn', 'hours', 'allowsOverlap'])},
         (select count(*) from service_hours every
           where every.organization_id = r.organization_id and every.peer_id = r.peer_id) as total
    from service_hours r where r.organization_id = (select access.organization_id())`
