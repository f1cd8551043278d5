import { useQuery, useQueryCache } from '@pinia/colada'
import { useI18n } from '#i18n'
import { everyPage } from '../../app/lists/every-page.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { SavedViewFieldsFragment, UpdateSavedViewInput } from '../../generated/graphql.ts'
import { useAction } from '../../app/actions/useAction.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import {
  createSavedViewMutation,
  removeSavedViewMutation,
  restoreSavedViewMutation,
  savedViewsQuery,
  updateSavedViewMutation,
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
  const { data: views } = useQuery({
    key,
    query: () => everyPage(async (page) => (await ask(savedViewsQuery, page)).savedViews),
  })
  const keep = ({ savedViews }: { readonly savedViews: SavedView[] }) => cache.setQueryData(key(), savedViews)

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
    keep((await ask(createSavedViewMutation, { input: { name, query } })).createSavedView)
    show(t('certification.saved-views.views.saved'))
  }
  const change = (input: UpdateSavedViewInput, done?: string) =>
    attempt(async () => keep((await ask(updateSavedViewMutation, { input })).updateSavedView), done)
  const remove = (savedViewId: string) =>
    attempt(async () =>
      keep((await ask(removeSavedViewMutation, { input: { savedViewId } })).removeSavedView),
    )
  const restore = (savedViewId: string) =>
    attempt(async () =>
      keep((await ask(restoreSavedViewMutation, { input: { savedViewId } })).restoreSavedView),
    )
  return { views, busy, save, change, remove, restore }
}
