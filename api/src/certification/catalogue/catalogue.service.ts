import { randomUUID } from 'node:crypto'
import type { PlainDate } from '@alongside/shared/calendar/plain-date'
import {
  validateCatalogueReport,
  type CatalogueReportInput,
} from '@alongside/shared/certification/catalogue/report-input'
import { isBirthday } from '@alongside/shared/certification/recording/certificate-details'
import {
  CREDENTIAL_STATES,
  credentialsOfState,
} from '@alongside/shared/certification/catalogue/credential-catalogue'
import { nextExpiry } from '@alongside/shared/certification/cycle/next-expiry'
import type { CredentialNames } from '@alongside/shared/certification/custom-credentials/custom-credential'
import { ruleOn } from '@alongside/shared/certification/custom-rules/rule-on'
import { ME, NOW, columnsOf, insertOf, updateOf } from '../../database/statements.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { readRuleBook, type RuleBook } from '../custom-rules/rule-book.ts'
import { CatalogueReport } from './catalogue-report.entity.ts'
import type { CatalogueReportType } from './catalogue-report.types.ts'
import { type CredentialType, toGraphqlCredential } from './credential.types.ts'

// The catalogue as everybody reads it, and what an organization noticed about it.

const MAX_REPORTS = 50

/** The credentials of one state, or of all: the catalogue's first, then the organization's own. */
export async function credentialCatalogue(
  ctx: RequestContext,
  state: string | null,
  withRetired = false,
): Promise<CredentialType[]> {
  if (state !== null && !CREDENTIAL_STATES.includes(state))
    rejectIfInvalid([{ field: 'state', problem: 'not-an-option' }])
  const book = await readRuleBook(ctx.unit)
  const { today } = await ctx.unit.asker()
  const states = state === null ? CREDENTIAL_STATES : [state]
  const own = book.customCredentials.filter(
    (credential) => states.includes(credential.state) && (withRetired || !credential.isRetired),
  )
  return [...states.flatMap(credentialsOfState), ...own].map((found) => toShow(found, book, today))
}

export async function credential(ctx: RequestContext, credentialId: string): Promise<CredentialType> {
  const book = await readRuleBook(ctx.unit)
  const found = book.credentialOf(credentialId)
  if (!found) throw notFound()
  return toShow(found, book, (await ctx.unit.asker()).today)
}

function toShow(credential: CredentialNames, book: RuleBook, today: PlainDate): CredentialType {
  const rules = book.rulesOf(credential.id)
  return toGraphqlCredential(credential, ruleOn(rules, today), rules)
}

/** What the rule makes of the day of issue; null where it was not read. To be compared with the certificate. */
export async function suggestedExpiry(
  ctx: RequestContext,
  credentialId: string,
  issuedOn: PlainDate,
  birthday: string | null,
): Promise<PlainDate | null> {
  const book = await readRuleBook(ctx.unit)
  if (!book.credentialOf(credentialId)) rejectIfInvalid([{ field: 'credentialId', problem: 'not-found' }])
  if (birthday !== null && !isBirthday(birthday))
    rejectIfInvalid([{ field: 'birthday', problem: 'not-a-date' }])
  const suggestion = nextExpiry(ruleOn(book.rulesOf(credentialId), issuedOn), {
    issuedOn,
    expiresOn: null,
    birthday,
  })
  return suggestion.kind === 'suggested' ? suggestion.expiresOn : null
}

const REPORT = columnsOf(CatalogueReport, 'report', ['id', 'whatChanged', 'sourceUrl', 'reportedAt'])

export function catalogueReports(ctx: RequestContext, credentialId: string): Promise<CatalogueReportType[]> {
  return ctx.unit.run<CatalogueReportType>(
    `select ${REPORT}, member.display_name as "reportedBy"
       from catalogue_report report
       join membership member
         on member.organization_id = report.organization_id and member.id = report.reported_by
      where report.organization_id = (select access.organization_id()) and report.credential_id = $1
        and report.settled_at is null
      order by report.reported_at desc, report.id limit ${MAX_REPORTS}`,
    [credentialId],
  )
}

export async function reportCatalogueChange(
  ctx: RequestContext,
  input: CatalogueReportInput,
): Promise<string> {
  rejectIfInvalid(validateCatalogueReport(input))
  const id = randomUUID()
  const said = { whatChanged: input.whatChanged.trim(), sourceUrl: input.sourceUrl?.trim() || null }
  const report = { id, credentialId: input.credentialId, ...said, reportedBy: ME, reportedAt: NOW }
  await ctx.unit.write([insertOf(CatalogueReport, report)])
  return id
}

/** Somebody has looked into it: the note is kept and no longer shown. */
export async function settleCatalogueReport(ctx: RequestContext, id: string): Promise<string> {
  const [settled] = await ctx.unit.write([
    updateOf(CatalogueReport, { id, settledAt: null }, { settledAt: NOW }, { returning: ['id'] }),
  ])
  if (settled.length === 0) throw notFound()
  return id
}
