import { useQuery } from '@pinia/colada'
import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { AUDIT_AREAS, type AuditArea } from '@alongside/shared/audit/audit-filter'
import { ask } from '../app/graphql-client.ts'
import { useSession } from '../app/session.store.ts'
import { auditTrailQuery } from './audit.operations.ts'
import { usePages } from './usePages.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[0-9a-f-]{36}$/

/** What the list is narrowed to stands in the address, so that a link brings it again; a name that is typed does not. */
export function useAuditTrail(name: { readonly value: string }) {
  const filters = useAddress()
  const session = useSession()
  const pages = usePages()
  const filter = computed(() => ({
    area: (AUDIT_AREAS.find((area) => area === filters.area.value) ?? null) satisfies AuditArea | null,
    subject: filters.subject.value || null,
    personId: filters.person.value || null,
    actorId: filters.actor.value || null,
    from: filters.from.value || null,
    to: filters.to.value || null,
    name: name.value.trim() || null,
  }))
  watch(filter, pages.restart)
  const variables = computed(() => ({ filter: filter.value, ...pages.place.value }))
  const { data, error, isLoading, refetch } = useQuery({
    key: () => ['audit-trail', session.me?.membershipId ?? '', JSON.stringify(variables.value)],
    query: () => ask(auditTrailQuery, variables.value),
    placeholderData: (before) => before,
  })
  const list = computed(() => data.value?.auditTrail)
  const entries = computed(() => list.value?.edges.map(({ node }) => node) ?? [])
  const isNarrowed = computed(() => Object.values(filter.value).some((value) => value !== null))
  return { filters, filter, isNarrowed, list, entries, error, isLoading, refetch, pages }
}

function useAddress() {
  const route = useRoute()
  const router = useRouter()
  const write = (query: Record<string, string | undefined>) =>
    void router.replace({ query: { ...route.query, ...query } })
  const field = (key: string, form: RegExp) =>
    computed({
      get: () => {
        const text = String(route.query[key] ?? '')
        return form.test(text) ? text : ''
      },
      set: (text: string) => write({ [key]: text || undefined }),
    })
  return {
    area: field('area', /^[A-Z]+$/),
    subject: field('record', /^[a-z_]{3,60}$/),
    person: field('about', ID),
    actor: field('by', ID),
    from: field('from', DAY),
    to: field('to', DAY),
    clear: () => void router.replace({ query: {} }),
  }
}
