import { onBeforeUnmount, onMounted } from 'vue'

const TYPES = 'input:not([type=checkbox]), textarea, select, [contenteditable], [role=menu], [role=dialog]'

interface ListKeys {
  /** The element that holds the rows: each has `data-row` with its id, and its link takes the focus. */
  readonly list: () => HTMLElement | null
  readonly search: () => HTMLElement | null
  readonly toggle: (id: string) => void
  readonly togglePage: () => void
}

/** J and K go from row to row, X chooses one, Ctrl-A the page, and a slash goes to the search. */
export function useListKeys({ list, search, toggle, togglePage }: ListKeys): void {
  const rows = () => [...(list()?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const current = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null

  function go(step: 1 | -1): void {
    const all = rows()
    const at = current() ? all.indexOf(current() as HTMLElement) : step === 1 ? -1 : all.length
    all[Math.min(Math.max(at + step, 0), all.length - 1)]?.querySelector<HTMLElement>('a')?.focus()
  }
  const acts: Readonly<Record<string, () => void>> = {
    j: () => go(1),
    k: () => go(-1),
    x: () => {
      const id = current()?.dataset['row']
      if (id) toggle(id)
    },
    '/': () => search()?.focus(),
  }
  function onKey(event: KeyboardEvent): void {
    const { target, key, ctrlKey, metaKey, altKey } = event
    if (altKey || document.querySelector('[role=dialog]')) return
    if (target instanceof Element && target.closest(TYPES)) return
    const act = ctrlKey || metaKey ? (key.toLowerCase() === 'a' ? togglePage : undefined) : acts[key]
    if (!act) return
    event.preventDefault()
    act()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
