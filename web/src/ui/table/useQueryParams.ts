import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Sorting } from './DataTable.vue'

type Query<Name extends string> = Partial<Record<Name | 'sort' | 'down', string | undefined>>

/**
 * What a page keeps in its address: filters and order, so that a link or the back button brings them again.
 * A name that is searched for has no place there. Whatever is written takes off what `resets` names, such as the page.
 */
export function useQueryParams<Name extends string>(resets: readonly string[] = []) {
  const route = useRoute()
  const router = useRouter()
  const text = (name: Name | 'sort' | 'down'): string => String(route.query[name] ?? '')
  const write = (query: Query<Name>): void => {
    const reset = Object.fromEntries(resets.map((name) => [name, undefined]))
    void router.replace({ query: { ...route.query, ...reset, ...query } })
  }

  /** One value, empty where the address has none that fits. */
  const one = (name: Name, fits: (value: string) => boolean) =>
    computed({
      get: () => (fits(text(name)) ? text(name) : ''),
      set: (value: string) => write({ [name]: value || undefined } as Query<Name>),
    })

  /** The first of the orders is the usual one; `sort` is what the API is asked for. */
  function order<Order extends string>(orders: readonly [Order, ...Order[]]) {
    const by = computed(() => orders.find((each) => each === text('sort')) ?? orders[0])
    const descending = computed(() => text('down') === '1')
    const sorting = computed<Sorting>({
      get: () => ({ key: by.value, descending: descending.value }),
      set: ({ key, descending: down }) => write({ sort: key, down: down ? '1' : undefined } as Query<Name>),
    })
    return { sorting, sort: computed(() => ({ by: by.value, descending: descending.value })) }
  }
  return { text, write, one, order }
}
