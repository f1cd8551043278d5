import { CREDENTIAL_STATES } from '@alongside/shared/certification/catalogue/credential-catalogue'
import { useQuery } from '@pinia/colada'
import { computed, ref } from 'vue'
import { everyPage } from '../../app/lists/every-page.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { credentialCatalogueQuery, suggestedExpiryQuery } from '../certification.operations.ts'
import { statesHeldQuery } from './recording.operations.ts'
import { useRenewalWords } from '../renewals/renewal-words.ts'

/** The states of the certifications that are kept here, the one of most of them first; for whoever reads them all. */
export function useStatesHeld() {
  const session = useSession()
  const { data } = useQuery({
    key: () => ['renewals', session.me?.membershipId ?? '', 'states'],
    query: () => ask(statesHeldQuery),
  })
  return computed(() =>
    (data.value?.renewals.facets.states ?? [])
      .toSorted((one, other) => other.count - one.count)
      .map(({ state }) => state),
  )
}

/** A state first, then the credentials of its boards; it begins with the first of the states that come `first`. */
export function useCredentialChoice(first: () => readonly string[] = () => []) {
  const words = useRenewalWords()
  const chosen = ref('')
  const state = computed({
    get: () => chosen.value || (first()[0] ?? ''),
    set: (value: string) => (chosen.value = value),
  })
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
    [...new Set([...first(), ...CREDENTIAL_STATES])].map((code) => ({
      value: code,
      label: words.stateName(code),
    })),
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
