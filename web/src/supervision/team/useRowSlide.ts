import { onBeforeUpdate, onUpdated, type Ref } from 'vue'

const SLIDE_MS = 150
const GLOW_MS = 1_200

/** A row that has come into another part of the list slides there and stays lit for a moment, so that nobody looks for it. */
export function useRowSlide(table: Readonly<Ref<HTMLElement | null>>): void {
  let before = new Map<string, Place>()
  onBeforeUpdate(() => {
    before = placesIn(table.value)
  })
  onUpdated(() => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    for (const [id, { row, group, top }] of placesIn(table.value)) {
      const was = before.get(id)
      if (!was || was.group === group) continue
      row.animate([{ transform: `translateY(${was.top - top}px)` }, { transform: 'none' }], SLIDE_MS)
      row.animate([{ backgroundColor: 'var(--color-primary-soft)' }, {}], GLOW_MS)
    }
  })
}

interface Place {
  readonly row: HTMLElement
  readonly group: string | undefined
  readonly top: number
}

function placesIn(table: HTMLElement | null): Map<string, Place> {
  const rows = [...(table?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  return new Map(
    rows.map((row) => [
      row.dataset['row'] ?? '',
      { row, group: row.dataset['group'], top: row.getBoundingClientRect().top },
    ]),
  )
}
