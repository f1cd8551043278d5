import { AUDIT_AREAS, type AuditArea } from '@alongside/shared/audit/audit-filter'
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { ask } from '../app/session/graphql-client.ts'
import { usePagedList } from '../app/lists/usePagedList.ts'
import { useQueryParams } from '../ui/table/useQueryParams.ts'
import { useDebouncedFilter } from '../ui/table/useDebouncedFilter.ts'
import { auditTrailQuery } from './audit.operations.ts'

const AREA = /^[A-Z]+$/
const RECORD = /^[a-z_]{3,60}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[0-9a-f-]{36}$/

/** What the list is narrowed to stands in the address, so that a link brings it again; a name that is typed does not. */
export function useAuditTrail(typed: { readonly value: string }) {
  const filters = useFilters()
  const settled = useDebouncedFilter(
    computed(() => ({
      area: (AUDIT_AREAS.find((area) => area === filters.area.value) ?? null) satisfies AuditArea | null,
      subject: filters.subject.value || null,
      personId: filters.person.value || null,
      actorId: filters.actor.value || null,
      from: filters.from.value || null,
      to: filters.to.value || null,
      search: typed.value.trim() || null,
    })),
  )
  const filter = computed(() => {
    const { search, ...others } = settled.value
    return { ...others, name: search }
  })
  const narrowed = computed(() => ({ filter: filter.value }))
  const rows = usePagedList('audit-trail', narrowed, async (asked) => {
    return (await ask(auditTrailQuery, asked)).auditTrail
  })
  const isNarrowed = computed(() => Object.values(filter.value).some((value) => value !== null))
  return { ...rows, filters, filter, isNarrowed }
}

function useFilters() {
  const router = useRouter()
  const { one } = useQueryParams<'area' | 'record' | 'about' | 'by' | 'from' | 'to'>()
  return {
    area: one('area', (text) => AREA.test(text)),
    subject: one('record', (text) => RECORD.test(text)),
    person: one('about', (text) => ID.test(text)),
    actor: one('by', (text) => ID.test(text)),
    from: one('from', (text) => DAY.test(text)),
    to: one('to', (text) => DAY.test(text)),
    clear: () => void router.replace({ query: {} }),
  }
}
