import { shallowRef } from 'vue'
import { ask, type Operation, type VariablesOf } from '../session/graphql-client.ts'

interface Waiting {
  readonly settle: (confirmed: boolean) => void
  readonly settled: Promise<boolean>
}

const waiting = shallowRef<Waiting | null>(null)

function asksForPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'CONFIRM_PASSWORD'
}

/** One question for everything on a page that waits for the password. */
function question(): Promise<boolean> {
  if (!waiting.value) {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    waiting.value = { settle: resolve, settled: promise }
  }
  return waiting.value.settled
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
async function withConfirmation<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!asksForPassword(error) || !(await question())) throw error
    return await work()
  }
}

export function usePasswordConfirmation() {
  return { withConfirmation }
}

/** As `ask`, for what is private: on a shared device it may need the password first. */
export function askPrivately<Data, Variables>(
  operation: Operation<Data, Variables>,
  ...variables: VariablesOf<Variables>
): Promise<Data> {
  return withConfirmation(() => ask(operation, ...variables))
}
