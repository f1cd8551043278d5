import { randomUUID } from 'node:crypto'
import { validateServiceHours } from '@alongside/shared/certification/history/holder-input'
import { overlapErrors, type WorkedDays } from '@alongside/shared/certification/history/service-hours-overlap'
import { Role } from '@alongside/shared/people/roles'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { ServiceHoursDetails } from '../history/history-input.types.ts'
import { takeBack } from '../history/take-back.ts'

// Hours of work, for the boards that ask for them. None is counted twice unknowingly.

interface Entry extends WorkedDays {
  readonly id: string
  readonly peerId: string
  readonly allowsOverlap: boolean
}

export function recordServiceHours(ctx: RequestContext, input: ServiceHoursDetails): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    rejectIfInvalid(validateServiceHours(input, tx.actor.today))
    const id = randomUUID()
    await refuseCrossing(tx, { ...input, id })
    const made = await tx.run(
      `insert into service_hours (organization_id, id, peer_id, starts_on, ends_on, hours, allows_overlap,
                                  recorded_by, recorded_at)
       select organization_id, $1, id, $3, $4, $5, $6, access.membership_id(), access.now()
         from membership
        where organization_id = (select access.organization_id()) and id = $2 and roles @> array['${Role.PEER}']
       returning id`,
      [id, input.peerId, input.startsOn, input.endsOn, input.hours, input.allowsOverlap],
    )
    if (made.length === 0) rejectIfInvalid([{ field: 'peerId', problem: 'not-found' }])
    return id
  })
}

/** Takes back hours that were a mistake, or takes that back again. */
export function withdrawServiceHours(ctx: RequestContext, id: string, withdrawn: boolean): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [entry] = await tx.run<Entry>(`${ENTRIES} and id = $1`, [id])
    if (!entry) throw notFound()
    if (!withdrawn) await refuseCrossing(tx, entry)
    return takeBack(tx, 'service_hours', id, withdrawn)
  })
}

/** One manager after the other, so that two at once do not each find the days free. */
async function refuseCrossing(tx: Transaction, entry: Entry): Promise<void> {
  await tx.run("select pg_advisory_xact_lock(hashtextextended('hours of work of ' || $1, 0))", [entry.peerId])
  const others = await tx.run<Entry>(
    `${ENTRIES} and peer_id = $1 and id <> $2 and voided_at is null order by starts_on, id`,
    [entry.peerId, entry.id],
  )
  rejectIfInvalid(overlapErrors(entry, others, entry.allowsOverlap))
}

const ENTRIES = /* sql */ `
  select id, peer_id as "peerId", starts_on as "startsOn", ends_on as "endsOn", hours,
         allows_overlap as "allowsOverlap"
    from service_hours where organization_id = (select access.organization_id())`
