import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { HelpContactInput, OrganizationHelpContactsQuery } from '../../generated/graphql.ts'
import {
  addHelpContactMutation,
  changeHelpContactMutation,
  orderHelpContactsMutation,
  organizationHelpContactsQuery,
  removeHelpContactMutation,
  restoreHelpContactMutation,
} from '../organization/setup.operations.ts'

export type EditedContact = OrganizationHelpContactsQuery['contacts'][number]

/** The help contacts in their order; every change answers the whole list, and the help page follows. */
export function useHelpContacts() {
  const session = useSession()
  const cache = useQueryCache()
  const key = computed(() => ['organization-help-contacts', session.me?.membershipId ?? ''])
  const { data, error, refetch } = useQuery({
    key: () => key.value,
    query: () => ask(organizationHelpContactsQuery),
  })
  const contacts = computed(() => data.value?.contacts)

  async function keep(changed: Promise<OrganizationHelpContactsQuery>): Promise<void> {
    cache.setQueryData(key.value, await changed)
    await session.load()
  }
  const save = (id: string | null, input: HelpContactInput) =>
    keep(id === null ? ask(addHelpContactMutation, { input }) : ask(changeHelpContactMutation, { id, input }))
  const remove = (id: string) => keep(ask(removeHelpContactMutation, { id }))
  const restore = (id: string) => keep(ask(restoreHelpContactMutation, { id }))
  /** Puts a contact one place nearer to the top. */
  function raise(id: string): Promise<void> {
    const ids = (contacts.value ?? []).map((each) => each.id)
    const place = ids.indexOf(id)
    ids.splice(Math.max(0, place - 1), 0, ...ids.splice(place, 1))
    return keep(ask(orderHelpContactsMutation, { ids }))
  }
  return { contacts, error, refetch, save, remove, restore, raise }
}
