import { shallowRef, watch } from 'vue'

const TYPING_PAUSE_MS = 300

/** Follows the filters: a choice and an emptied search at once, what is searched for once typing pauses. */
export function useDebouncedFilter<Filter extends { readonly search: string | null }>(chosen: {
  readonly value: Filter
}) {
  const settled = shallowRef(chosen.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    () => chosen.value,
    (filter) => {
      clearTimeout(timer)
      if (JSON.stringify(filter) === JSON.stringify(settled.value)) return
      if (!filter.search || filter.search === settled.value.search) settled.value = filter
      else timer = setTimeout(() => (settled.value = chosen.value), TYPING_PAUSE_MS)
    },
  )
  return settled
}
