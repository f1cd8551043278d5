import { computed, ref } from 'vue'
import { useI18n } from '#i18n'
import { useTimeRequests } from '../requests/useTimeRequests.ts'
import { useSessionsToSign } from '../signing/useSigning.ts'
import { useTeamSessions } from './useTeamSessions.ts'

export type TeamDuty = 'SOON' | 'ASKED' | 'TO_SIGN' | 'UNANSWERED'

/** What waits beside the list: one line above it, of which one part at a time is open. */
export function useTeamDuties() {
  const { t } = useI18n()
  const { soon, old } = useTeamSessions()
  const { toAnswer } = useTimeRequests()
  const { total } = useSessionsToSign()
  const chosen = ref<TeamDuty[]>([])
  const duties = computed(() =>
    [
      { value: 'SOON' as const, label: t('supervision.planning.soon'), count: soon.value.length },
      { value: 'ASKED' as const, label: t('supervision.requests.to-answer'), count: toAnswer.value.length },
      { value: 'TO_SIGN' as const, label: t('supervision.signing.waits'), count: total.value },
      { value: 'UNANSWERED' as const, label: t('supervision.planning.was-held'), count: old.value.length },
    ].filter(({ count }) => count > 0),
  )
  /** Nothing, once the last of it is done. */
  const shown = computed(() => duties.value.find(({ value }) => chosen.value.includes(value))?.value)
  return { duties, chosen, shown }
}
