import { MEMBER_STATES } from '@alongside/shared/people/members/member-state'
import { ROLES } from '@alongside/shared/people/roles'
import { validateText } from '@alongside/shared/validation/validation-error'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { COUNTS, filterValues, type MemberRow, rowsInOrder } from './member-rows.ts'
import type { Member, MemberConnection, MembersFilter, MembersSort } from './members.types.ts'

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
  const page = pageFrom(pageArgs, ['', '', AN_ID])
  const asked = filterValues(filter)
  const after = page.after ?? [null, null, null]
  const [rows, [counts = {}]] = await Promise.all([
    ctx.unit.run<MemberRow>(rowsInOrder(by, descending, true), [...asked, ...after, page.first + 1]),
    ctx.unit.run<Record<string, number>>(COUNTS, asked),
  ])
  return {
    ...connectionOf(rows, page, counts['total'] ?? 0, ({ orderKey, nameKey, id }) => [orderKey, nameKey, id]),
    facets: {
      states: MEMBER_STATES.map((state) => ({ state, count: counts[state] ?? 0 })),
      roles: ROLES.map((role) => ({ role, count: counts[role] ?? 0 })),
    },
  }
}

/** The same rows as the list, all of them. */
export function everyMember(
  ctx: RequestContext,
  filter: MembersFilter,
  { by, descending }: MembersSort = BY_NAME,
): Promise<Member[]> {
  rejectIfInvalid(validateText('filter.search', filter.search, SEARCH_LIMIT))
  return ctx.unit.run<MemberRow>(rowsInOrder(by, descending, false), filterValues(filter))
}
