import { randomUUID } from 'node:crypto'
import { dataSharingFinding } from '@alongside/shared/people/data-sharing/data-sharing'
import { canonicalEmail } from '@alongside/shared/people/account/email'
import {
  validateDataSharing,
  validateHostAgencyContact,
  validateHostAgency,
} from '@alongside/shared/people/host-agencies/host-agency-input'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type {
  DataSharingDetails,
  HostAgencyContactDetails,
  HostAgencyDetails,
  HostAgencyType,
} from './host-agency.types.ts'

// The agencies in which peers work: what they are, whom to call there, and until when data may be shared.

const MAX_AGENCIES = 500

type AgencyRow = Omit<HostAgencyType, 'dataSharing' | 'dataSharingUntil'>

/** Everything of every agency in one statement: an organization works with a handful. */
export async function hostAgencies(ctx: RequestContext): Promise<HostAgencyType[]> {
  const rows = await ctx.unit.run<AgencyRow>(AGENCIES)
  const { today } = await ctx.unit.actor()
  return rows.map((row) => {
    const { state: dataSharing, until: dataSharingUntil } = dataSharingFinding(row.agreements, today)
    return { ...row, dataSharing, dataSharingUntil }
  })
}

export async function addHostAgency(ctx: RequestContext, input: HostAgencyDetails): Promise<string> {
  rejectIfInvalid(validateHostAgency(input))
  const id = randomUUID()
  await ctx.unit.run(
    `insert into host_agency (organization_id, id, name, kind, state, sequential_intercept, deflection_pathway)
     values (access.organization_id(), $1, $2, $3, $4, $5, $6)`,
    [id, ...agencyColumns(input)],
  )
  return id
}

export async function changeHostAgency(
  ctx: RequestContext,
  id: string,
  revision: number,
  input: HostAgencyDetails,
): Promise<string> {
  rejectIfInvalid(validateHostAgency(input))
  const [found, changed] = await Promise.all([
    ctx.unit.run(
      'select 1 from host_agency where organization_id = (select access.organization_id()) and id = $1',
      [id],
    ),
    ctx.unit.run(
      `update host_agency set name = $3, kind = $4, state = $5, sequential_intercept = $6, deflection_pathway = $7,
              revision = revision + 1
        where organization_id = access.organization_id() and id = $1 and revision = $2 returning id`,
      [id, revision, ...agencyColumns(input)],
    ),
  ])
  if (found.length === 0) throw notFound()
  if (changed.length === 0)
    throw new DomainError(
      'CONFLICT',
      'people.host-agencies.changed-meanwhile',
      'Somebody else changed this meanwhile.',
    )
  return id
}

export async function addHostAgencyContact(
  ctx: RequestContext,
  hostAgencyId: string,
  input: HostAgencyContactDetails,
): Promise<string> {
  rejectIfInvalid(validateHostAgencyContact(input))
  const { name, purpose, phone, email } = input
  const id = randomUUID()
  await ctx.unit
    .run(
      `insert into host_agency_contact (organization_id, id, host_agency_id, name, purpose, phone, email)
       values (access.organization_id(), $1, $2, $3, $4, $5, $6)`,
      [
        id,
        hostAgencyId,
        name.trim(),
        purpose.trim(),
        phone?.trim() || null,
        email ? canonicalEmail(email) || null : null,
      ],
    )
    .catch(notFoundForAgency)
  return id
}

export async function removeHostAgencyContact(ctx: RequestContext, id: string): Promise<string> {
  const removed = await ctx.unit.run(
    `update host_agency_contact set removed_at = access.now()
      where organization_id = access.organization_id() and id = $1 and removed_at is null returning id`,
    [id],
  )
  if (removed.length === 0) throw notFound()
  return id
}

export async function recordDataSharing(
  ctx: RequestContext,
  hostAgencyId: string,
  input: DataSharingDetails,
): Promise<string> {
  rejectIfInvalid(validateDataSharing(input))
  const id = randomUUID()
  await ctx.unit
    .run(
      `insert into data_sharing_agreement (organization_id, id, host_agency_id, reference, starts_on, ends_on)
       values (access.organization_id(), $1, $2, $3, $4, $5)`,
      [id, hostAgencyId, input.reference.trim(), input.startsOn, input.endsOn ?? null],
    )
    .catch(notFoundForAgency)
  return id
}

export async function correctDataSharing(
  ctx: RequestContext,
  id: string,
  input: DataSharingDetails,
): Promise<string> {
  rejectIfInvalid(validateDataSharing(input))
  const changed = await ctx.unit.run(
    `update data_sharing_agreement set reference = $2, starts_on = $3, ends_on = $4
      where organization_id = access.organization_id() and id = $1 returning id`,
    [id, input.reference.trim(), input.startsOn, input.endsOn ?? null],
  )
  if (changed.length === 0) throw notFound()
  return id
}

/** The foreign key looks past the walls, but only inside the organization: its own id stands in every key. */
function notFoundForAgency(error: unknown): never {
  const { code } = error as { code?: string }
  if (code === FOREIGN_KEY_VIOLATION) throw notFound()
  throw error
}
const FOREIGN_KEY_VIOLATION = '23503'

const agencyColumns = (input: HostAgencyDetails): unknown[] => [
  input.name.trim(),
  input.kind,
  input.state,
  input.sequentialIntercept,
  input.deflectionPathway ?? null,
]

const AGENCIES = /* sql */ `
  select h.id, h.name, h.kind, h.state, h.sequential_intercept as "sequentialIntercept",
         h.deflection_pathway as "deflectionPathway", h.revision,
         case when (select access.has_role('MANAGER')) then coalesce(work.peers, 0) end as "peersToday",
         coalesce(contact.list, '[]') as contacts, coalesce(agreement.list, '[]') as agreements,
         coalesce(staff.list, '[]') as staff
    from host_agency h
    left join (
      select host_agency_id, count(distinct peer_id) as peers from placement
       where organization_id = (select access.organization_id())
         and starts_on <= (select access.today()) and (ends_on is null or ends_on >= (select access.today()))
       group by host_agency_id) work on work.host_agency_id = h.id
    left join (
      select host_agency_id, jsonb_agg(jsonb_build_object(
               'id', id, 'name', name, 'purpose', purpose, 'phone', phone, 'email', email) order by name, id) as list
        from host_agency_contact
       where organization_id = (select access.organization_id()) and removed_at is null
       group by host_agency_id) contact on contact.host_agency_id = h.id
    left join (
      select host_agency_id, jsonb_agg(jsonb_build_object(
               'id', id, 'reference', reference, 'startsOn', starts_on, 'endsOn', ends_on)
               order by starts_on desc, id) as list
        from data_sharing_agreement
       where organization_id = (select access.organization_id())
       group by host_agency_id) agreement on agreement.host_agency_id = h.id
    left join (
      select host_agency_id, jsonb_agg(jsonb_build_object(
               'id', id, 'displayName', display_name, 'hasJoined', account_id is not null) order by display_name, id) as list
        from membership
       where organization_id = (select access.organization_id()) and host_agency_id is not null and disabled_at is null
       group by host_agency_id) staff on staff.host_agency_id = h.id
   where h.organization_id = (select access.organization_id())
   order by h.name, h.id limit ${MAX_AGENCIES}`
