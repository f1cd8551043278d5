import { lastQuarter, validateRecordPeriod } from '@alongside/shared/supervision/requirements/record-period'
import { useQuery } from '@pinia/colada'
import { computed, reactive } from 'vue'
import type { ListPrint } from '../../app/lists/list-print.ts'
import { ask } from '../../app/session/graphql-client.ts'
import { useSession } from '../../app/session/session.store.ts'
import { supervisionRecordQuery } from './record.operations.ts'

/** The record of one peer for dates that can be chosen; while they make no period, the one before stays. */
export function useSupervisionRecord(peerId: () => string) {
  const session = useSession()
  const period = reactive({ ...lastQuarter(session.today) })
  const problem = computed(() => validateRecordPeriod(period).at(0))
  const { data, error, isLoading, refetch } = useQuery({
    key: () => ['sessions-of', session.me?.membershipId ?? '', 'record', peerId(), period.from, period.to],
    query: () => ask(supervisionRecordQuery, { peerId: peerId(), ...period }),
    enabled: () => problem.value === undefined,
    placeholderData: (before) => before,
  })
  const record = computed(() => data.value?.supervisionRecord)
  // All of it is on the page already.
  const print: ListPrint = { showAll: () => Promise.resolve(), showPage: () => undefined }
  return { period, problem, record, error, isLoading, refetch, print }
}
