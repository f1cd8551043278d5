import { GapState } from '@alongside/shared/certification/next-step/gaps'
import { isMeasured, type Requirement } from '@alongside/shared/certification/requirements/requirement-result'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { type CsvColumns, csvTable } from '../../server/files/csv.ts'
import type { ListExport } from '../../server/files/list-export.ts'
import { toGraphqlCertification } from './certification-to-graphql.ts'
import type { CertificationType } from './certification.types.ts'
import type { RenewalsFilter, RenewalsSort } from './renewal.types.ts'
import { everyRenewal } from './renewals.service.ts'

interface Arguments {
  readonly filter?: RenewalsFilter | null
  readonly sort?: RenewalsSort | null
}

/** The list of renewals as a file for a spreadsheet, one row a certification. */
export const renewalsExport: ListExport<Arguments> = {
  name: 'renewals',
  query: 'renewals',
  capability: 'certification.read',
  subject: 'renewals',
  async read(ctx, { filter, sort }) {
    const actor = await ctx.unit.actor()
    requireConfirmedPassword(actor)
    const rows = await everyRenewal(ctx, filter ?? {}, sort ?? undefined)
    return csvTable(
      [...COLUMNS, ['As of', () => actor.today]],
      rows.map((row) => toGraphqlCertification(row, actor.today)),
    )
  },
}

const COLUMNS: CsvColumns<CertificationType> = [
  ['Peer', ({ peer }) => peer.displayName],
  ['State', ({ credential }) => credential?.state ?? null],
  ['Credential', ({ credential }) => credential?.abbreviation ?? null],
  ['Credential name', ({ credential }) => credential?.name ?? null],
  ['Number', ({ number }) => number],
  ['Status', ({ status }) => status],
  ['Reason', ({ reasons }) => reasons[0]?.kind ?? null],
  ['Original issue date', ({ issuedOn }) => issuedOn],
  ['Expires', ({ expiresOn }) => expiresOn],
  ['Days left', ({ daysLeft }) => daysLeft],
  ['CE hours needed', (row) => totalOf(row)?.needed ?? null],
  ['CE hours earned', (row) => totalOf(row)?.earned ?? null],
  ['CE hours short', ({ gaps }) => (gaps.state === GapState.UNKNOWN ? null : gaps.hours)],
  ['Short by requirement', shortByRequirement],
  ['Requirements met', ({ gaps }) => gaps.state],
  ['Not verified', notVerified],
  ['Source', ({ credential }) => credential?.provenance?.url ?? null],
  ['Source checked', ({ credential }) => credential?.provenance?.readOn ?? null],
  ['Confidence', ({ credential }) => credential?.provenance?.confidence ?? null],
  ['Requirements not tracked', ({ credential }) => credential?.unread.length ?? null],
]

const measuredIn = ({ requirements }: CertificationType) => requirements.filter(isMeasured)

const totalOf = (row: CertificationType) =>
  measuredIn(row).find(({ requirement }) => requirement.kind === 'total')

/** Every line that is short, topics, sponsors, work and supervision too, in its own unit. */
function shortByRequirement({ gaps }: CertificationType): string {
  const short = gaps.short.filter(({ requirement }) => requirement.kind !== 'total')
  return short
    .map(({ requirement, shortBy, unit }) => `${nameOf(requirement)}: ${shortBy} ${unit}`)
    .join('; ')
}

function nameOf(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'minimum':
      return requirement.category
    case 'sponsor':
      return requirement.sponsor
    case 'practice':
      return requirement.practice
    case 'total':
      return 'total'
  }
}

function notVerified({ unknowns }: CertificationType): string {
  return unknowns
    .map((unknown) => ('reason' in unknown ? `${unknown.kind}: ${unknown.reason}` : unknown.kind))
    .join('; ')
}
