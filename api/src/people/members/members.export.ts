import { type CsvColumns, csvTable } from '../../server/http/csv.ts'
import type { ListExport } from '../../server/http/list-export.ts'
import { requireConfirmedPassword } from '../sign-in/password-confirmation.service.ts'
import { everyMember } from './members.service.ts'
import type { Member, MembersFilter, MembersSort } from './members.types.ts'

interface Arguments {
  readonly filter?: MembersFilter | null
  readonly sort?: MembersSort | null
}

/** The list of members as a file for a spreadsheet, one row a member. */
export const membersExport: ListExport<Arguments> = {
  name: 'members',
  query: 'members',
  capability: 'members.read',
  subject: 'members',
  async read(ctx, { filter, sort }) {
    requireConfirmedPassword(await ctx.unit.actor())
    return csvTable(COLUMNS, await everyMember(ctx, filter ?? {}, sort ?? undefined))
  },
}

const COLUMNS: CsvColumns<Member> = [
  ['Name', ({ displayName }) => displayName],
  ['Email', ({ email }) => email],
  ['Roles', ({ roles }) => roles.join('; ')],
  ['Status', ({ state }) => state],
  ['Host agency', ({ hostAgencyName }) => hostAgencyName],
  ['Last signed in (month)', ({ lastSeenMonth }) => lastSeenMonth?.slice(0, 7) ?? null],
  ['Invitation expires', ({ linkEndsAt }) => linkEndsAt?.toISOString() ?? null],
]
