import { validateClimateStep, validateSmallestGroup } from '@alongside/shared/wellness/climate/climate-input'
import { DEFAULT_SMALLEST_GROUP } from '@alongside/shared/wellness/crowd-figures/blocks'
import { previewRollUp, type TeamSize } from '@alongside/shared/wellness/climate/roll-up-preview'
import { oneLine } from '@alongside/shared/validation/one-line'
import { columnsOf, insertOf, ME, NOW, TODAY, updateOf } from '../../database/statements.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { StaleRevision } from '../../server/graphql/stale-revision.types.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { ClimateSetting } from './climate-setting.entity.ts'
import { ClimateStep } from './climate-step.entity.ts'
import type {
  ClimatePreview,
  ClimateSettings,
  ClimateSettingsUpdated,
  CreateClimateStepInput,
  CreateClimateStepPayload,
  UpdateClimateSettingsInput,
  VoidClimateStepInput,
  VoidClimateStepPayload,
} from './climate.types.ts'
import { crowdReport } from '../crowd-figures/crowd-reports.service.ts'

// Whether figures are published, what that would show, and what the organization says about what was published.

const SETTINGS = ['onSince', 'smallestGroup', 'revision'] as const
const COLUMNS = columnsOf(ClimateSetting, '', SETTINGS)
/** Peers who could answer today, as the freeze of a roster counts them. */
const PEERS_BY_TEAM = /* sql */ `
  select e.team_id as id, t.name, count(*)::int as size
    from membership m
    left join employment e on e.organization_id = m.organization_id and e.member_id = m.id
    left join reporting_team t on t.organization_id = e.organization_id and t.id = e.team_id
   where m.organization_id = (select access.organization_id()) and 'PEER' = any (m.roles)
     and m.account_id is not null and m.disabled_at is null
     and (e.leaves_on is null or e.leaves_on >= (select access.today()) or e.returns_on <= (select access.today()))
   group by e.team_id, t.name order by t.name, e.team_id`
const OFF: ClimateSettings = { onSince: null, smallestGroup: DEFAULT_SMALLEST_GROUP, revision: 0 }

export async function climateSettings(ctx: RequestContext): Promise<ClimateSettings> {
  return (await storedSettings(ctx)) ?? OFF
}

async function storedSettings(ctx: RequestContext): Promise<ClimateSettings | undefined> {
  const [settings] = await ctx.unit.run<ClimateSettings>(
    `select ${COLUMNS} from climate_setting where organization_id = (select access.organization_id())`,
  )
  return settings
}

/** Of two managers with the same page open, the second is told that it changed meanwhile. */
export async function updateClimateSettings(
  ctx: RequestContext,
  { expectedRevision, isOn, smallestGroup }: UpdateClimateSettingsInput,
): Promise<ClimateSettingsUpdated | StaleRevision> {
  const stored = await storedSettings(ctx)
  rejectIfInvalid(validateSmallestGroup(smallestGroup, stored?.smallestGroup ?? null))
  const current = stored ?? OFF
  if (current.revision !== expectedRevision) return { currentRevision: current.revision }
  const onSince = !isOn ? null : (current.onSince ?? TODAY)
  const set = { smallestGroup, ...(onSince === current.onSince ? {} : { onSince }) }
  const where = { organizationId: () => 'access.organization_id()', revision: expectedRevision }
  const [[settings]] = await ctx.unit.write([
    stored
      ? updateOf(ClimateSetting, where, { ...set, revision: () => 'revision + 1' }, { returning: SETTINGS })
      : insertOf(ClimateSetting, set, { onConflict: 'nothing', returning: SETTINGS }),
  ])
  if (settings) return { settings }
  return { currentRevision: (await climateSettings(ctx)).revision }
}

/** Counts peers by team today; whether anybody answered plays no part. */
export async function climatePreview(
  ctx: RequestContext,
  smallestGroup: number | null,
): Promise<ClimatePreview> {
  const current = await climateSettings(ctx)
  const wanted = smallestGroup ?? current.smallestGroup
  rejectIfInvalid(validateSmallestGroup(wanted, null))
  const rows = await ctx.unit.run<{ id: string | null; name: string | null; size: number }>(PEERS_BY_TEAM)
  const teams = rows.flatMap(({ id, name, size }): TeamSize[] =>
    id === null ? [] : [{ id, name: name ?? '', size }],
  )
  const withoutTeam = rows.find(({ id }) => id === null)?.size ?? 0
  const preview = previewRollUp(teams, withoutTeam, wanted)
  return {
    ...preview,
    smallestGroup: wanted,
    blocks: preview.blocks.map(({ teams: names, size, needsEveryone }) => ({
      teams: [...names],
      size,
      needsEveryone,
    })),
    smallTeams: [...preview.smallTeams],
  }
}

export async function createClimateStep(
  ctx: RequestContext,
  input: CreateClimateStepInput,
): Promise<CreateClimateStepPayload> {
  rejectIfInvalid(validateClimateStep(input))
  const { crowdReportId: snapshotId, step } = input
  await crowdReport(ctx, snapshotId)
  return once(
    ctx,
    'createClimateStep',
    input,
    (tx, id) =>
      tx.write([
        insertOf(ClimateStep, {
          id,
          snapshotId,
          step,
          line: oneLine(input.line),
          takenOn: TODAY,
          writtenBy: ME,
        }),
      ]),
    async () => ({ crowdReport: await crowdReport(ctx, snapshotId) }),
  )
}

/** The line is gone from the page; the record stays. */
export async function voidClimateStep(
  ctx: RequestContext,
  { climateStepId }: VoidClimateStepInput,
): Promise<VoidClimateStepPayload> {
  const [found] = await ctx.unit.run<{ snapshotId: string; isVoided: boolean }>(
    `select snapshot_id as "snapshotId", voided_at is not null as "isVoided" from climate_step
      where organization_id = (select access.organization_id()) and id = $1`,
    [climateStepId],
  )
  if (!found) throw notFound()
  if (!found.isVoided) await ctx.unit.write([updateOf(ClimateStep, { id: climateStepId }, { voidedAt: NOW })])
  return { crowdReport: await crowdReport(ctx, found.snapshotId) }
}
