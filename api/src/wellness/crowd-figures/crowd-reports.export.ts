import { LABELS } from '@alongside/shared/labels/labels'
import type { CrowdSubject } from '@alongside/shared/wellness/crowd-figures/crowd-periods'
import type { Language } from '@alongside/shared/people/account/languages'
import { codeTitle, type CsvColumns, csvTable } from '../../server/files/csv.ts'
import type { ListExport } from '../../server/files/list-export.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { crowdReports } from './crowd-reports.service.ts'
import type { CrowdBlock, CrowdReport } from './crowd-report.types.ts'

interface Row {
  readonly report: CrowdReport
  readonly group: string
  readonly countBand: CrowdBlock['countBand']
  readonly measure: string
  readonly figure: string
  readonly code: string
}

/** Exactly what is on the page, one figure a row. No name is in it, so it asks for no password. */
export const crowdReportsExport: ListExport<{ subject: CrowdSubject }> = {
  name: 'crowd-reports',
  query: 'crowdReports',
  capability: 'climate.read',
  subject: 'crowd_snapshot',
  async read(ctx, { subject }, language) {
    const reports = await everyReport(ctx, subject)
    return csvTable(
      columnsIn(language),
      reports.flatMap((report) => rowsOf(report, language)),
    )
  },
}

async function everyReport(ctx: RequestContext, subject: CrowdSubject): Promise<CrowdReport[]> {
  const reports: CrowdReport[] = []
  for (let after: string | null = null; ;) {
    const { edges, pageInfo } = await crowdReports(ctx, { subject, first: 100, after })
    reports.push(...edges.map(({ node }) => node))
    if (!pageInfo.hasNextPage) return reports
    after = pageInfo.endCursor
  }
}

function rowsOf(report: CrowdReport, language: Language): Row[] {
  const { drift, wellness } = LABELS[language]
  const { organization, blocks } = report
  const groups = [
    ...(organization ? [{ block: organization, group: wellness.climate.CrowdGroup.ORGANIZATION }] : []),
    ...blocks.map((block) => ({ block, group: block.teamName ?? wellness.climate.CrowdGroup.POOL })),
  ]
  return groups.flatMap(({ block, group }) => {
    const row = { report, group, countBand: block.countBand }
    return [
      ...block.means.map(({ measure, mean }) => ({
        ...row,
        measure: wellness.climate.CrowdMeasure[measure],
        figure: mean.toFixed(1),
        code: measure,
      })),
      ...block.shares.map(({ sign, share }) => ({
        ...row,
        measure: wellness.FatigueSign[sign],
        figure: wellness.climate.CrowdShare[share],
        code: sign,
      })),
      ...block.causes.map(({ cause, share }) => ({
        ...row,
        measure: drift.DriftCause[cause],
        figure: wellness.climate.CrowdShare[share],
        code: cause,
      })),
    ]
  })
}

function columnsIn(language: Language): CsvColumns<Row> {
  const { records, wellness } = LABELS[language]
  const { Column } = records
  return [
    [Column.startsOn, ({ report }) => report.startsOn],
    [Column.endsOn, ({ report }) => report.endsOn],
    [Column.group, ({ group }) => group],
    [Column.people, ({ countBand }) => wellness.climate.CountBand[countBand]],
    [Column.measure, ({ measure }) => measure],
    [Column.groupFigure, ({ figure }) => figure],
    [codeTitle(Column.measure), ({ code }) => code],
  ]
}
