import { MEMBER_STATES } from '@alongside/shared/people/members/member-state'
import { ROLES } from '@alongside/shared/people/roles'
import { validateText } from '@alongside/shared/validation/validation-error'
import { connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { type CsvColumns, csvOf } from '../../server/http/csv.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'
import { COUNTS, filterValues, type MemberRow, rowsInOrder } from './member-rows.ts'
import type { MemberConnection, MembersFilter, MembersSort } from './members.types.ts'

// Who belongs to the organization, for its admin: the list, and the same as a file.

const SEARCH_LIMIT = 100
const BY_NAME: MembersSort = { by: 'NAME', descending: false }

export async function members(
  ctx: RequestContext,
  filter: MembersFilter,
  { by, descending }: MembersSort = BY_NAME,
  pageArgs: PageArgs,
): Promise<MemberConnection> {
  rejectIfInvalid(validateText('filter.search', filter.search, SEARCH_LIMIT))
  const page = pageFrom(pageArgs, ['', '', ''])
  const asked = filterValues(filter)
  const after = page.after ?? [null, null, null]
  const [rows, [counts = {}]] = await Promise.all([
    ctx.unit.run<MemberRow>(rowsInOrder(by, descending, true), [...asked, ...after, page.first + 1]),
    ctx.unit.run<Record<string, number>>(COUNTS, asked),
  ])
  return {
    ...connectionOf(rows, page, counts['total'] ?? 0, ({ orderKey, nameKey, id }) => [orderKey, nameKey, id]),
    states: MEMBER_STATES.map((state) => ({ state, count: counts[state] ?? 0 })),
    roles: ROLES.map((role) => ({ role, count: counts[role] ?? 0 })),
  }
}

/** All rows of the list as text; the password first, since names and addresses leave Alongside, and a line in the trail. */
export function membersCsv(
  ctx: RequestContext,
  filter: MembersFilter,
  { by, descending }: MembersSort = BY_NAME,
): Promise<string> {
  rejectIfInvalid(validateText('filter.search', filter.search, SEARCH_LIMIT))
  return ctx.unit.transaction(async (tx) => {
    requireConfirmedPassword(tx.actor)
    const rows = await tx.run<MemberRow>(rowsInOrder(by, descending, false), filterValues(filter))
    await tx.run("select access.append_audit_entry('EXPORT', 'EXPORTED', 'members', null, null, $1)", [
      JSON.stringify({ rows: rows.length }),
    ])
    return csvOf(COLUMNS, rows)
  })
}

const COLUMNS: CsvColumns<MemberRow> = [
  ['Name', ({ displayName }) => displayName],
  ['Email', ({ email }) => email],
  ['Roles', ({ roles }) => roles.join('; ')],
  ['Status', ({ state }) => state],
  ['Host agency', ({ hostAgencyName }) => hostAgencyName],
  ['Last sign-in', ({ lastSeenAt }) => lastSeenAt?.toISOString() ?? null],
  ['Invitation expires', ({ linkEndsAt }) => linkEndsAt?.toISOString() ?? null],
]
