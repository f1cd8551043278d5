import { computed, shallowRef } from 'vue'

const ROWS_PER_PAGE = 25

/** Where one is in a list that goes on after a cursor. */
export function usePages() {
  const cursors = shallowRef<readonly string[]>([])
  return {
    place: computed(() => ({ first: ROWS_PER_PAGE, after: cursors.value.at(-1) ?? null })),
    from: computed(() => cursors.value.length * ROWS_PER_PAGE),
    next: (endCursor: string | null | undefined) => (cursors.value = [...cursors.value, endCursor ?? '']),
    previous: () => (cursors.value = cursors.value.slice(0, -1)),
    restart: () => (cursors.value = []),
  }
}
