/** Credits that are alike to every minimum and every ceiling, put together: so the order of entry cannot matter. */
import type { CeCategory } from '../catalogue/ce-category.ts'

export interface CreditedHours {
  readonly categories: readonly CeCategory[]
  readonly hours: number
  /** What it stands under together with others, and how many hours that leaves for all of them. */
  readonly ceiling?: Ceiling | null
}

export interface Ceiling {
  readonly name: string
  readonly hours: number
}

export interface CreditGroup {
  readonly name: string
  readonly categories: readonly CeCategory[]
  readonly ceiling: Ceiling | null
  readonly hours: number
}

export function groupsOf(credits: readonly CreditedHours[]): CreditGroup[] {
  const groups = new Map<string, CreditGroup>()
  for (const credit of credits) {
    const { categories, ceiling = null } = credit
    const name = groupNameOf(credit)
    const hours = (groups.get(name)?.hours ?? 0) + credit.hours
    groups.set(name, { name, categories, ceiling, hours })
  }
  return [...groups.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

export function groupNameOf({ categories, ceiling = null }: CreditedHours): string {
  return `${ceiling?.name ?? ''}|${[...new Set(categories)].sort().join(' ')}`
}

/** All that counts of some credits: under each ceiling no more than it leaves. */
export function hoursUnderCeilings(credits: readonly CreditedHours[]): number {
  const under = new Map<string, { readonly most: number; readonly hours: number }>()
  let free = 0
  for (const { hours, ceiling = null } of credits) {
    if (ceiling === null) free += hours
    else
      under.set(ceiling.name, { most: ceiling.hours, hours: (under.get(ceiling.name)?.hours ?? 0) + hours })
  }
  return [...under.values()].reduce((sum, { most, hours }) => sum + Math.min(most, hours), free)
}
