import { type Entries, readKept, whenKept, writeKept } from './kept-on-device.ts'

// What was typed and not sent. On a shared device it is in this tab's memory only, gone with the tab and with the person;
// an own device keeps it over a reload.

const STORED = 'drafts'

interface Unsaved {
  readonly isUnsaved: () => boolean
  /** The draft as it is now; null for what is never kept. */
  readonly draft: () => readonly [key: string, values: object] | null
}

const kept = new Map<string, Entries<object>[string]>()
const unsaved = new Set<Unsaved>()
let isListening = false
let mayLeave = false

whenKept(() => {
  for (const [key, draft] of Object.entries(readKept<object>(STORED)))
    if (!kept.has(key)) kept.set(key, draft)
})

export function takeDraft(key: string): object | undefined {
  const draft = kept.get(key)
  kept.delete(key)
  return draft?.value
}

export function keepDraft(key: string, values: object): void {
  kept.set(key, { at: Date.now(), value: values })
  storeDrafts()
}

export function dropDraft(key: string): void {
  kept.delete(key)
  storeDrafts()
}

/** What is stored is made anew from what there is: a form that was sent leaves nothing. Answers whether all is stored. */
export function storeDrafts(): boolean {
  if (mayLeave) return false
  const open = [...unsaved].filter(({ isUnsaved }) => isUnsaved()).map(({ draft }) => draft())
  const entries = new Map(kept)
  for (const draft of open) if (draft) entries.set(draft[0], { at: Date.now(), value: draft[1] })
  return writeKept(STORED, Object.fromEntries(entries)) && !open.includes(null)
}

/**
 * The browser asks before the tab is closed or loaded anew while this is true and the draft cannot be stored. Answers how
 * to stop watching.
 */
export function watchUnsaved(isUnsaved: () => boolean, draft: Unsaved['draft'] = () => null): () => void {
  const watched = { isUnsaved, draft }
  unsaved.add(watched)
  if (!isListening) {
    window.addEventListener('beforeunload', askBeforeUnload)
    // A phone ends a tab that it has hidden without another word.
    document.addEventListener('visibilitychange', () => document.hidden && storeDrafts())
  }
  isListening = true
  return () => void unsaved.delete(watched)
}

/** For going away on purpose, as by signing out: nothing is asked, and nothing stays. */
export function dropAllDrafts(): void {
  kept.clear()
  writeKept(STORED, {})
  mayLeave = true
}

function askBeforeUnload(event: BeforeUnloadEvent): void {
  const isThere = kept.size > 0 || [...unsaved].some(({ isUnsaved }) => isUnsaved())
  if (!mayLeave && isThere && !storeDrafts()) event.preventDefault()
}
