import { ref } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const first = document.documentElement.dataset.theme
const theme = ref<Theme>(first === 'light' || first === 'dark' ? first : 'system')

/** The colours of the page; `first-paint.js` sets the stored choice before anything is drawn. */
export function useTheme() {
  function choose(next: Theme): void {
    theme.value = next
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    try {
      localStorage.setItem('alongside.theme', next)
    } catch {
      // Private windows may refuse storage; the choice then lasts until the tab is closed.
    }
  }
  function isThemeChosen(): boolean {
    try {
      return localStorage.getItem('alongside.theme') !== null
    } catch {
      return false
    }
  }
  return { theme, choose, isThemeChosen }
}
