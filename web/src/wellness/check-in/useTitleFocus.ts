import { nextTick, onMounted } from 'vue'

/** What takes the place of the form begins at the top, and is read out. */
export async function focusTitle(): Promise<void> {
  await nextTick()
  window.scrollTo({ top: 0 })
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

export function useTitleFocus(): void {
  onMounted(focusTitle)
}
