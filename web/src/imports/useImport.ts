import { useQuery } from '@pinia/colada'
import { computed, ref } from 'vue'
import { useRoute } from 'vue-router'
import { usePagedList } from '../app/lists/usePagedList.ts'
import { ask } from '../app/session/graphql-client.ts'
import type { ImportRowResult } from '../generated/graphql.ts'
import { importQuery, importRowsQuery } from './imports.operations.ts'

/** The import of this address and the page of its rows that is looked at; problems come first where there are any. */
export function useImport() {
  const route = useRoute()
  const importId = computed(() => String(route.params['importId']))
  const batch = useQuery({
    key: () => ['import', importId.value],
    query: async () => (await ask(importQuery, { importId: importId.value })).import,
  })
  const chosen = ref<ImportRowResult[]>([])
  const narrowed = computed(() => ({
    importId: importId.value,
    results: chosen.value.length > 0 ? chosen.value : null,
    // Confirmed or undone, the same rows read otherwise.
    state: batch.data.value?.state ?? null,
  }))
  const rows = usePagedList('import-rows', narrowed, async ({ state: _state, ...asked }) => {
    return (await ask(importRowsQuery, asked)).importRows
  })
  async function refresh(): Promise<void> {
    chosen.value = []
    await Promise.all([batch.refetch(), rows.refetch()])
  }
  /** The rows that are looked at stay in place. */
  async function reread(): Promise<void> {
    await Promise.all([batch.refetch(), rows.refetch()])
  }
  return { importId, batch, list: rows, chosen, refresh, reread }
}
