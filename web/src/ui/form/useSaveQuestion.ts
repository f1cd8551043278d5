import { ref } from 'vue'

/** Asks before something is saved, inside the form: nothing is refused, and "go back" keeps what was typed. */
export function useSaveQuestion() {
  const lines = ref<readonly string[]>([])
  let settle: ((isMeant: boolean) => void) | null = null

  /** What there is to think of, a sentence each; true at once where there is none. */
  function ask(asked: readonly string[]): Promise<boolean> {
    if (asked.length === 0) return Promise.resolve(true)
    lines.value = asked
    return new Promise((resolve) => (settle = resolve))
  }
  function answer(isMeant: boolean): void {
    lines.value = []
    settle?.(isMeant)
  }
  return { lines, ask, answer }
}
