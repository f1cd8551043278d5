import { MAX_VIEWS, validateSavedView } from '@alongside/shared/certification/saved-views/saved-view-input'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import type { ChangeViewInput, SavedViewType, SaveViewInput } from './saved-view.types.ts'

// The filters of the renewals that somebody comes back to. Each has one of twenty positions, so that the database itself
// knows no twenty-first.

const OWN = `organization_id = (select access.organization_id()) and member_id = (select access.membership_id())`
const MINE = /* sql */ `
  select id, name, query, is_default as "isDefault" from saved_view
   where ${OWN} and removed_at is null order by position limit ${MAX_VIEWS}`
const FREE = /* sql */ `
  (select place from generate_series(1, ${MAX_VIEWS}) place
    where place not in (select position from saved_view where ${OWN} and removed_at is null)
    order by place limit 1)`
/** The view `$1`, where no other one has the name `$2`. */
const CAN_CHANGE = /* sql */ `${OWN} and id = $1 and removed_at is null
          and not exists (select from saved_view other
                           where other.organization_id = saved_view.organization_id
                             and other.member_id = saved_view.member_id and other.removed_at is null
                             and other.id <> $1 and lower(other.name) = lower($2))`

/**
 * Two tabs of one person take turns: else what one takes out is still there for the first statement of the other, and
 * is gone for its second.
 */
const inTurn = (ctx: RequestContext): Promise<unknown> =>
  ctx.unit.run(
    "select pg_advisory_xact_lock(hashtextextended('views of ' || (select access.membership_id()), 0))",
  )

export function savedViews(ctx: RequestContext): Promise<SavedViewType[]> {
  return ctx.unit.run<SavedViewType>(MINE)
}

export async function saveView(ctx: RequestContext, input: SaveViewInput): Promise<SavedViewType[]> {
  rejectIfInvalid(validateSavedView(input))
  const name = input.name.trim()
  const [, made, views] = await Promise.all([
    inTurn(ctx),
    ctx.unit.run(
      `insert into saved_view (organization_id, member_id, name, query, position, saved_at)
       select access.organization_id(), access.membership_id(), $1, $2, place, access.now()
         from ${FREE} free on conflict do nothing returning id`,
      [name, input.query],
    ),
    savedViews(ctx),
  ])
  if (made.length === 0) refuseTakenOrTooMany(views, name)
  return views
}

export async function changeView(ctx: RequestContext, input: ChangeViewInput): Promise<SavedViewType[]> {
  rejectIfInvalid(validateSavedView(input))
  const { id, query = null, isDefault = null } = input
  const name = input.name?.trim() ?? null
  // In the order of the statements, so that there are never two; what is refused changes neither.
  const [, , changed, views] = await Promise.all([
    inTurn(ctx),
    ctx.unit.run(
      `update saved_view set is_default = false where ${OWN} and is_default and $3::boolean is true and id <> $1
          and exists (select from saved_view where ${CAN_CHANGE})`,
      [id, name, isDefault],
    ),
    ctx.unit.run(
      `update saved_view set name = coalesce($2, name), query = coalesce($3, query),
              is_default = coalesce($4, is_default)
        where ${CAN_CHANGE}
       returning id`,
      [id, name, query, isDefault],
    ),
    savedViews(ctx),
  ])
  if (changed.length > 0) return views
  if (!views.some((view) => view.id === id)) throw notFound()
  refuseTakenOrTooMany(views, name ?? '')
  return views
}

/** Leaves the list, and can be brought back. */
export async function removeView(ctx: RequestContext, id: string): Promise<SavedViewType[]> {
  const [, removed, views] = await Promise.all([
    inTurn(ctx),
    ctx.unit.run(
      `update saved_view set removed_at = access.now()
        where ${OWN} and id = $1 and removed_at is null returning id`,
      [id],
    ),
    savedViews(ctx),
  ])
  if (removed.length === 0) throw notFound()
  return views
}

export async function restoreView(ctx: RequestContext, id: string): Promise<SavedViewType[]> {
  const [, known, restored, views] = await Promise.all([
    inTurn(ctx),
    ctx.unit.run<{ name: string }>(`select name from saved_view where ${OWN} and id = $1`, [id]),
    ctx.unit.run(
      `update saved_view set removed_at = null, position = free.place,
              is_default = is_default and not exists (
                select from saved_view other where other.organization_id = saved_view.organization_id
                   and other.member_id = saved_view.member_id and other.is_default and other.removed_at is null)
         from ${FREE} free
        where ${OWN} and id = $1 and removed_at is not null
          and not exists (select from saved_view other
                           where other.organization_id = saved_view.organization_id
                             and other.member_id = saved_view.member_id and other.removed_at is null
                             and lower(other.name) = lower(saved_view.name))
       returning id`,
      [id],
    ),
    savedViews(ctx),
  ])
  const [view] = known
  if (!view) throw notFound()
  // Brought back a second time it is there, which is what was asked for.
  if (restored.length === 0 && !views.some((each) => each.id === id)) refuseTakenOrTooMany(views, view.name)
  return views
}

function refuseTakenOrTooMany(views: readonly SavedViewType[], name: string): void {
  const isTaken = views.some((view) => view.name.toLowerCase() === name.toLowerCase())
  rejectIfInvalid([
    isTaken || views.length < MAX_VIEWS
      ? { field: 'name', problem: 'already-there' }
      : { field: 'name', problem: 'too-many', limit: MAX_VIEWS },
  ])
}
