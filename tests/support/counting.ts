import type { Locator } from 'playwright-core'

/** What a task takes: each click, choice or written field is one interaction; the seconds are those of the machine alone. */
export function counting(task: string) {
  const started = performance.now()
  let interactions = 0
  const touch = async (
    target: Locator,
    act: (target: Locator) => Promise<void> = (each) => each.click(),
  ): Promise<void> => {
    await act(target)
    interactions++
  }
  /** Prints the figures, and answers them. */
  const report = (): { interactions: number; seconds: number } => {
    const seconds = Math.round((performance.now() - started) / 100) / 10
    console.log(`${task}: ${interactions} interactions, ${seconds} s`)
    return { interactions, seconds }
  }
  return { touch, report }
}
