import { useQuery } from '@pinia/colada'
import { everyPage } from '../../app/lists/every-page.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { CustomRuleVersionsQuery } from '../../generated/graphql.ts'
import { customRuleVersionsQuery } from './custom-rules.operations.ts'

export type CustomVersion = CustomRuleVersionsQuery['customRuleVersions']['edges'][number]['node']

/** Every version that the organization published for a credential, the newest first. */
export function useCustomRuleVersions(credentialId: () => string) {
  const session = useSession()
  return useQuery({
    key: () => ['own-rules', session.me?.membershipId ?? '', credentialId()],
    query: () =>
      everyPage(
        async (page) =>
          (await ask(customRuleVersionsQuery, { id: credentialId(), ...page })).customRuleVersions,
      ),
  })
}
