import { shallowRef } from 'vue'

interface Waiting {
  readonly settle: (confirmed: boolean) => void
}

const waiting = shallowRef<Waiting | null>(null)

function asksForPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'CONFIRM_PASSWORD'
}

/** The dialog's side: whether somebody waits, and the answer. */
export function usePasswordQuestion() {
  function answer(confirmed: boolean): void {
    waiting.value?.settle(confirmed)
    waiting.value = null
  }
  return { waiting, answer }
}

/** Runs the work; where the API asks who is there, asks for the password once and runs it again. */
export function usePasswordConfirmation() {
  async function withConfirmation<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      if (!asksForPassword(error)) throw error
      waiting.value?.settle(false)
      const confirmed = await new Promise<boolean>((settle) => (waiting.value = { settle }))
      if (!confirmed) throw error
      return await work()
    }
  }
  return { withConfirmation }
}
