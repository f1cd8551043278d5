import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useI18n } from '#i18n'
import { dropAllDrafts } from '../../ui/form/drafts.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import { usePasswordConfirmation } from '../actions/usePasswordConfirmation.ts'
import { everyPage } from '../lists/every-page.ts'
import { ask } from '../session/graphql-client.ts'
import { useSession } from '../session/session.store.ts'
import { announceSession } from '../session/watch-session.ts'
import { myOrganizationsQuery, switchOrganizationMutation } from './organization-switch.operations.ts'

/** For somebody who works for several organizations: which they are, and going to one of them. */
export function useOrganizations() {
  const { t } = useI18n()
  const session = useSession()
  const toast = useToast()
  const { withConfirmation } = usePasswordConfirmation()
  const { data } = useQuery({
    key: () => ['my-organizations', session.me?.membershipId ?? ''],
    query: () => everyPage(async (page) => (await ask(myOrganizationsQuery, page)).myOrganizations),
  })
  const organizations = computed(() => data.value ?? [])

  /** Loads the page anew: nothing of the organization left behind stays in the tab's memory. */
  async function go(organizationId: string, path = '/'): Promise<void> {
    try {
      await withConfirmation(() => ask(switchOrganizationMutation, { input: { organizationId } }))
      announceSession()
      dropAllDrafts()
      window.location.replace(path)
    } catch {
      toast.show(t('app.menu.not-switched'))
    }
  }
  return { organizations, go }
}
