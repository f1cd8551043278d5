import { computed, ref } from 'vue'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

const READING_TIME_MS = 8_000
const toasts = ref<Toast[]>([])
let last = 0
/** The last one that a dialog has opened over: on a phone it would lie on the dialog's fields. It comes back afterwards. */
const behind = ref(0)
const shown = computed(() => toasts.value.filter(({ id }) => id > behind.value))

function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

const makeRoom = (): void => void (behind.value = last)
const comeBack = (): void => void (behind.value = 0)

/** A short word that something was done. One with an action stays until it is used, closed or replaced: nothing is lost by time. */
export function useToast() {
  function show(text: string, action?: Toast['action']): void {
    const id = ++last
    toasts.value = [{ id, text, action }]
    if (!action) setTimeout(() => dismiss(id), READING_TIME_MS)
  }
  return { toasts: shown, show, dismiss, makeRoom, comeBack }
}
