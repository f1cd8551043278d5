import { MAX_VIEWS, validateSavedView } from '@alongside/shared/certification/saved-views/saved-view-input'
import { Not } from 'typeorm'
import { readSql, type SelectText, writeSql } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertFrom, updateOf } from '../../database/statements.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { SavedView } from './saved-view.entity.ts'
import type { ChangeViewInput, SavedViewType, SaveViewInput } from './saved-view.types.ts'

// The filters of the renewals that somebody comes back to. Each has one of twenty positions, so that the database itself
// knows no twenty-first.

const OWN = `organization_id = (select access.organization_id()) and member_id = (select access.membership_id())`
const VIEWS: SelectText = /* sql */ `
  select ${columnsOf(SavedView, '', ['id', 'name', 'query', 'isDefault'])} from saved_view
   where ${OWN} and removed_at is null order by position limit ${MAX_VIEWS}`
const FREE = /* sql */ `
  (select place from generate_series(1, ${MAX_VIEWS}) place
    where place not in (select position from saved_view where ${OWN} and removed_at is null)
    order by place limit 1)`
/** No other view than `:id` has the name `:name`. */
const HAS_FREE_NAME = /* sql */ `not exists (
  select from saved_view other
   where other.organization_id = saved_view.organization_id and other.member_id = saved_view.member_id
     and other.removed_at is null and other.id <> :id and lower(other.name) = lower(:name))`

/**
 * Two tabs of one person take turns: else what one takes out is still there for the first statement of the other, and
 * is gone for its second.
 */
const IN_TURN = readSql(
  "select pg_advisory_xact_lock(hashtextextended('views of ' || (select access.membership_id()), 0))",
)
const ALL = readSql<SavedViewType>(VIEWS)

export function savedViews(ctx: RequestContext): Promise<SavedViewType[]> {
  return ctx.unit.run(ALL)
}

export async function saveView(ctx: RequestContext, input: SaveViewInput): Promise<SavedViewType[]> {
  rejectIfInvalid(validateSavedView(input))
  const name = input.name.trim()
  const view = { memberId: ME, name, query: input.query, position: () => 'place', savedAt: NOW }
  const options = { onConflict: 'nothing', returning: ['id'] } as const
  const [, made, views] = await ctx.unit.write([
    IN_TURN,
    insertFrom(SavedView, `from ${FREE} free`, view, options),
    ALL,
  ])
  if (made.length === 0) refuseTakenOrTooMany(views, name)
  return views
}

export async function changeView(ctx: RequestContext, input: ChangeViewInput): Promise<SavedViewType[]> {
  rejectIfInvalid(validateSavedView(input))
  const { id, query = null, isDefault = null } = input
  const name = input.name?.trim() ?? null
  // The default that there was goes first, so that there are never two. What is refused changes neither.
  const [, , changed, views] = await ctx.unit.write([
    IN_TURN,
    updateOf(
      SavedView,
      { memberId: ME, isDefault: true, id: Not(id) },
      { isDefault: false },
      { and: ANOTHER_BECOMES_IT, parameters: { id, name, isDefault } },
    ),
    updateOf(
      SavedView,
      { memberId: ME, id, removedAt: null },
      {
        name: () => 'coalesce(:name, name)',
        query: () => 'coalesce(:query, query)',
        isDefault: () => 'coalesce(:isDefault, is_default)',
      },
      { and: HAS_FREE_NAME, parameters: { id, name, query, isDefault }, returning: ['id'] },
    ),
    ALL,
  ])
  if (changed.length > 0) return views
  if (!views.some((view) => view.id === id)) throw notFound()
  refuseTakenOrTooMany(views, name ?? '')
  return views
}

const ANOTHER_BECOMES_IT = /* sql */ `:isDefault::boolean is true and exists (
  select from saved_view where ${OWN} and id = :id and removed_at is null and ${HAS_FREE_NAME})`

/** Leaves the list, and can be brought back. */
export async function removeView(ctx: RequestContext, id: string): Promise<SavedViewType[]> {
  const [, removed, views] = await ctx.unit.write([
    IN_TURN,
    updateOf(SavedView, { memberId: ME, id, removedAt: null }, { removedAt: NOW }, { returning: ['id'] }),
    ALL,
  ])
  if (removed.length === 0) throw notFound()
  return views
}

export async function restoreView(ctx: RequestContext, id: string): Promise<SavedViewType[]> {
  const [, known, restored, views] = await ctx.unit.write([
    IN_TURN,
    readSql<{ name: string }>(`select name from saved_view where ${OWN} and id = $1`, [id]),
    writeSql(
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
    ALL,
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
