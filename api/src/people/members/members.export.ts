import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { codeTitle, type CsvColumns, csvTable } from '../../server/http/csv.ts'
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
  async read(ctx, { filter, sort }, language) {
    requireConfirmedPassword(await ctx.unit.actor())
    return csvTable(columnsIn(language), await everyMember(ctx, filter ?? {}, sort ?? undefined))
  },
}

function columnsIn(language: Language): CsvColumns<Member> {
  const { account, people, records } = LABELS[language]
  const { Column } = records
  return [
    [Column.name, ({ displayName }) => displayName],
    [Column.email, ({ email }) => email],
    [Column.roles, ({ roles }) => roles.map((role) => account.Role[role]).join('; ')],
    [Column.status, ({ state }) => people.MemberState[state]],
    [Column.hostAgency, ({ hostAgencyName }) => hostAgencyName],
    [Column.lastSignInAt, ({ lastSeenAt }) => lastSeenAt?.toISOString() ?? null],
    [Column.invitationExpiresAt, ({ linkEndsAt }) => linkEndsAt?.toISOString() ?? null],
    [codeTitle(Column.roles), ({ roles }) => roles.join('; ')],
    [codeTitle(Column.status), ({ state }) => state],
  ]
}
