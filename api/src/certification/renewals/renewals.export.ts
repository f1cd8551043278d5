import { GapState } from '@alongside/shared/certification/next-step/gaps'
import { isMeasured, type Requirement } from '@alongside/shared/certification/requirements/requirement-result'
import type { StatusUnknown } from '@alongside/shared/certification/status/status'
import { codeOf, unknownCode } from '@alongside/shared/certification/rules/codes'
import type { Labels } from '@alongside/shared/labels/label-groups'
import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { codeTitle, type CsvColumns, csvTable } from '../../server/files/csv.ts'
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
  async read(ctx, { filter, sort }, language) {
    const actor = await ctx.unit.actor()
    requireConfirmedPassword(actor)
    const rows = await everyRenewal(ctx, filter ?? {}, sort ?? undefined)
    return csvTable(
      columnsIn(language, actor.today),
      rows.map((row) => toGraphqlCertification(row, actor.today)),
    )
  },
}

const certificationLabels = ({ certification, courses, rules, status }: Labels) => ({
  ...certification,
  ...courses,
  ...rules,
  ...status,
})

function columnsIn(language: Language, today: string): CsvColumns<CertificationType> {
  const labels = certificationLabels(LABELS[language])
  const { Column } = LABELS[language].records
  return [
    [Column.peer, ({ peer }) => peer.displayName],
    [Column.state, ({ credential }) => credential?.state ?? null],
    [Column.credential, ({ credential }) => credential?.abbreviation ?? null],
    [Column.credentialName, ({ credential }) => credential?.name ?? null],
    [Column.number, ({ number }) => number],
    [Column.status, ({ status }) => labels.CertificationStatus[status]],
    [Column.reason, ({ reasons }) => (reasons[0] ? labels.StatusReasonKind[codeOf(reasons[0].kind)] : null)],
    [Column.originallyIssuedOn, ({ issuedOn }) => issuedOn],
    [Column.expiresOn, ({ expiresOn }) => expiresOn],
    [Column.daysLeft, ({ daysLeft }) => daysLeft],
    [Column.hoursNeeded, (row) => totalOf(row)?.needed ?? null],
    [Column.hoursEarned, (row) => totalOf(row)?.earned ?? null],
    [Column.hoursShort, ({ gaps }) => (gaps.state === GapState.UNKNOWN ? null : gaps.hours)],
    [Column.shortByRequirement, (row) => shortByRequirement(row, shortInWords(LABELS[language]))],
    [Column.requirementsMet, ({ gaps }) => labels.GapState[codeOf(gaps.state)]],
    [Column.notVerified, (row) => row.unknowns.map((each) => unknownInWords(each, labels)).join(' ')],
    ...ruleColumns(language),
    [Column.requirementsNotTracked, ({ credential }) => credential?.unread.length ?? null],
    [Column.asOf, () => today],
    [codeTitle(Column.status), ({ status }) => status],
    [codeTitle(Column.reason), ({ reasons }) => (reasons[0] ? codeOf(reasons[0].kind) : null)],
    [codeTitle(Column.shortByRequirement), (row) => shortByRequirement(row, shortInCodes)],
    [codeTitle(Column.requirementsMet), ({ gaps }) => codeOf(gaps.state)],
    [codeTitle(Column.notVerified), ({ unknowns }) => unknowns.map(unknownInCodes).join('; ')],
    [
      codeTitle(Column.sourceConfidence),
      ({ credential }) => (credential?.provenance ? codeOf(credential.provenance.confidence) : null),
    ],
  ]
}

/** What the board itself would say where a rule of the organization decides, and where the rule can be read. */
function ruleColumns(language: Language): CsvColumns<CertificationType> {
  const labels = certificationLabels(LABELS[language])
  const { Column } = LABELS[language].records
  return [
    [Column.boardStatus, ({ byBoardRule }) => byBoardRule && labels.CertificationStatus[byBoardRule.status]],
    [Column.boardHoursNeeded, ({ byBoardRule }) => byBoardRule?.needed ?? null],
    [
      Column.source,
      ({ credential, byBoardRule }) => credential?.provenance?.url ?? byBoardRule?.sourceUrl ?? null,
    ],
    [Column.sourceCheckedOn, ({ credential }) => credential?.provenance?.readOn ?? null],
    [
      Column.sourceConfidence,
      ({ credential }) =>
        credential?.provenance ? labels.Confidence[codeOf(credential.provenance.confidence)] : null,
    ],
  ]
}

const measuredIn = ({ requirements }: CertificationType) => requirements.filter(isMeasured)

const totalOf = (row: CertificationType) =>
  measuredIn(row).find(({ requirement }) => requirement.kind === 'total')

type CertificationLabels = ReturnType<typeof certificationLabels>
type Short = CertificationType['gaps']['short'][number]

/** Every line that is short, topics, sponsors, work and supervision too, in its own unit. */
function shortByRequirement({ gaps }: CertificationType, say: (short: Short) => string): string {
  const short = gaps.short.filter(({ requirement }) => requirement.kind !== 'total')
  return short.map(say).join('; ')
}

const shortInWords =
  (labels: Labels) =>
  ({ requirement, shortBy, unit }: Short): string =>
    `${requirementInWords(requirement, certificationLabels(labels))}: ${shortBy} ${labels.rules.AmountUnit[codeOf(unit)]}`

const shortInCodes = ({ requirement, shortBy, unit }: Short): string =>
  `${requirementCode(requirement)}: ${shortBy} ${codeOf(unit)}`

function requirementInWords(requirement: Requirement, labels: CertificationLabels): string {
  switch (requirement.kind) {
    case 'minimum':
      return labels.CeCategory[codeOf(requirement.category)]
    case 'sponsor':
      return requirement.sponsor
    case 'practice':
      return labels.PracticeKind[codeOf(requirement.practice)]
    case 'total':
      return labels.TotalRequirement.HOURS
  }
}

function requirementCode(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'minimum':
      return codeOf(requirement.category)
    case 'sponsor':
      return requirement.sponsor
    case 'practice':
      return codeOf(requirement.practice)
    case 'total':
      return 'TOTAL'
  }
}

function unknownInWords(unknown: StatusUnknown, labels: CertificationLabels): string {
  const why = unknown.kind === 'hours-unknown' ? labels.WhyHoursUnknown[codeOf(unknown.reason)] : undefined
  return why ?? labels.StatusUnknown[unknownCode(unknown)]
}

const unknownInCodes = (unknown: StatusUnknown): string =>
  'reason' in unknown ? `${unknownCode(unknown)}: ${codeOf(unknown.reason)}` : unknownCode(unknown)
