import { ADMIN_AREAS, validateAuditFilter } from '@alongside/shared/audit/audit-filter'
import type { SelectText } from '../database/reads-and-writes.ts'
import { connectionOf, type Page, type PageArgs, pageFrom } from '../server/graphql/connection.ts'
import { DomainError, rejectIfInvalid } from '../server/graphql/domain-error.ts'
import type { RequestContext } from '../server/request-context.ts'
import { toGraphqlFacts, idsIn, type NamesById, type StoredFacts } from './audit-facts.ts'
import type { AuditEntryConnection, AuditEntryShown, AuditTrailFilter } from './audit.types.ts'

// The organization's audit trail, newest first. Which entries there are for whom is decided by the table's policies.

interface EntryRow extends Omit<AuditEntryShown, 'actor' | 'person' | 'facts'> {
  readonly actorId: string | null
  readonly actorName: string | null
  readonly personId: string | null
  readonly personName: string | null
  readonly facts: StoredFacts
}

/** A file that a spreadsheet opens without trouble. */
const MAX_ROWS_IN_A_FILE = 10_000

/**
 * Entries are numbered among those that the reader may see in this list: the database numbers those of all organizations
 * together, and its gaps would tell what happens elsewhere.
 */
const entriesOf = (list: string): SelectText => /* sql */ `
  with numbered as (
    select e.organization_id, e.entry_number, row_number() over (order by e.entry_number) as number
      from audit_entry e where e.organization_id = (select access.organization_id()) and (${list}))
  select n.number, e.at, e.area, e.action, e.subject, e.facts, e.actor_id as "actorId",
         actor.display_name as "actorName", e.person_id as "personId", person.display_name as "personName"
    from numbered n
    join audit_entry e on e.organization_id = n.organization_id and e.entry_number = n.entry_number
    left join membership actor on actor.organization_id = e.organization_id and actor.id = e.actor_id
    left join membership person on person.organization_id = e.organization_id and person.id = e.person_id`
const NEWEST_FIRST = 'order by n.number desc'

/** The start of a day where the organization is. */
const START_OF = (day: string): string =>
  `((${day})::timestamp at time zone (select o.time_zone from organization o where o.id = (select access.organization_id())))`

const NAMED = /* sql */ `
  select m.id from membership m
   where m.organization_id = (select access.organization_id()) and strpos(m.folded_name, access.folded($5)) > 0`

/** An admin reads entries about themselves on their own trail; here, accounts and settings. */
const WHOLE_TRAIL = `(select access.has_role('AUDITOR')) or e.area in (${ADMIN_AREAS.map((area) => `'${area}'`).join(', ')})`
const FILTERED = /* sql */ `
  where ($1::text is null or e.area = $1) and ($2::text is null or e.subject = $2)
    and ($3::uuid is null or e.person_id = $3) and ($4::uuid is null or e.actor_id = $4)
    and ($5::text is null or e.person_id in (${NAMED}) or e.actor_id in (${NAMED}))
    and ($6::date is null or e.at >= ${START_OF('$6::date')})
    and ($7::date is null or e.at < ${START_OF('$7::date + 1')})`

const OWN_TRAIL =
  'e.person_id = (select access.membership_id()) or e.actor_id = (select access.membership_id())'

export function auditTrail(
  ctx: RequestContext,
  filter: AuditTrailFilter,
  args: PageArgs,
): Promise<AuditEntryConnection> {
  return entriesPage(ctx, WHOLE_TRAIL, args, FILTERED, valuesOf(filter))
}

/** What was recorded about the signed-in person, and what they did. */
export function ownTrail(ctx: RequestContext, args: PageArgs): Promise<AuditEntryConnection> {
  return entriesPage(ctx, OWN_TRAIL, args)
}

/** The same entries, all of them. */
export async function everyEntry(ctx: RequestContext, filter: AuditTrailFilter): Promise<AuditEntryShown[]> {
  const rows = await ctx.unit.run<EntryRow>(
    `${entriesOf(WHOLE_TRAIL)} ${FILTERED} ${NEWEST_FIRST} limit ${MAX_ROWS_IN_A_FILE + 1}`,
    valuesOf(filter),
  )
  if (rows.length > MAX_ROWS_IN_A_FILE)
    throw new DomainError(
      'CONFLICT',
      'audit.too-many-entries',
      'Choose fewer days: a file holds 10,000 entries.',
    )
  const names = await namesIn(ctx, rows)
  return rows.map((row) => shown(row, names))
}

async function entriesPage(
  ctx: RequestContext,
  list: string,
  args: PageArgs,
  where = 'where true',
  values: unknown[] = [],
): Promise<AuditEntryConnection> {
  const page = pageFrom(args, [1])
  const [before, count] = [`$${values.length + 1}`, `$${values.length + 2}`]
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<EntryRow>(
      `${entriesOf(list)} ${where} and (${before}::bigint is null or n.number < ${before})
       ${NEWEST_FIRST} limit ${count}::integer + 1`,
      [...values, page.after?.[0] ?? null, page.first],
    ),
    ctx.unit.run<{ total: number }>(
      `select count(*) as total from audit_entry e ${where}
          and e.organization_id = (select access.organization_id()) and (${list})`,
      values,
    ),
  ])
  const names = await namesIn(ctx, rows)
  return connectionOf(
    rows.map((row) => shown(row, names)),
    page satisfies Page,
    counted?.total ?? 0,
    ({ number }) => [number],
  )
}

function valuesOf(filter: AuditTrailFilter): unknown[] {
  rejectIfInvalid(validateAuditFilter(filter))
  const { area, subject, personId, actorId, name, from, to } = filter
  return [area, subject, personId, actorId, name?.trim() || null, from, to].map((value) => value ?? null)
}

/** The names for the ids in the facts, in one write however many entries there are. */
async function namesIn(ctx: RequestContext, rows: readonly EntryRow[]): Promise<NamesById> {
  const found = await ctx.unit.run<{ id: string; name: string }>(NAMES, [idsIn(rows)])
  return new Map(found.map(({ id, name }) => [id, name]))
}

const NAMES = ['membership:display_name', 'reporting_team:name', 'host_agency:name']
  .map((source) => source.split(':'))
  .map(
    ([table, name]) =>
      `select id, ${name} as name from ${table} where organization_id = (select access.organization_id()) and id = any ($1::uuid[])`,
  )
  .join(' union all ') as SelectText

function shown(
  { actorId, actorName, personId, personName, facts, ...row }: EntryRow,
  names: NamesById,
): AuditEntryShown {
  return {
    ...row,
    actor: actorId === null ? null : { id: actorId, displayName: actorName },
    person: personId === null ? null : { id: personId, displayName: personName },
    facts: toGraphqlFacts(facts, names),
  }
}
