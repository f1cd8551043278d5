// The keys under which something is added. The same content keeps its key until it went through: sent again after an
// answer that was lost, or by a double tap, it is added once.

const waiting = new Map<string, string>()

/** The same variables with a key in their input, and what to call once they went through. */
export function underKey(what: string, variables: { readonly input: object }) {
  const content = JSON.stringify([what, variables])
  const idempotencyKey = waiting.get(content) ?? crypto.randomUUID()
  waiting.set(content, idempotencyKey)
  return {
    // Whoever keeps a draft brings its own key.
    variables: { ...variables, input: { idempotencyKey, ...variables.input } },
    isThrough: (): void => void waiting.delete(content),
  }
}
