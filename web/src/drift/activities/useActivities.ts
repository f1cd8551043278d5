import { useQuery } from '@pinia/colada'
import { isActivity } from '@alongside/shared/drift/activities/activities'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { everyPage } from '../../app/lists/every-page.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { RoleActivitiesQuery } from '../../generated/graphql.ts'
import { roleActivitiesQuery } from './activities.operations.ts'

export type RoleActivity = RoleActivitiesQuery['roleActivities']['edges'][number]['node']
export const ROLE_ACTIVITIES = 'role-activities'

/** What worksheets ask about, and what each is called. */
export function useActivities() {
  const { t } = useI18n()
  const session = useSession()
  const { data, error, refetch } = useQuery({
    key: () => [ROLE_ACTIVITIES, session.me?.membershipId ?? ''],
    query: () => everyPage(async (page) => (await ask(roleActivitiesQuery, page)).roleActivities),
  })
  const all = computed(() => data.value ?? [])
  const asked = computed(() => all.value.filter(({ isArchived }) => !isArchived))
  const names = computed(() => new Map(all.value.map(({ key, name }) => [key, name])))
  const nameOf = (key: string): string =>
    isActivity(key) ? t(`labels.drift.Activity.${key}`) : (names.value.get(key) ?? '')
  return { all, asked, nameOf, isLoaded: computed(() => data.value !== undefined), error, refetch }
}
