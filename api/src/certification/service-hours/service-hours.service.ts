import { randomUUID } from 'node:crypto'
import { validateServiceHours } from '@alongside/shared/certification/history/holder-input'
import { overlapErrors, type WorkedDays } from '@alongside/shared/certification/history/service-hours-overlap'
import { Role } from '@alongside/shared/people/roles'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertFrom } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { ServiceHoursDetails } from '../history/history-input.types.ts'
import { takeBack } from '../history/take-back.ts'
import { ServiceHours } from './service-hours.entity.ts'

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
    const { peerId, startsOn, endsOn, hours, allowsOverlap } = input
    const worked = { id, peerId, startsOn, endsOn, hours, allowsOverlap, recordedBy: ME, recordedAt: NOW }
    const [made] = await tx.write([insertFrom(ServiceHours, OF_A_PEER, worked, { returning: ['id'] })])
    if (made.length === 0) rejectIfInvalid([{ field: 'peerId', problem: 'not-found' }])
    return id
  })
}

const OF_A_PEER = `from membership m
  where m.organization_id = (select access.organization_id()) and m.id = :peerId and m.roles @> array['${Role.PEER}']`

/** Takes back hours that were a mistake, or takes that back again. */
export function withdrawServiceHours(ctx: RequestContext, id: string, withdrawn: boolean): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    const [entry] = await tx.run<Entry>(`${ENTRIES} and id = $1`, [id])
    if (!entry) throw notFound()
    if (!withdrawn) await refuseCrossing(tx, entry)
    return takeBack(tx, ServiceHours, id, withdrawn)
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

const ENTRY = columnsOf(ServiceHours, '', ['id', 'peerId', 'startsOn', 'endsOn', 'hours', 'allowsOverlap'])
const ENTRIES: SelectText = /* sql */ `
  select ${ENTRY} from service_hours where organization_id = (select access.organization_id())`
