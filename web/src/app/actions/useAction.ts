import { useQueryCache } from '@pinia/colada'
import { ref } from 'vue'
import { useI18n } from '#i18n'
import { problemOf } from '../../ui/feedback/error-words.ts'
import { useProblemWords } from '../../ui/feedback/useProblemWords.ts'
import { useToast } from '../../ui/feedback/useToast.ts'
import { usePasswordConfirmation } from './usePasswordConfirmation.ts'

export interface ActionOptions<Result> {
  /** What the toast says afterwards; null or nothing says nothing. */
  readonly done?: string | null | ((result: Result) => string | null)
  /** Reverses it: offered in the toast, run with the same care. `done` defaults to "Undone." */
  readonly undo?:
    | {
        readonly run: (result: Result) => Promise<unknown>
        readonly label?: string
        readonly done?: string | null
      }
    | undefined
  /** A sentence for an error that this screen knows better; undefined leaves it to the common words. */
  readonly explain?: (error: unknown) => string | undefined
}

/**
 * Runs a mutation from a screen: one at a time, asks for the password where the API wants it, refreshes the queries
 * whose keys begin with one of `refreshes`, and shows a toast with undo, or with what went wrong.
 */
export function useAction(refreshes: readonly string[] = []) {
  const { t } = useI18n()
  const { show } = useToast()
  const cache = useQueryCache()
  const words = useProblemWords()
  const { withConfirmation } = usePasswordConfirmation()
  const busy = ref(false)

  const refresh = async (): Promise<void> => {
    await Promise.all(refreshes.map((key) => cache.invalidateQueries({ key: [key] })))
  }

  /** Says that something is done, with its undo; for what a form has sent already. */
  function announce<Result>(result: Result, { done, undo }: ActionOptions<Result>): void {
    const text = typeof done === 'function' ? done(result) : done
    if (!text) return
    const reverse = () =>
      run(() => undo?.run(result) ?? Promise.resolve(), { done: undo?.done ?? t('ui.undone') })
    show(text, undo && { label: undo.label ?? t('ui.undo'), run: () => void reverse() })
  }

  /** The result; undefined where it did not go through, which was then said. */
  async function run<Result>(
    work: () => Promise<Result>,
    options: ActionOptions<Result> = {},
  ): Promise<Result | undefined> {
    if (busy.value) return undefined
    busy.value = true
    try {
      const result = await withConfirmation(work)
      await refresh()
      announce(result, options)
      return result
    } catch (error) {
      // Whoever closed the question for the password knows that nothing was done.
      if (problemOf(error).kind !== 'confirm-password')
        show(options.explain?.(error) ?? words.inOneSentence(error))
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { busy, run, refresh, announce }
}
