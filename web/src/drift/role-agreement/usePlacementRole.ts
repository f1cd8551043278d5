import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { PlacementRoleQuery } from '../../generated/graphql.ts'
import { placementRoleQuery } from './role-agreement.operations.ts'

export type PlacementRole = PlacementRoleQuery['placementRole']
export type Version = NonNullable<PlacementRole['inForce']>

/** The role agreement of one placement, and its days in words. */
export function usePlacementRole(placementId: () => string) {
  const { locale } = useI18n()
  const session = useSession()
  const { data, error, refetch } = useQuery({
    key: () => ['placement-role', session.me?.membershipId ?? '', placementId()],
    query: async () => (await ask(placementRoleQuery, { placementId: placementId() })).placementRole,
    staleTime: 0,
  })
  const role = computed(() => data.value)
  const day = (date: string): string =>
    new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    )
  return { role, error, refetch, day }
}
