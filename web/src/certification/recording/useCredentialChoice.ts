import { CREDENTIAL_STATES } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { useQuery } from '@pinia/colada'
import { computed, ref } from 'vue'
import { everyPage } from '../../app/lists/every-page.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { credentialCatalogueQuery, suggestedExpiryQuery } from '../certification.operations.ts'
import { useRenewalWords } from '../renewals/renewal-words.ts'

/** A state first, then the credentials of its boards. */
export function useCredentialChoice() {
  const words = useRenewalWords()
  const state = ref('')
  const { data, error, refetch } = useQuery({
    key: () => ['credentials', state.value],
    query: () =>
      everyPage(
        async (page) =>
          (await ask(credentialCatalogueQuery, { state: state.value, ...page })).credentialCatalogue,
      ),
    enabled: () => state.value !== '',
  })
  const found = computed(() => (state.value ? (data.value ?? []) : []))
  const credentials = computed(() =>
    found.value.map(({ id, abbreviation, name }) => ({ value: id, label: `${abbreviation}: ${name}` })),
  )
  const states = computed(() =>
    CREDENTIAL_STATES.map((code) => ({ value: code, label: words.stateName(code) })),
  )
  const asksBirthday = (id: string) => found.value.some((each) => each.id === id && each.asksBirthday)
  const titlesOf = (id: string) =>
    (found.value.find((each) => each.id === id)?.titles ?? []).map(({ abbreviation, name }) => ({
      value: abbreviation,
      label: `${abbreviation}: ${name}`,
    }))
  return { state, states, credentials, asksBirthday, titlesOf, error, refetch }
}

interface Entered {
  readonly credentialId: string
  readonly issuedOn: string
  readonly birthday: string
}

/** What the rule makes of the day of issue; null where nothing was read, and never entered by itself. */
export function useSuggestedExpiry(entered: () => Entered) {
  const isWhole = () => entered().credentialId !== '' && /^\d{4}-\d\d-\d\d$/.test(entered().issuedOn)
  const variables = () => {
    const { credentialId, issuedOn, birthday } = entered()
    return { credentialId, issuedOn, birthday: /^\d\d-\d\d$/.test(birthday) ? birthday : null }
  }
  const { data } = useQuery({
    key: () => ['suggested-expiry', JSON.stringify(variables())],
    query: () => ask(suggestedExpiryQuery, variables()),
    enabled: isWhole,
  })
  return computed(() => (isWhole() ? (data.value?.suggestedExpiry ?? null) : null))
}
