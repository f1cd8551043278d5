import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePasswordConfirmation } from './usePasswordConfirmation.ts'
import { factKey, problemOf } from '../../ui/feedback/error-words.ts'
import { useToast } from '../../ui/feedback/useToast.ts'

/** Does one thing at a time, asks for the password where the API does, and says in a word what became of it. */
export function useDeed() {
  const { t, te } = useI18n()
  const { show } = useToast()
  const { withConfirmation } = usePasswordConfirmation()
  const busy = ref(false)

  async function attempt(work: () => Promise<unknown>, done?: string): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await withConfirmation(work)
      if (done) show(done)
    } catch (error) {
      const { kind, fact, retryAfterMinutes } = problemOf(error)
      const ofFact = fact && te(factKey(fact)) ? t(factKey(fact)) : null
      if (kind !== 'confirm-password')
        show(ofFact ?? t(`ui.problem.${kind}.text`, { minutes: retryAfterMinutes }))
    } finally {
      busy.value = false
    }
  }
  return { busy, attempt }
}
