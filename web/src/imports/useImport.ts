import { useQuery } from '@pinia/colada'
import { computed, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import { ask } from '../app/session/graphql-client.ts'
import type { ImportRowOutcome } from '../generated/graphql.ts'
import { usePages } from '../ui/table/usePages.ts'
import { importQuery, importRowsQuery } from './imports.operations.ts'

/** The import of this address and the page of its rows that is looked at; problems come first where there are any. */
export function useImport() {
  const route = useRoute()
  const importId = computed(() => String(route.params['importId']))
  const batch = useQuery({
    key: () => ['import', importId.value],
    query: async () => (await ask(importQuery, { importId: importId.value })).import,
  })
  const chosen = ref<ImportRowOutcome[]>([])
  const { place, from, next, previous, restart } = usePages()
  watch(chosen, restart)
  const variables = computed(() => ({
    importId: importId.value,
    outcomes: chosen.value.length > 0 ? chosen.value : null,
    ...place.value,
  }))
  const list = useQuery({
    key: () => ['import-rows', JSON.stringify(variables.value), batch.data.value?.state ?? ''],
    query: async () => (await ask(importRowsQuery, variables.value)).importRows,
    placeholderData: (before) => before,
  })
  const rows = computed(() => list.data.value?.edges.map(({ node }) => node) ?? [])
  async function refresh(): Promise<void> {
    chosen.value = []
    await Promise.all([batch.refetch(), list.refetch()])
  }
  const nextPage = () => next(list.data.value?.pageInfo.endCursor)
  return { importId, batch, list, rows, chosen, from, next: nextPage, previous, refresh }
}
