import { validateCatalogueReport } from '@alongside/shared/certification/catalogue/report-input'
import type { SelectText } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertOf, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { AN_ID, AN_INSTANT, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { CatalogueReport } from './catalogue-report.entity.ts'
import type {
  CatalogueReportConnection,
  CatalogueReportType,
  ReportCatalogueChangeInput,
  ReportCatalogueChangePayload,
  SettleCatalogueReportInput,
  SettleCatalogueReportPayload,
} from './catalogue-report.types.ts'

// What an organization noticed about the catalogue.

type Listed = CatalogueReportType & { readonly total: number }

export async function catalogueReports(
  ctx: RequestContext,
  credentialId: string,
  pageArgs: PageArgs,
): Promise<CatalogueReportConnection> {
  const page = pageFrom(pageArgs, [AN_INSTANT, AN_ID])
  const [at = null, id = null] = page.after ?? []
  const rows = await ctx.unit.run<Listed>(
    `${REPORTS} and report.credential_id = $1 and report.settled_at is null
       and ($2::timestamptz is null or (report.reported_at, report.id) < ($2, $3::uuid))
     order by report.reported_at desc, report.id desc limit $4`,
    [credentialId, at, id, page.first + 1],
  )
  const positionOf = (report: Listed) => [report.reportedAt.toISOString(), report.id]
  return connectionOf(rows, page, rows[0]?.total ?? 0, positionOf)
}

async function reportById(ctx: RequestContext, id: string): Promise<CatalogueReportType> {
  const [report] = await ctx.unit.run<Listed>(`${REPORTS} and report.id = $1`, [id])
  if (!report) throw notFound()
  return report
}

export async function reportCatalogueChange(
  ctx: RequestContext,
  input: ReportCatalogueChangeInput,
): Promise<ReportCatalogueChangePayload> {
  rejectIfInvalid(validateCatalogueReport(input))
  const said = { whatChanged: input.whatChanged.trim(), sourceUrl: input.sourceUrl?.trim() || null }
  const report = { credentialId: input.credentialId, ...said, reportedBy: ME, reportedAt: NOW }
  const add = (tx: Transaction, id: string) => tx.write([insertOf(CatalogueReport, { id, ...report })])
  return once(ctx, 'reportCatalogueChange', input, add, (id) => ({
    catalogueReport: () => reportById(ctx, id),
  }))
}

/** Somebody has looked into it: the note is kept and no longer listed. */
export async function settleCatalogueReport(
  ctx: RequestContext,
  { catalogueReportId: id }: SettleCatalogueReportInput,
): Promise<SettleCatalogueReportPayload> {
  const [settled] = await ctx.unit.write([
    updateOf(CatalogueReport, { id, settledAt: null }, { settledAt: NOW }, { returning: ['id'] }),
  ])
  if (settled.length === 0) throw notFound()
  return { catalogueReport: () => reportById(ctx, id) }
}

const REPORT = ['id', 'whatChanged', 'sourceUrl', 'reportedAt', 'settledAt'] as const
const REPORTS: SelectText = /* sql */ `
  select ${columnsOf(CatalogueReport, 'report', REPORT)},
         jsonb_build_object('id', member.id, 'displayName', member.display_name) as "reportedBy",
         (select count(*) from catalogue_report every
           where every.organization_id = report.organization_id
             and every.credential_id = report.credential_id and every.settled_at is null) as total
    from catalogue_report report
    join membership member
      on member.organization_id = report.organization_id and member.id = report.reported_by
   where report.organization_id = (select access.organization_id())`
