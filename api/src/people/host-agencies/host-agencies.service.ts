import { randomUUID } from 'node:crypto'
import { dataSharingFinding } from '@alongside/shared/people/data-sharing/data-sharing'
import { canonicalEmail } from '@alongside/shared/people/account/email'
import {
  validateDataSharing,
  validateHostAgencyContact,
  validateHostAgency,
} from '@alongside/shared/people/host-agencies/host-agency-input'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { NOW, columnsOf, insertOf, updateOf } from '../../database/statements.ts'
import { DomainError, notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { DataSharingAgreement } from '../data-sharing/data-sharing-agreement.entity.ts'
import { HostAgencyContact } from './host-agency-contact.entity.ts'
import { HostAgency } from './host-agency.entity.ts'
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
  await ctx.unit.write([insertOf(HostAgency, { id, ...detailsOf(input) })])
  return id
}

export async function changeHostAgency(
  ctx: RequestContext,
  id: string,
  revision: number,
  input: HostAgencyDetails,
): Promise<string> {
  rejectIfInvalid(validateHostAgency(input))
  const set = { ...detailsOf(input), revision: () => 'revision + 1' }
  const [found, changed] = await ctx.unit.write([
    readSql(
      'select 1 from host_agency where organization_id = (select access.organization_id()) and id = $1',
      [id],
    ),
    updateOf(HostAgency, { id, revision }, set, { returning: ['id'] }),
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
  const id = randomUUID()
  const contact = {
    id,
    hostAgencyId,
    name: input.name.trim(),
    purpose: input.purpose.trim(),
    phone: input.phone?.trim() || null,
    email: input.email ? canonicalEmail(input.email) || null : null,
  }
  await ctx.unit.write([insertOf(HostAgencyContact, contact)]).catch(notFoundForAgency)
  return id
}

export async function removeHostAgencyContact(ctx: RequestContext, id: string): Promise<string> {
  const [removed] = await ctx.unit.write([
    updateOf(HostAgencyContact, { id, removedAt: null }, { removedAt: NOW }, { returning: ['id'] }),
  ])
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
  const agreement = { id, hostAgencyId, ...agreementOf(input) }
  await ctx.unit.write([insertOf(DataSharingAgreement, agreement)]).catch(notFoundForAgency)
  return id
}

export async function correctDataSharing(
  ctx: RequestContext,
  id: string,
  input: DataSharingDetails,
): Promise<string> {
  rejectIfInvalid(validateDataSharing(input))
  const [changed] = await ctx.unit.write([
    updateOf(DataSharingAgreement, { id }, agreementOf(input), { returning: ['id'] }),
  ])
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

const detailsOf = ({ name, kind, state, sequentialIntercept, deflectionPathway }: HostAgencyDetails) => ({
  name: name.trim(),
  kind,
  state,
  sequentialIntercept,
  deflectionPathway: deflectionPathway ?? null,
})

const agreementOf = ({ reference, startsOn, endsOn }: DataSharingDetails) => ({
  reference: reference.trim(),
  startsOn,
  endsOn: endsOn ?? null,
})

const OF_AGENCY = columnsOf(HostAgency, 'h', [
  'id',
  'name',
  'kind',
  'state',
  'sequentialIntercept',
  'deflectionPathway',
  'revision',
])
const AGENCIES: SelectText = /* sql */ `
  select ${OF_AGENCY},
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
