import { useQueryCache } from '@pinia/colada'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { factKey, problemOf } from '../../ui/feedback/error-words.ts'
import { useToast } from '../../ui/feedback/useToast.ts'

export interface Deed {
  readonly run: () => Promise<unknown>
  readonly said: string
  /** Takes it back again; without it there is no undo. */
  readonly undo?: (() => Promise<unknown>) | undefined
}

/** What rests on a history is asked anew wherever it shows. */
function useEverywhere() {
  const cache = useQueryCache()
  return async (): Promise<void> => {
    await Promise.all([
      cache.invalidateQueries({ key: ['renewals'] }),
      cache.invalidateQueries({ key: ['certification-history'] }),
    ])
  }
}

/** Something that is recorded at a press: shown everywhere at once, said in a word, and taken back where that goes. */
export function useDeed() {
  const { t, te } = useI18n()
  const { show } = useToast()
  const everywhere = useEverywhere()
  const busy = ref(false)

  async function attempt(work: () => Promise<unknown>, said: string, undo?: Deed['undo']): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await work()
      await everywhere()
      show(said, undoOf(undo))
    } catch (error) {
      const { kind, fact } = problemOf(error)
      const key = fact === undefined ? '' : factKey(fact)
      show(te(key) ? t(key) : t(`ui.problem.${kind}.text`))
    } finally {
      busy.value = false
    }
  }
  const undoOf = (undo: Deed['undo']) =>
    undo && {
      label: t('certification.history.undo'),
      run: () => void attempt(undo, t('certification.history.undone')),
    }

  const done = ({ run, said, undo }: Deed): Promise<void> => attempt(run, said, undo)
  /** For what a form has sent already. */
  async function saved(said: string, undo?: Deed['undo']): Promise<void> {
    await everywhere()
    show(said, undoOf(undo))
  }
  return { busy, done, saved, everywhere }
}
