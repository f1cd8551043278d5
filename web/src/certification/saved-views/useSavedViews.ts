import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { ChangeViewInput, SavedViewFieldsFragment } from '../../generated/graphql.ts'
import { useAction } from '../../app/actions/useAction.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import {
  changeViewMutation,
  removeViewMutation,
  restoreViewMutation,
  savedViewsQuery,
  saveViewMutation,
} from './views.operations.ts'

export type SavedView = SavedViewFieldsFragment

/** The views that the signed-in person has saved, and what they do with them. */
export function useSavedViews() {
  const { t } = useI18n()
  const { show } = useToast()
  const { busy, run: tried } = useAction()
  const session = useSession()
  const cache = useQueryCache()
  const key = () => ['saved-views', session.me?.membershipId ?? '']
  const { data } = useQuery({ key, query: () => ask(savedViewsQuery) })
  const views = computed(() => data.value?.savedViews)
  const keep = (savedViews: SavedView[]) => cache.setQueryData(key(), { savedViews })

  /** What was refused was decided on a list that another tab has changed. */
  const attempt = (work: () => Promise<unknown>, done?: string) =>
    tried(
      async () => {
        try {
          await work()
        } catch (error) {
          void cache.invalidateQueries({ key: key() })
          throw error
        }
      },
      { done: done ?? null },
    )

  async function save(name: string, query: string): Promise<void> {
    keep((await ask(saveViewMutation, { input: { name, query } })).saveView)
    show(t('certification.views.saved'))
  }
  const change = (input: ChangeViewInput, done?: string) =>
    attempt(async () => keep((await ask(changeViewMutation, { input })).changeView), done)
  const remove = (id: string) => attempt(async () => keep((await ask(removeViewMutation, { id })).removeView))
  const restore = (id: string) =>
    attempt(async () => keep((await ask(restoreViewMutation, { id })).restoreView))
  return { views, busy, save, change, remove, restore }
}
