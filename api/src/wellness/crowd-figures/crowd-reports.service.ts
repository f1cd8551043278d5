import { CROWD_MEASURES, type CrowdMeasure } from '@alongside/shared/wellness/crowd-figures/crowd-measures'
import { DRIFT_CAUSES, type DriftCause } from '@alongside/shared/drift/drift-causes'
import { FATIGUE_SIGNS, type FatigueSign } from '@alongside/shared/wellness/fatigue-signs'
import { columnsOf } from '../../database/statements.ts'
import { AN_ID, connectionOf, pageFrom } from '../../server/graphql/connection.ts'
import { notFound } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { ClimateStep } from '../climate/climate-step.entity.ts'
import { CrowdBlock as BlockRow } from './crowd-block.entity.ts'
import { CrowdFigure } from './crowd-figure.entity.ts'
import type { CrowdBlock, CrowdReport, CrowdReportArgs, CrowdReportConnection } from './crowd-report.types.ts'
import { CrowdSnapshot } from './crowd-snapshot.entity.ts'

// What was published, read back as it is. Nothing is computed here: no filter, no sum, no comparison.

type Snapshot = Pick<CrowdSnapshot, 'id' | 'subject' | 'startsOn' | 'endsOn' | 'smallestGroup'>
type Block = Pick<BlockRow, 'snapshotId' | 'position' | 'teamName' | 'countBand'>
type Figure = Pick<CrowdFigure, 'snapshotId' | 'position' | 'measure' | 'mean' | 'share'>
type Step = Pick<ClimateStep, 'snapshotId' | 'id' | 'step' | 'line' | 'takenOn'>

const SNAPSHOT = columnsOf(CrowdSnapshot, '', ['id', 'subject', 'startsOn', 'endsOn', 'smallestGroup'])
const BLOCK = columnsOf(BlockRow, '', ['snapshotId', 'position', 'teamName', 'countBand'])
const FIGURE = `${columnsOf(CrowdFigure, '', ['snapshotId', 'position', 'measure', 'share'])}, mean::float8 as mean`
const STEP = columnsOf(ClimateStep, '', ['snapshotId', 'id', 'step', 'line', 'takenOn'])
const HERE = 'organization_id = (select access.organization_id())'
const ORGANIZATION_POSITION = 0

export async function crowdReports(
  ctx: RequestContext,
  { subject, ...pageArgs }: CrowdReportArgs,
): Promise<CrowdReportConnection> {
  const page = pageFrom(pageArgs, ['', AN_ID])
  const [startsOn = null, id = null] = page.after ?? []
  const [rows, [counted]] = await Promise.all([
    ctx.unit.run<Snapshot>(
      `select ${SNAPSHOT} from crowd_snapshot
        where ${HERE} and subject = $1 and ($2::text is null or (starts_on::text, id) < ($2, $3::uuid))
        order by starts_on desc, id desc limit $4`,
      [subject, startsOn, id, page.first + 1],
    ),
    ctx.unit.run<{ total: number }>(
      `select count(*)::int as total from crowd_snapshot where ${HERE} and subject = $1`,
      [subject],
    ),
  ])
  return connectionOf(await reportsOf(ctx, rows), page, counted?.total ?? 0, (report) => [
    report.startsOn,
    report.id,
  ])
}

/** Unknown and foreign ids answer alike. */
export async function crowdReport(ctx: RequestContext, id: string): Promise<CrowdReport> {
  const rows = await ctx.unit.run<Snapshot>(
    `select ${SNAPSHOT} from crowd_snapshot where ${HERE} and id = $1`,
    [id],
  )
  const [report] = await reportsOf(ctx, rows)
  if (!report) throw notFound()
  return report
}

async function reportsOf(ctx: RequestContext, snapshots: readonly Snapshot[]): Promise<CrowdReport[]> {
  if (snapshots.length === 0) return []
  const ids = [snapshots.map(({ id }) => id)]
  const ofThese = `${HERE} and snapshot_id = any ($1::uuid[])`
  const [blocks, figures, steps] = await Promise.all([
    ctx.unit.run<Block>(`select ${BLOCK} from crowd_block where ${ofThese} order by position`, ids),
    ctx.unit.run<Figure>(`select ${FIGURE} from crowd_figure where ${ofThese}`, ids),
    ctx.unit.run<Step>(
      `select ${STEP} from climate_step where ${ofThese} and voided_at is null order by taken_on, id`,
      ids,
    ),
  ])
  return snapshots.map((snapshot) => {
    const own = blocks.filter(({ snapshotId }) => snapshotId === snapshot.id)
    const shown = (block: Block): CrowdBlock => ({
      teamName: block.teamName,
      countBand: block.countBand,
      ...figuresOf(
        figures.filter((each) => each.snapshotId === snapshot.id && each.position === block.position),
      ),
    })
    const organization = own.find(({ position }) => position === ORGANIZATION_POSITION)
    return {
      ...snapshot,
      organization: organization ? shown(organization) : null,
      blocks: own.filter((block) => block !== organization).map(shown),
      steps: steps.filter(({ snapshotId }) => snapshotId === snapshot.id),
    }
  })
}

function figuresOf(figures: readonly Figure[]): Pick<CrowdBlock, 'means' | 'shares' | 'causes'> {
  const named = new Map(figures.map((figure) => [figure.measure, figure]))
  return {
    means: CROWD_MEASURES.flatMap((measure: CrowdMeasure) => {
      const mean = named.get(measure)?.mean
      return mean == null ? [] : [{ measure, mean }]
    }),
    shares: FATIGUE_SIGNS.flatMap((sign: FatigueSign) => {
      const share = named.get(sign)?.share
      return share == null ? [] : [{ sign, share }]
    }),
    causes: DRIFT_CAUSES.flatMap((cause: DriftCause) => {
      const share = named.get(cause)?.share
      return share == null ? [] : [{ cause, share }]
    }),
  }
}
