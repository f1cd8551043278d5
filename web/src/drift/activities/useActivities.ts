import { useQuery } from '@pinia/colada'
import { isActivity } from '@alongside/shared/drift/activities/activities'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { roleActivitiesQuery } from './activities.operations.ts'

/** A worksheet asks about a hundred at most. */
const ALL = { first: 100 }

/** What worksheets ask about, and what each is called. */
export function useActivities() {
  const { t } = useI18n()
  const session = useSession()
  const { data, error, refetch } = useQuery({
    key: () => ['role-activities', session.me?.membershipId ?? ''],
    query: async () => (await ask(roleActivitiesQuery, ALL)).roleActivities.edges.map(({ node }) => node),
  })
  const all = computed(() => data.value ?? [])
  const asked = computed(() => all.value.filter(({ isArchived }) => !isArchived))
  const names = computed(() => new Map(all.value.map(({ key, name }) => [key, name])))
  const nameOf = (key: string): string =>
    isActivity(key) ? t(`labels.drift.Activity.${key}`) : (names.value.get(key) ?? '')
  return { all, asked, nameOf, isLoaded: computed(() => data.value !== undefined), error, refetch }
}
