import { getCurrentInstance, ref, toRaw } from 'vue'
import { useI18n } from '#i18n'
import { useToast } from '../feedback/useToast.ts'
import { dropDraft, keepDraft, storeDrafts, takeDraft, watchUnsaved } from './drafts.ts'

/** Values that are never kept, not even in memory. */
const SECRET = /password|code|token/i

/**
 * Keeps what was typed when a form goes away without being sent (Escape, Back, a session that ended, on an own device a
 * reload), and puts it back when the same form opens again. A form is the same on the same page, about the same record, with the same start.
 */
export function useDraft<Values extends object>(values: Values, initial: () => Values, isKept: boolean) {
  const { t } = useI18n()
  const { show } = useToast()
  const start = JSON.stringify(initial())
  const key = isKept && !SECRET.test(Object.keys(values).join()) ? keyOf(start) : null
  const draft = key === null ? undefined : takeDraft(key)
  const restored = ref(draft !== undefined)
  if (draft) Object.assign(values, draft)
  let isTouched = restored.value
  let isGone = false
  const isUnsaved = (): boolean => isTouched && JSON.stringify(values) !== start
  const plain = () => JSON.parse(JSON.stringify(toRaw(values))) as object
  const stopWatching = watchUnsaved(isUnsaved, () => (key === null ? null : [key, plain()]))

  function keep(): void {
    if (key === null || !isUnsaved()) return
    keepDraft(key, plain())
    show(t('ui.draft.kept'), { label: t('ui.draft.discard'), run: () => dropDraft(key) })
  }
  /** `isBusy`: a form that closes itself while it is being sent is done, unless the sending fails. */
  function goAway(isBusy: boolean): void {
    isGone = true
    stopWatching()
    if (!isBusy) keep()
  }
  function settle(isSent: boolean): void {
    if (isSent) isTouched = restored.value = false
    else if (isGone) keep()
    if (isSent && key !== null) storeDrafts()
  }
  const touch = (): void => void (isTouched = true)
  return { restored, touch, settle, goAway }
}

function keyOf(start: string): string | null {
  const instance = getCurrentInstance()
  const { __name: name } = (instance?.type ?? {}) as { __name?: string }
  if (!instance || !name) return null
  const props = Object.entries(instance.props).map(([prop, value]) => [prop, identityOf(value)])
  return JSON.stringify([window.location.pathname, name, props, start])
}

/** Of a record its id: the rest of it may change while somebody types. */
function identityOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? null : value
  return 'id' in value ? value.id : null
}
