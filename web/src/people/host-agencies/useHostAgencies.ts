import { useQuery } from '@pinia/colada'
import { everyPage } from '../../app/lists/every-page.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { hostAgenciesQuery } from './host-agencies.operations.ts'

export function useHostAgencies() {
  const session = useSession()
  const { data, error, refetch } = useQuery({
    key: () => ['host-agencies', session.me?.membershipId ?? ''],
    query: () => everyPage(async (page) => (await ask(hostAgenciesQuery, page)).hostAgencies),
  })
  return { agencies: data, error, refetch }
}
