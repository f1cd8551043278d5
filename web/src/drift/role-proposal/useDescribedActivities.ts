import { isActivity } from '@alongside/shared/drift/activities/activities'
import { computed } from 'vue'
import { useRoute } from 'vue-router'

/** What a job description names, as its check put it into the address; whatever the catalogue does not have is left out. */
export function useDescribedActivities() {
  const route = useRoute()
  const described = computed((): readonly string[] => {
    const named = String(route.query['activities'] ?? '').split(',')
    return [...new Set(named.filter(isActivity))]
  })
  /** The same again, for the next page. */
  const query = computed((): Record<string, string> =>
    described.value.length > 0 ? { activities: described.value.join(',') } : {},
  )
  return { described, query }
}
