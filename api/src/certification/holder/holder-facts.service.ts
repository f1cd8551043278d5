import { randomUUID } from 'node:crypto'
import { titleRefusals } from '@alongside/shared/certification/catalogue/credential-titles'
import {
  holderFactsRefusals,
  serviceHoursRefusals,
} from '@alongside/shared/certification/history/holder-input'
import { Role } from '@alongside/shared/people/roles'
import { DomainError, notFound, refuse } from '../../server/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { HolderFactsDetails, ServiceHoursDetails } from '../history/history-input.types.ts'

// What is known of a holder beside their certificates: facts that a rule asks, and hours of work.

export function changeHolderFacts(
  ctx: RequestContext,
  certificationId: string,
  input: HolderFactsDetails,
): Promise<number> {
  return ctx.unit.transaction(async (tx) => {
    const [found] = await tx.run<{ credentialId: string }>(
      `select credential_id as "credentialId" from certification
        where organization_id = (select access.organization_id()) and id = $1`,
      [certificationId],
    )
    if (!found) throw notFound()
    const title = input.title || null
    const wrongTitle = title === null ? [] : titleRefusals(found.credentialId, title)
    refuse([...wrongTitle, ...holderFactsRefusals(input, tx.actor.today)])
    const { revision } = input
    const changing = tx.run(
      `update certification
          set number = $3, birth_month_day = $4, conditions_held = $5, conditions_not_held = $6,
              chosen_cycle_months = $7, exam_year = $8, title = $9, revision = revision + 1
        where organization_id = (select access.organization_id()) and id = $1 and revision = $2
        returning id`,
      [certificationId, revision, ...columnsOf(input)],
    )
    const changed = await changing.catch(isTaken)
    if (changed.length > 0) return revision + 1
    const message = 'Somebody else has changed these facts meanwhile.'
    throw new DomainError('CONFLICT', 'certification-history.facts-changed-meanwhile', message)
  })
}

function columnsOf(input: HolderFactsDetails) {
  const { number, birthday, conditionsHeld, conditionsNotHeld, chosenCycleMonths, examYear, title } = input
  const asked = [conditionsHeld, conditionsNotHeld, chosenCycleMonths ?? null, examYear ?? null]
  return [number?.trim() || null, birthday || null, ...asked, title || null]
}

export function recordServiceHours(ctx: RequestContext, input: ServiceHoursDetails): Promise<string> {
  return ctx.unit.transaction(async (tx) => {
    refuse(serviceHoursRefusals(input, tx.actor.today))
    const id = randomUUID()
    const inserting = tx.run(
      `insert into service_hours (organization_id, id, peer_id, starts_on, ends_on, hours, recorded_by, recorded_at)
       select organization_id, $1, id, $3, $4, $5, access.membership_id(), access.now()
         from membership
        where organization_id = (select access.organization_id()) and id = $2 and roles @> array['${Role.PEER}']
       returning id`,
      [id, input.peerId, input.startsOn, input.endsOn, input.hours],
    )
    const made = await inserting.catch(daysAreThere)
    if (made.length === 0) refuse([{ field: 'peerId', problem: 'not-found' }])
    return id
  })
}

/** Takes back hours that were a mistake, or takes that back again. */
export async function withdrawServiceHours(
  ctx: RequestContext,
  id: string,
  withdrawn: boolean,
): Promise<string> {
  const changed = await ctx.unit
    .run(
      `update service_hours
          set withdrawn_by = case when $2 then access.membership_id() end,
              withdrawn_at = case when $2 then access.now() end
        where organization_id = (select access.organization_id()) and id = $1 and (withdrawn_at is null) = $2
        returning id`,
      [id, withdrawn],
    )
    .catch(daysAreThere)
  if (changed.length === 0) throw notFound()
  return id
}

function isTaken(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'certification_overlaps' || constraint === 'certification_issue_once') {
    refuse([{ field: 'title', problem: 'already-there' }])
  }
  if (constraint === 'certification_number_once') refuse([{ field: 'number', problem: 'already-there' }])
  throw error
}

function daysAreThere(error: unknown): never {
  const { constraint } = error as { constraint?: string }
  if (constraint === 'service_hours_once') refuse([{ field: 'startsOn', problem: 'already-there' }])
  throw error
}
