import type { HelpContactInput } from '@alongside/shared/people/help-contacts/help-contact-input'
import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import type { OrganizationHelpContactsQuery } from '../../generated/graphql.ts'
import {
  createHelpContactMutation,
  organizationHelpContactsQuery,
  removeHelpContactMutation,
  reorderHelpContactsMutation,
  restoreHelpContactMutation,
  updateHelpContactMutation,
} from './help-contacts.operations.ts'

export type EditedContact = OrganizationHelpContactsQuery['helpContacts'][number]

/** The help contacts in their order; every change answers the whole list, and the help page follows. */
export function useHelpContacts() {
  const session = useSession()
  const cache = useQueryCache()
  const key = computed(() => ['organization-help-contacts', session.me?.membershipId ?? ''])
  const { data, error, refetch } = useQuery({
    key: () => key.value,
    query: () => ask(organizationHelpContactsQuery),
  })
  const contacts = computed(() => data.value?.helpContacts)

  async function keep(changed: Promise<{ payload: OrganizationHelpContactsQuery }>): Promise<void> {
    cache.setQueryData(key.value, (await changed).payload)
    await session.look()
  }
  const save = (id: string | null, fields: HelpContactInput) =>
    keep(
      id === null
        ? ask(createHelpContactMutation, { input: fields })
        : ask(updateHelpContactMutation, { input: { helpContactId: id, ...fields } }),
    )
  const remove = (id: string) => keep(ask(removeHelpContactMutation, { input: { helpContactId: id } }))
  const restore = (id: string) => keep(ask(restoreHelpContactMutation, { input: { helpContactId: id } }))
  /** Puts a contact one place nearer to the top. */
  function raise(id: string): Promise<void> {
    const helpContactIds = (contacts.value ?? []).map((each) => each.id)
    const place = helpContactIds.indexOf(id)
    helpContactIds.splice(Math.max(0, place - 1), 0, ...helpContactIds.splice(place, 1))
    return keep(ask(reorderHelpContactsMutation, { input: { helpContactIds } }))
  }
  return { contacts, error, refetch, save, remove, restore, raise }
}
