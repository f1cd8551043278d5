import { useQuery } from '@pinia/colada'
import { ask } from '../app/session/graphql-client.ts'
import { useSession } from '../app/session/session.store.ts'
import { integrationsQuery } from './integrations.operations.ts'

/** The tokens that this person may see, and the address at which they are used. */
export function useIntegrations() {
  const session = useSession()
  return useQuery({
    key: () => ['integrations', session.me?.membershipId ?? ''],
    query: async () => (await ask(integrationsQuery)).integrations,
  })
}
