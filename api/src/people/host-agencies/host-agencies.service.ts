import { oneLine } from '@alongside/shared/validation/one-line'
import { dataSharingFinding } from '@alongside/shared/people/data-sharing/data-sharing'
import { canonicalEmail } from '@alongside/shared/people/account/email'
import {
  validateHostAgencyContact,
  validateHostAgency,
} from '@alongside/shared/people/host-agencies/host-agency-input'
import { readSql, type SelectText } from '../../database/reads-and-writes.ts'
import { NOW, columnsOf, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import type { DataSharingAgreementShown } from '../data-sharing/data-sharing.types.ts'
import { HostAgencyContact } from './host-agency-contact.entity.ts'
import { HostAgency } from './host-agency.entity.ts'
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
  readonly agreements: DataSharingAgreementShown[]
}

/** Everything of every agency in one statement: an organization works with a handful. */
export async function hostAgencies(ctx: RequestContext, pageArgs: PageArgs): Promise<HostAgencyConnection> {
  const page = pageFrom(pageArgs, ['', AN_ID])
  const [name = null, id = null] = page.after ?? []
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<AgencyRow>(
      `${AGENCIES} and ($1::text is null or (access.folded(h.name), h.id) > (access.folded($1), $2::uuid)) order by access.folded(h.name), h.id limit $3`,
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
  const add = (tx: Transaction, id: string) => tx.write([insertOf(HostAgency, { id, ...detailsOf(input) })])
  return once(ctx, 'createHostAgency', input, add, (id) => ({ hostAgency: () => hostAgencyById(ctx, id) }))
}

export async function updateHostAgency(
  ctx: RequestContext,
  { hostAgencyId: id, expectedRevision, ...input }: UpdateHostAgencyInput,
): Promise<HostAgencyUpdated | StaleRevision> {
  rejectIfInvalid(validateHostAgency(input))
  const set = { ...detailsOf(input), revision: () => 'revision + 1' }
  const [[found], changed] = await ctx.unit.write([
    readSql<{ revision: number }>(
      'select revision from host_agency where organization_id = (select access.organization_id()) and id = $1',
      [id],
    ),
    updateOf(HostAgency, { id, revision: expectedRevision }, set, { returning: ['id'] }),
  ])
  if (!found) throw notFound()
  if (changed.length === 0) return { currentRevision: found.revision }
  return { hostAgency: () => hostAgencyById(ctx, id) }
}

export async function createHostAgencyContact(
  ctx: RequestContext,
  input: CreateHostAgencyContactInput,
): Promise<CreateHostAgencyContactPayload> {
  rejectIfInvalid(validateHostAgencyContact(input))
  const { hostAgencyId } = input
  const contact = {
    name: oneLine(input.name),
    purpose: oneLine(input.purpose),
    phone: input.phone?.trim() || null,
    email: input.email ? canonicalEmail(input.email) || null : null,
  }
  const add = (tx: Transaction, id: string) =>
    tx.write([insertOf(HostAgencyContact, { id, ...contact, hostAgencyId })]).catch(notFoundForAgency)
  return once(ctx, 'createHostAgencyContact', input, add, (id) => ({
    contact: { id, ...contact },
    hostAgency: () => hostAgencyById(ctx, hostAgencyId),
  }))
}

export async function removeHostAgencyContact(
  ctx: RequestContext,
  { contactId: id }: RemoveHostAgencyContactInput,
): Promise<RemoveHostAgencyContactPayload> {
  const [[removed]] = await ctx.unit.write([
    updateOf(HostAgencyContact, { id, removedAt: null }, { removedAt: NOW }, { returning: ['hostAgencyId'] }),
  ])
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

const detailsOf = ({ name, kind, state, sequentialIntercept, deflectionPathway }: HostAgencyFields) => ({
  name: oneLine(name),
  kind,
  state,
  sequentialIntercept,
  deflectionPathway: deflectionPathway ?? null,
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
   where h.organization_id = (select access.organization_id())`
