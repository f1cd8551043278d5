import { MAX_VIEWS, validateSavedView } from '@alongside/shared/certification/saved-views/saved-view-input'
import { Not } from 'typeorm'
import { readSql, type SelectText, writeSql } from '../../database/reads-and-writes.ts'
import { ME, NOW, columnsOf, insertFrom, updateOf } from '../../database/statements.ts'
import type { Transaction } from '../../database/unit-of-work.ts'
import { AN_ID, connectionOf, type PageArgs, pageFrom } from '../../server/graphql/connection.ts'
import { notFound, rejectIfInvalid } from '../../server/graphql/domain-error.ts'
import type { RequestContext } from '../../server/request-context.ts'
import { once } from '../../server/submissions/once.ts'
import { SavedView } from './saved-view.entity.ts'
import type {
  CreateSavedViewInput,
  CreateSavedViewPayload,
  RemoveSavedViewInput,
  RemoveSavedViewPayload,
  RestoreSavedViewInput,
  RestoreSavedViewPayload,
  SavedViewConnection,
  SavedViewType,
  UpdateSavedViewInput,
  UpdateSavedViewPayload,
} from './saved-view.types.ts'

// The filters of the renewals that somebody comes back to. Each has one of twenty positions, so that the database itself
// knows no twenty-first.

const OWN = `organization_id = (select access.organization_id()) and member_id = (select access.membership_id())`
const SHOWN = ['id', 'name', 'query', 'isDefault'] as const
const VIEWS: SelectText = /* sql */ `
  select ${columnsOf(SavedView, '', SHOWN)} from saved_view
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

export async function savedViews(ctx: RequestContext, pageArgs: PageArgs): Promise<SavedViewConnection> {
  const page = pageFrom(pageArgs, [AN_ID])
  const all = await ctx.unit.run(ALL)
  const place = page.after === null ? -1 : all.findIndex(({ id }) => id === page.after?.[0])
  return connectionOf(all.slice(place + 1), page, all.length, ({ id }) => [id])
}

export async function createSavedView(
  ctx: RequestContext,
  input: CreateSavedViewInput,
): Promise<CreateSavedViewPayload> {
  rejectIfInvalid(validateSavedView(input))
  const name = input.name.trim()
  const view = { memberId: ME, name, query: input.query, position: () => 'place', savedAt: NOW }
  const options = { onConflict: 'nothing', returning: SHOWN } as const
  const add = async (tx: Transaction, id: string) => {
    const [, [savedView], views] = await tx.write([
      IN_TURN,
      insertFrom(SavedView, `from ${FREE} free`, { id, ...view }, options),
      ALL,
    ])
    return { savedView: savedView ?? refuseTakenOrTooMany(views, name), savedViews: views }
  }
  return once(
    ctx,
    'createSavedView',
    input,
    add,
    async (id, added) => added ?? viewAmong(await ctx.unit.run(ALL), id),
  )
}

function viewAmong(savedViews: SavedViewType[], id: string): CreateSavedViewPayload {
  const savedView = savedViews.find((view) => view.id === id)
  if (!savedView) throw notFound()
  return { savedView, savedViews }
}

export async function updateSavedView(
  ctx: RequestContext,
  input: UpdateSavedViewInput,
): Promise<UpdateSavedViewPayload> {
  rejectIfInvalid(validateSavedView(input))
  const { savedViewId: id, query = null, isDefault = null } = input
  const name = input.name?.trim() ?? null
  // The default that there was goes first, so that there are never two. What is refused changes neither.
  const [, , [savedView], savedViews] = await ctx.unit.write([
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
      { and: HAS_FREE_NAME, parameters: { id, name, query, isDefault }, returning: SHOWN },
    ),
    ALL,
  ])
  if (savedView) return { savedView, savedViews }
  if (!savedViews.some((view) => view.id === id)) throw notFound()
  return refuseTakenOrTooMany(savedViews, name ?? '')
}

const ANOTHER_BECOMES_IT = /* sql */ `:isDefault::boolean is true and exists (
  select from saved_view where ${OWN} and id = :id and removed_at is null and ${HAS_FREE_NAME})`

export async function removeSavedView(
  ctx: RequestContext,
  { savedViewId: id }: RemoveSavedViewInput,
): Promise<RemoveSavedViewPayload> {
  const [, [savedView], savedViews] = await ctx.unit.write([
    IN_TURN,
    updateOf(SavedView, { memberId: ME, id, removedAt: null }, { removedAt: NOW }, { returning: SHOWN }),
    ALL,
  ])
  if (!savedView) throw notFound()
  return { savedView, savedViews }
}

export async function restoreSavedView(
  ctx: RequestContext,
  { savedViewId: id }: RestoreSavedViewInput,
): Promise<RestoreSavedViewPayload> {
  const [, [known], , savedViews] = await ctx.unit.write([
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
  if (!known) throw notFound()
  // Brought back a second time it is there, which is what was asked for.
  const savedView = savedViews.find((each) => each.id === id)
  return { savedView: savedView ?? refuseTakenOrTooMany(savedViews, known.name), savedViews }
}

function refuseTakenOrTooMany(views: readonly SavedViewType[], name: string): never {
  const isTaken = views.some((view) => view.name.toLowerCase() === name.toLowerCase())
  rejectIfInvalid([
    isTaken || views.length < MAX_VIEWS
      ? { field: 'name', problem: 'already-there' }
      : { field: 'name', problem: 'too-many', limit: MAX_VIEWS },
  ])
  throw new Error('one of the two was refused')
}
