import { randomUUID } from 'node:crypto'
import { ACTIVITIES, catalogueActivity, isActivity } from '@alongside/shared/drift/activities/activities'
import type { ActivityFunction, ActivityGroup } from '@alongside/shared/drift/activities/activity-functions'
import {
  customActivityId,
  customActivityKey,
  MAX_CUSTOM_ACTIVITIES,
  validateActivityKey,
  validateActivityName,
  validateCustomActivity,
} from '@alongside/shared/drift/activities/custom-activity-input'
import { oneLine } from '@alongside/shared/validation/one-line'
import type { ValidationError } from '@alongside/shared/validation/validation-error'
import { insertOf, ME, NOW, updateOf } from '../../database/statements.ts'
import type { SelectText } from '../../database/reads-and-writes.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { type PageArgs, pageOfAll } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import type * as types from './activity.types.ts'
import { CustomActivity } from './custom-activity.entity.ts'

// What worksheets ask about: the catalogue, the organization's own activities, and how it reads each.

interface OwnRow {
  readonly id: string
  readonly catalogueKey: string | null
  readonly name: string | null
  readonly group: ActivityGroup | null
  readonly function: ActivityFunction
  readonly isArchived: boolean
}

const OWN: SelectText = /* sql */ `
  select id, catalogue_key as "catalogueKey", name, activity_group as "group", activity_function as "function",
         archived_at is not null as "isArchived"
    from custom_activity
   where organization_id = (select access.organization_id())
   order by archived_at is not null, access.folded(name), id`

/** Archived ones stay in the list, after all others: agreements name them. */
export async function allActivities(ctx: RequestContext): Promise<types.RoleActivity[]> {
  const own = await ctx.unit.run<OwnRow>(OWN)
  const readings = new Map(own.map((row) => [row.catalogueKey, row.function]))
  const shipped = ACTIVITIES.map((key) => {
    const { group, function: catalogueFunction } = catalogueActivity(key)
    const reading = readings.get(key) ?? catalogueFunction
    return { key, name: null, group, function: reading, catalogueFunction, isArchived: false }
  })
  const added = own.flatMap(({ id, name, group, function: reading, isArchived }) =>
    name === null || group === null
      ? []
      : [{ key: customActivityKey(id), name, group, function: reading, catalogueFunction: null, isArchived }],
  )
  return [...shipped, ...added]
}

/** The keys of the organization's own activities that worksheets ask about. */
export async function customKeys(ctx: RequestContext): Promise<string[]> {
  const rows = await ctx.unit.run<OwnRow>(OWN)
  return rows.flatMap((row) => (row.name !== null && !row.isArchived ? [customActivityKey(row.id)] : []))
}

export async function roleActivities(
  ctx: RequestContext,
  args: PageArgs,
): Promise<types.RoleActivityConnection> {
  const rows = await allActivities(ctx)
  const placed = rows.map((row, place) => ({ row, place }))
  const page = pageOfAll(placed, args, [0], ({ place }) => [place])
  return { ...page, edges: page.edges.map(({ node, cursor }) => ({ node: node.row, cursor })) }
}

export async function createCustomActivity(
  ctx: RequestContext,
  input: types.CreateCustomActivityInput,
): Promise<types.CreateCustomActivityPayload> {
  rejectIfInvalid(validateCustomActivity(input))
  const add = async (tx: Transaction, id: string) => {
    await refuseTooMany(tx, 'name')
    const { group: activityGroup, function: activityFunction } = input
    const row = { id, name: oneLine(input.name), activityGroup, activityFunction, setBy: ME, setAt: NOW }
    const [made] = await tx.write([
      insertOf(CustomActivity, row, { onConflict: 'nothing', returning: ['id'] }),
    ])
    if (made.length === 0) rejectIfInvalid([NAME_IN_USE])
  }
  return once(ctx, 'createCustomActivity', input, add, async (id) => ({
    activity: await activityByKey(ctx, customActivityKey(id)),
  }))
}

const NAME_IN_USE: ValidationError = { field: 'name', problem: 'already-there' }

async function refuseTooMany(tx: Transaction, field: string): Promise<void> {
  const own = await tx.run<OwnRow>(OWN)
  const inUse = own.filter((row) => row.name !== null && !row.isArchived)
  if (inUse.length >= MAX_CUSTOM_ACTIVITIES)
    rejectIfInvalid([{ field, problem: 'too-many', limit: MAX_CUSTOM_ACTIVITIES }])
}

function refuseNameInUse(error: unknown): never {
  if ((error as { constraint?: string }).constraint === 'custom_activity_named_once')
    rejectIfInvalid([NAME_IN_USE])
  throw error
}

/** The last reading counts; who set it, and when, stands in the activity log. */
export async function setActivityFunction(
  ctx: RequestContext,
  { key, function: activityFunction }: types.SetActivityFunctionInput,
): Promise<types.SetActivityFunctionPayload> {
  rejectIfInvalid(validateActivityKey('key', key, await customKeys(ctx)))
  const reading = { activityFunction, setBy: ME, setAt: NOW }
  if (isActivity(key))
    await ctx.unit.write([
      insertOf(
        CustomActivity,
        { id: randomUUID(), catalogueKey: key, ...reading },
        {
          onConflict: {
            of: ['organizationId', 'catalogueKey'],
            set: ['activityFunction', 'setBy', 'setAt'],
          },
        },
      ),
    ])
  else await ctx.unit.write([updateOf(CustomActivity, { id: customActivityId(key) ?? '' }, reading)])
  return { activity: await activityByKey(ctx, key) }
}

/** Agreements that name it keep it. */
export async function archiveCustomActivity(
  ctx: RequestContext,
  { id }: types.ArchiveCustomActivityInput,
): Promise<types.ArchiveCustomActivityPayload> {
  const archived = { archivedAt: NOW, setBy: ME, setAt: NOW }
  const [changed] = await ctx.unit.write([
    updateOf(CustomActivity, { id }, archived, { and: 'name is not null', returning: ['id'] }),
  ])
  if (changed.length === 0) throw notFound()
  return { activity: await activityByKey(ctx, customActivityKey(id)) }
}

/** Agreements name its key, so that they show the new name as well. */
export async function renameCustomActivity(
  ctx: RequestContext,
  { id, name }: types.RenameCustomActivityInput,
): Promise<types.RenameCustomActivityPayload> {
  rejectIfInvalid(validateActivityName(name))
  const renamed = { name: oneLine(name), setBy: ME, setAt: NOW }
  const and = 'name is not null and archived_at is null'
  const [changed] = await ctx.unit
    .write([updateOf(CustomActivity, { id }, renamed, { and, returning: ['id'] })])
    .catch(refuseNameInUse)
  if (changed.length === 0) throw notFound()
  return { activity: await activityByKey(ctx, customActivityKey(id)) }
}

/** Its name may be in use by another meanwhile; one that is in use already stays as it is. */
export async function restoreCustomActivity(
  ctx: RequestContext,
  { id }: types.RestoreCustomActivityInput,
): Promise<types.RestoreCustomActivityPayload> {
  await ctx.unit
    .transaction(async (tx) => {
      const found = (await tx.run<OwnRow>(OWN)).find((row) => row.id === id && row.name !== null)
      if (!found) throw notFound()
      if (!found.isArchived) return
      await refuseTooMany(tx, 'id')
      await tx.write([updateOf(CustomActivity, { id }, { archivedAt: null, setBy: ME, setAt: NOW })])
    })
    .catch(refuseNameInUse)
  return { activity: await activityByKey(ctx, customActivityKey(id)) }
}

async function activityByKey(ctx: RequestContext, key: string): Promise<types.RoleActivity> {
  const found = (await allActivities(ctx)).find((one) => one.key === key)
  if (!found) throw notFound()
  return found
}
