import { randomUUID } from 'node:crypto'
import { dataSharingFinding } from '@alongside/shared/people/data-sharing/data-sharing'
import { canonicalEmail } from '@alongside/shared/people/account/email'
import {
  validateHostAgencyContact,
  validateHostAgency,
} from '@alongside/shared/people/host-agencies/host-agency-input'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { DataSharingAgreementType } from '../data-sharing/data-sharing.types.ts'
import type {
  CreateHostAgencyContactInput,
  CreateHostAgencyContactPayload,
  CreateHostAgencyInput,
  CreateHostAgencyPayload,
  HostAgencyFields,
  HostAgencyUpdated,
  RemoveHostAgencyContactInput,
  RemoveHostAgencyContactPayload,
  UpdateHostAgencyInput,
} from './host-agency-changes.types.ts'
import type { HostAgencyConnection, HostAgencyType } from './host-agency.types.ts'

// The agencies in which peers work: what they are, whom to call there, and until when data may be shared.

type AgencyRow = Omit<HostAgencyType, 'dataSharing'> & {
  readonly agreements: DataSharingAgreementType[]
}

/** Everything of every agency in one statement: an organization works with a handful. */
/** Everything of every agency in one statement: an organization works with a handful. */
export async function hostAgencies(ctx: RequestContext, pageArgs: PageArgs): Promise<HostAgencyConnection> {
  const page = pageFrom(pageArgs, ['', AN_ID])
  const [name = null, id = null] = page.after ?? []
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<AgencyRow>(
      `${AGENCIES} and ($1::text is null or (h.name, h.id) > ($1, $2::uuid)) order by h.name, h.id limit $3`,
      [name, id, page.first + 1],
    ),
    ctx.unit.run<{ total: number }>(
      'select count(*) as total from host_agency where organization_id = (select access.organization_id())',
    ),
  ])
  const { today } = await ctx.unit.actor()
  const agencies = rows.map((row) => agencyOf(row, today))
  return connectionOf(agencies, page, counted?.total ?? 0, (agency) => [agency.name, agency.id])
}

export async function hostAgencyById(ctx: RequestContext, id: string): Promise<HostAgencyType> {
  const [row] = await ctx.unit.run<AgencyRow>(`${AGENCIES} and h.id = $1`, [id])
  if (!row) throw notFound()
  return agencyOf(row, (await ctx.unit.actor()).today)
}

function agencyOf({ agreements, ...row }: AgencyRow, today: string): HostAgencyType {
  return { ...row, dataSharing: { ...dataSharingFinding(agreements, today), agreements } }
}

export async function createHostAgency(
  ctx: RequestContext,
  input: CreateHostAgencyInput,
): Promise<CreateHostAgencyPayload> {
  rejectIfInvalid(validateHostAgency(input))
  const id = randomUUID()
  await ctx.unit.run(
    `insert into host_agency (organization_id, id, name, kind, state, sequential_intercept, deflection_pathway)
     values (access.organization_id(), $1, $2, $3, $4, $5, $6)`,
    [id, ...agencyColumns(input)],
  )
  return { hostAgency: () => hostAgencyById(ctx, id) }
}

export async function updateHostAgency(
  ctx: RequestContext,
  { hostAgencyId: id, expectedRevision, ...input }: UpdateHostAgencyInput,
): Promise<HostAgencyUpdated | StaleRevision> {
  rejectIfInvalid(validateHostAgency(input))
  const [[found], changed] = await Promise.all([
    ctx.unit.run<{ revision: number }>(
      'select revision from host_agency where organization_id = (select access.organization_id()) and id = $1',
      [id],
    ),
    ctx.unit.run(
      `update host_agency set name = $3, kind = $4, state = $5, sequential_intercept = $6, deflection_pathway = $7,
              revision = revision + 1
        where organization_id = access.organization_id() and id = $1 and revision = $2 returning id`,
      [id, expectedRevision, ...agencyColumns(input)],
    ),
  ])
  if (!found) throw notFound()
  if (changed.length === 0) return { currentRevision: found.revision }
  return { hostAgency: () => hostAgencyById(ctx, id) }
}

export async function createHostAgencyContact(
  ctx: RequestContext,
  { hostAgencyId, ...input }: CreateHostAgencyContactInput,
): Promise<CreateHostAgencyContactPayload> {
  rejectIfInvalid(validateHostAgencyContact(input))
  const { name, purpose, phone, email } = input
  const contact = {
    id: randomUUID(),
    name: name.trim(),
    purpose: purpose.trim(),
    phone: phone?.trim() || null,
    email: email ? canonicalEmail(email) || null : null,
  }
  await ctx.unit
    .run(
      `insert into host_agency_contact (organization_id, id, host_agency_id, name, purpose, phone, email)
       values (access.organization_id(), $1, $2, $3, $4, $5, $6)`,
      [contact.id, hostAgencyId, contact.name, contact.purpose, contact.phone, contact.email],
    )
    .catch(notFoundForAgency)
  return { contact, hostAgency: () => hostAgencyById(ctx, hostAgencyId) }
}

export async function removeHostAgencyContact(
  ctx: RequestContext,
  { contactId }: RemoveHostAgencyContactInput,
): Promise<RemoveHostAgencyContactPayload> {
  const [removed] = await ctx.unit.run<{ hostAgencyId: string }>(
    `update host_agency_contact set removed_at = access.now()
      where organization_id = access.organization_id() and id = $1 and removed_at is null
      returning host_agency_id as "hostAgencyId"`,
    [contactId],
  )
  if (!removed) throw notFound()
  return { hostAgency: () => hostAgencyById(ctx, removed.hostAgencyId) }
}

/** The foreign key looks past the walls, but only inside the organization: its own id stands in every key. */
export function notFoundForAgency(error: unknown): never {
  const { code } = error as { code?: string }
  if (code === FOREIGN_KEY_VIOLATION) throw notFound()
  throw error
}
const FOREIGN_KEY_VIOLATION = '23503'

const agencyColumns = (input: HostAgencyFields): unknown[] => [
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
   where h.organization_id = (select access.organization_id())`
