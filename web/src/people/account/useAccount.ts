import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { MyAccountQuery } from '../../generated/graphql.ts'
import { myAccountQuery } from './account.operations.ts'

export type Device = MyAccountQuery['myAccount']['devices'][number]

/** The own account as the server has it; every card reads the same one. */
export function useAccount() {
  const session = useSession()
  const { data, error, refetch } = useQuery({
    key: () => ['my-account', session.me?.membershipId ?? ''],
    query: () => ask(myAccountQuery),
  })
  return { account: computed(() => data.value?.myAccount), error, refetch }
}
