// Which choices somebody ticks most, so that theirs come first. It is counted on an own device only, lies beside the draft of
// the check-in, and is erased like that; the server never counts it.

const COUNTED = 'alongside.check-in-choices'
interface Counted {
  readonly membershipId: string
  readonly counts: Readonly<Record<string, number>>
}

function counted(membershipId: string): Readonly<Record<string, number>> {
  try {
    const kept = JSON.parse(localStorage.getItem(COUNTED) ?? 'null') as Counted | null
    return kept?.membershipId === membershipId ? kept.counts : {}
  } catch {
    return {}
  }
}

/** The same choices, those ticked most often first; the others stay in their order. */
export function mostUsedFirst<Choice extends string>(
  choices: readonly Choice[],
  membershipId: string | undefined,
): Choice[] {
  const counts = membershipId ? counted(membershipId) : {}
  return [...choices].sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0))
}

export function countChoices(chosen: readonly string[], membershipId: string): void {
  const counts = { ...counted(membershipId) }
  for (const choice of chosen) counts[choice] = (counts[choice] ?? 0) + 1
  try {
    localStorage.setItem(COUNTED, JSON.stringify({ membershipId, counts } satisfies Counted))
  } catch {
    // Without storage, choices stay in their order.
  }
}
