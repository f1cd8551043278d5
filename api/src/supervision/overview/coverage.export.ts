import { LABELS } from '@alongside/shared/labels/labels'
import type { Language } from '@alongside/shared/people/account/languages'
import { requireConfirmedPassword } from '../../people/sign-in/password-confirmation.service.ts'
import { codeTitle, type CsvColumns, csvTable } from '../../server/files/csv.ts'
import type { ListExport } from '../../server/files/list-export.ts'
import { everyCoverage } from './coverage.service.ts'
import type { CoverageCell, SupervisionCoverage, SupervisionCoverageFilter } from './coverage.types.ts'

interface Arguments {
  readonly filter?: SupervisionCoverageFilter | null
}
interface Row extends CoverageCell {
  readonly of: SupervisionCoverage
}

/** One row for each person and type, so that a spreadsheet can count them. */
export const coverageExport: ListExport<Arguments> = {
  name: 'supervision-coverage',
  query: 'supervisionCoverage',
  capability: 'supervision.read',
  subject: 'supervision_coverage',
  async read(ctx, { filter }, language) {
    const actor = await ctx.unit.actor()
    requireConfirmedPassword(actor)
    const people = await everyCoverage(ctx, filter ?? {})
    const rows = people.flatMap((of): Row[] => of.cells.map((cell) => ({ ...cell, of })))
    return csvTable(columnsIn(language, actor.today), rows)
  },
}

function columnsIn(language: Language, today: string): CsvColumns<Row> {
  const { supervision, records } = LABELS[language]
  const { Column } = records
  return [
    [Column.name, ({ of }) => of.peer.displayName],
    [Column.hostAgency, ({ of }) => of.hostAgencies.map(({ name }) => name).join('; ')],
    [Column.type, ({ type }) => supervision.SupervisionType[type]],
    [Column.status, ({ state }) => supervision.CoverageState[state]],
    [Column.overdueDays, ({ overdueDays }) => overdueDays],
    [Column.lastHeldOn, ({ lastHeldOn }) => lastHeldOn],
    [Column.dueOn, ({ relationships }) => relationships[0]?.due?.dueOn ?? null],
    [Column.cadenceDays, ({ relationships }) => relationships[0]?.due?.cadenceDays ?? null],
    [
      Column.supervisor,
      ({ relationships }) =>
        [...new Set(relationships.map(({ supervisor }) => supervisor.displayName))].join('; '),
    ],
    [Column.asOf, () => today],
    [codeTitle(Column.type), ({ type }) => type],
    [codeTitle(Column.status), ({ state }) => state],
  ]
}
