import type { AgreementLine } from '@alongside/shared/drift/role-agreement/role-agreement'
import { computed, reactive, shallowRef, watch, type Ref } from 'vue'
import type { RoleComparisonQuery } from '../../generated/graphql.ts'
import type { RoleActivity } from '../activities/useActivities.ts'
import type { PlacementRole } from '../role-agreement/usePlacementRole.ts'
import { firstLines, isSettled, orderOfRows } from './proposal-rows.ts'

interface Sources {
  readonly role: Readonly<Ref<PlacementRole | undefined>>
  readonly comparison: Readonly<Ref<RoleComparisonQuery['roleComparison'] | undefined>>
  readonly asked: Readonly<Ref<readonly RoleActivity[]>>
  readonly described: Readonly<Ref<readonly string[]>>
}

/**
 * The lines of a version that is being written. It begins with the version in force, or with what all have answered
 * alike; rows keep the place that they have at the beginning, also while they are answered.
 */
export function useProposal({ role, comparison, asked, described }: Sources) {
  const lines = reactive(new Map<string, AgreementLine>())
  const order = shallowRef<readonly string[]>([])
  /** The end of the order: rows that are filled in already, and that nobody needs to talk about. */
  const settled = shallowRef<readonly string[]>([])
  const open = computed(() => order.value.slice(0, order.value.length - settled.value.length))
  const differing = computed(
    () =>
      new Set(comparison.value?.activities.flatMap((one) => (one.differsIn.length > 0 ? one.activity : []))),
  )

  function begin(): void {
    if (order.value.length > 0 || !role.value || !comparison.value || asked.value.length === 0) return
    const known = new Set(asked.value.map(({ key }) => key))
    const begun = role.value.inForce?.lines ?? comparison.value.sharedLines
    for (const line of firstLines(begun, known)) lines.set(line.activity, line)
    const ranks = { differing: differing.value, described: described.value, settled: new Set(lines.keys()) }
    order.value = orderOfRows(known, ranks)
    settled.value = order.value.filter((key) => isSettled(key, ranks))
  }
  watch([role, comparison, asked], begin, { immediate: true })

  function set(activity: string, line: AgreementLine | null): void {
    if (line) lines.set(activity, line)
    else lines.delete(activity)
  }
  return { lines, open, settled, differing, set }
}
