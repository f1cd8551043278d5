// What was typed and not sent, in this tab's memory only. It is gone with the tab, and with the person.

const kept = new Map<string, object>()
const unsaved = new Set<() => boolean>()
let isListening = false
let mayLeave = false

export function takeDraft(key: string): object | undefined {
  const draft = kept.get(key)
  kept.delete(key)
  return draft
}

export function keepDraft(key: string, values: object): void {
  kept.set(key, values)
}

export function dropDraft(key: string): void {
  kept.delete(key)
}

/** The browser asks before the tab is closed or loaded anew while this is true. Answers how to stop watching. */
export function watchUnsaved(isUnsaved: () => boolean): () => void {
  unsaved.add(isUnsaved)
  if (!isListening) window.addEventListener('beforeunload', askBeforeUnload)
  isListening = true
  return () => void unsaved.delete(isUnsaved)
}

/** For going away on purpose, as by signing out: nothing is asked, and nothing stays. */
export function dropAllDrafts(): void {
  kept.clear()
  mayLeave = true
}

function askBeforeUnload(event: BeforeUnloadEvent): void {
  if (!mayLeave && (kept.size > 0 || [...unsaved].some((isUnsaved) => isUnsaved()))) event.preventDefault()
}
