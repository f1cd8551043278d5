import { isPlainDate } from '@alongside/shared/calendar/plain-date'
import { SESSION_FORMATS, SESSION_MODALITIES } from '@alongside/shared/supervision/sessions/session-formats'
import { SUPERVISION_TYPES } from '@alongside/shared/supervision/supervision-types'
import { computed } from 'vue'
import { usePagedList } from '../../app/lists/usePagedList.ts'
import { ask } from '../../app/session/graphql-client.ts'
import type { SessionRecordFactsFragment } from '../../generated/graphql.ts'
import { useQueryParams } from '../../ui/table/useQueryParams.ts'
import { ledSessionsQuery, supervisionSessionsQuery } from './session-records.operations.ts'

export type SessionRecord = SessionRecordFactsFragment
export type SessionsOf = 'me' | 'all'
const NAMES = ['peer', 'supervisor', 'agency', 'type', 'format', 'way', 'from', 'to'] as const
type Name = (typeof NAMES)[number]
const ID = /^[0-9a-f-]{36}$/

/** Sessions that took place, with every filter in the address: a link shows the same list. */
export function useSessionRecords(of: SessionsOf) {
  const chosen = useChosen()
  const narrowed = computed(() => ({ filter: chosen.filter.value }))
  const rows = usePagedList(
    `session-records-${of}`,
    narrowed,
    async (asked: { filter: typeof chosen.filter.value; first: number; after: string | null }) =>
      of === 'me'
        ? (await ask(ledSessionsQuery, asked)).ledSessions
        : (await ask(supervisionSessionsQuery, asked)).supervisionSessions,
  )
  return { ...chosen, ...rows }
}

function useChosen() {
  const { one, write } = useQueryParams<Name>()
  const isId = (value: string): boolean => ID.test(value)
  const among = (list: readonly string[]) => (value: string) => list.includes(value)
  const [peer, supervisor, agency] = [one('peer', isId), one('supervisor', isId), one('agency', isId)]
  const type = one('type', among(SUPERVISION_TYPES))
  const format = one('format', among(SESSION_FORMATS))
  const way = one('way', among(SESSION_MODALITIES))
  const [from, to] = [one('from', isPlainDate), one('to', isPlainDate)]
  const filter = computed(() => ({
    peerId: peer.value || null,
    supervisorId: supervisor.value || null,
    hostAgencyId: agency.value || null,
    type: SUPERVISION_TYPES.find((each) => each === type.value) ?? null,
    format: SESSION_FORMATS.find((each) => each === format.value) ?? null,
    modality: SESSION_MODALITIES.find((each) => each === way.value) ?? null,
    from: from.value || null,
    // A last day before the first one finds nothing; the API would refuse it.
    to: to.value && from.value && to.value < from.value ? from.value : to.value || null,
  }))
  const isFiltered = computed(() => Object.values(filter.value).some((value) => value !== null))
  const clear = (): void => write(Object.fromEntries(NAMES.map((name) => [name, undefined])))
  return { peer, supervisor, agency, type, format, way, from, to, filter, isFiltered, clear }
}
