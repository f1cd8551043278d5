import { useQuery } from '@pinia/colada'
import { computed, ref, watch } from 'vue'
import { useRoute } from 'vue-router'
import { ask } from '../app/graphql-client.ts'
import type { ImportRowOutcome } from '../generated/graphql.ts'
import { importQuery, importRowsQuery } from './imports.operations.ts'

const ROWS_PER_PAGE = 25

/** The import of this address and the page of its rows that is looked at; problems come first where there are any. */
export function useImport() {
  const route = useRoute()
  const importId = computed(() => String(route.params['importId']))
  const batch = useQuery({
    key: () => ['import', importId.value],
    query: async () => (await ask(importQuery, { importId: importId.value })).import,
  })
  const chosen = ref<ImportRowOutcome[]>([])
  const cursors = ref<string[]>([])
  watch(chosen, () => (cursors.value = []))
  const variables = computed(() => ({
    importId: importId.value,
    outcomes: chosen.value.length > 0 ? chosen.value : null,
    first: ROWS_PER_PAGE,
    after: cursors.value.at(-1) ?? null,
  }))
  const list = useQuery({
    key: () => ['import-rows', JSON.stringify(variables.value), batch.data.value?.state ?? ''],
    query: async () => (await ask(importRowsQuery, variables.value)).importRows,
    placeholderData: (before) => before,
  })
  const rows = computed(() => list.data.value?.edges.map(({ node }) => node) ?? [])
  const from = computed(() => cursors.value.length * ROWS_PER_PAGE)
  const next = () => (cursors.value = [...cursors.value, list.data.value?.pageInfo.endCursor ?? ''])
  const previous = () => (cursors.value = cursors.value.slice(0, -1))
  async function refresh(): Promise<void> {
    chosen.value = []
    await Promise.all([batch.refetch(), list.refetch()])
  }
  return { importId, batch, list, rows, chosen, from, next, previous, refresh }
}
