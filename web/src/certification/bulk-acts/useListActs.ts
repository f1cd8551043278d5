import { BULK_MOST } from '@alongside/shared/certification/bulk-acts/bulk-limits'
import { computed, ref, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { useAction } from '../../app/actions/useAction.ts'
import { ask } from '../../app/session/graphql-client.ts'
import type { RenewalsQueryVariables } from '../../generated/graphql.ts'
import { renewalsQuery } from '../certification.operations.ts'
import { useReminding } from './useReminding.ts'
import type { RenewalRow } from '../renewals/renewal-words.ts'
import type { RowAct } from '../renewal-list/RowMenu.vue'
import type { Selection } from '../renewal-list/useSelection.ts'

/** A dialog that is open over the list, and what it is about. */
export type Opened =
  | { readonly kind: 'certification'; readonly peerId?: string }
  | { readonly kind: 'hours'; readonly rows: readonly RenewalRow[] }
  | { readonly kind: 'check'; readonly rows: readonly RenewalRow[] }
  | { readonly kind: 'renewal'; readonly row: RenewalRow }

const ROWS_PER_READ = 100

/** What a manager does with one row, or with all that are chosen. */
export function useListActs(
  selection: Selection,
  { ofAllPages }: { ofAllPages: { readonly value: Pick<RenewalsQueryVariables, 'filter' | 'sort'> } },
) {
  const router = useRouter()
  const { busy: reminding, remind } = useReminding()
  const { run } = useAction()
  const opened = shallowRef<Opened | null>(null)
  const busy = ref(false)

  /** Rows of the other pages too, as many as one act may be about. */
  async function chooseAll(): Promise<void> {
    busy.value = true
    await run(async () => {
      for (let skip = 0; skip < BULK_MOST; skip += ROWS_PER_READ) {
        const { renewals } = await ask(renewalsQuery, { ...ofAllPages.value, first: ROWS_PER_READ, skip })
        selection.choose(renewals.edges.map(({ node }) => node))
        if (!renewals.pageInfo.hasNextPage) return
      }
    })
    busy.value = false
  }
  function act(act: RowAct, row: RenewalRow): void {
    if (act === 'open') void router.push(`/renewals/${row.id}`)
    else if (act === 'remind') void remind([row.id])
    else if (act === 'renewal') opened.value = { kind: act, row }
    else opened.value = { kind: act, rows: [row] }
  }
  return {
    opened,
    busy: computed(() => busy.value || reminding.value),
    most: BULK_MOST,
    act,
    remind,
    chooseAll,
    open: (what: Opened) => (opened.value = what),
    close: () => (opened.value = null),
  }
}
