import type { MySelfCarePlanQuery } from '../../generated/graphql.ts'

export type PlanLine = MySelfCarePlanQuery['mySelfCarePlan']['edges'][number]['node']

// The plan on an own device, to read without a connection. It lies beside the draft of the check-in, under its person, and
// is erased like that: at sign-out, and when somebody says that the device is shared.

const KEPT = 'alongside.self-care-plan'
interface KeptPlan {
  readonly membershipId: string
  readonly lines: readonly PlanLine[]
}

export function keptPlan(membershipId: string): readonly PlanLine[] | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as KeptPlan | null
    return kept?.membershipId === membershipId ? kept.lines : null
  } catch {
    return null
  }
}

/** Private windows may refuse storage; then the plan is read with a connection only. */
export function keepPlan(plan: KeptPlan): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(plan))
  } catch {
    // Nothing is kept.
  }
}
