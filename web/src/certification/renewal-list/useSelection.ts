import { computed, shallowRef } from 'vue'
import type { RenewalRow } from '../renewals/renewal-words.ts'

/** Rows that are chosen for one act; kept while pages are turned, by id. */
export function useSelection(rows: () => readonly RenewalRow[]) {
  const chosen = shallowRef<ReadonlyMap<string, RenewalRow>>(new Map())
  let last: string | null = null
  const ids = computed(() => [...chosen.value.keys()])
  const all = computed(() => [...chosen.value.values()])
  const isWholePage = computed(() => rows().length > 0 && rows().every(({ id }) => chosen.value.has(id)))
  const isPartOfPage = computed(() => !isWholePage.value && rows().some(({ id }) => chosen.value.has(id)))

  function put(some: readonly RenewalRow[], isChosen: boolean): void {
    const next = new Map(chosen.value)
    for (const row of some) {
      if (isChosen) next.set(row.id, row)
      else next.delete(row.id)
    }
    chosen.value = next
  }
  /** With Shift, everything from the row that was pressed before. */
  function toggle(row: RenewalRow, isRange = false): void {
    const isChosen = !chosen.value.has(row.id)
    const [from, to] = [last, row.id].map((id) => rows().findIndex((each) => each.id === id))
    if (isRange && from !== undefined && to !== undefined && from >= 0)
      put(rows().slice(Math.min(from, to), Math.max(from, to) + 1), isChosen)
    else put([row], isChosen)
    last = row.id
  }
  const togglePage = (): void => put(rows(), !isWholePage.value)
  const choose = (some: readonly RenewalRow[]): void => put(some, true)
  const clear = (): void => {
    chosen.value = new Map()
    last = null
  }
  return { chosen, ids, all, isWholePage, isPartOfPage, toggle, togglePage, choose, clear }
}
export type Selection = ReturnType<typeof useSelection>
